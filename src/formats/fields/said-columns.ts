import { fieldsOfKind, nested } from '../../domain/land/fields/kinds.ts';
import type { Column } from './column-names.ts';
import type { Dictionary } from './dictionary.ts';
import { headingOf, keyOfName } from './heading.ts';

/** Of all columns of a field the one a person named counts. */
const SAID_RANK = -2;

/** Whether `field`, `conditions.far` for a part of one, is one of a parcel. */
function isField(field: string, part: string | undefined): boolean {
  if (!Object.hasOwn(fieldsOfKind('parcel'), field)) return false;
  return part === undefined || (Object.hasOwn(nested, field) && Object.hasOwn(fieldsOfKind(nested[field]), part));
}

function columnSaid(meant: string | null): Omit<Column, 'units'> | null | undefined {
  if (meant === null) return null;
  const [field, part] = meant.split('.') as [string, string?];
  return isField(field, part) ? { field, ...(part !== undefined && { part }), rank: SAID_RANK } : undefined;
}

/**
 * The dictionary with what a person said of the columns of parcels, by heading, with its units or without; what is no
 * field of ours is not heard.
 */
export function withSaidColumns(dictionary: Dictionary, columns: Readonly<Record<string, string | null>>): Dictionary {
  const said = new Map(Object.entries(columns).map(([heading, meant]) => [keyOfName(heading), columnSaid(meant)]));
  const saidOf: Dictionary['saidOf'] = (kind, column) => {
    if (kind !== 'parcel') return undefined;
    const { name, units } = headingOf(column);
    const whole = keyOfName(column);
    const found = said.get(said.has(whole) ? whole : name);
    return found && { ...found, units };
  };
  return {
    ...dictionary,
    saidOf,
    columnOf: (kind, column) => {
      const own = saidOf(kind, column);
      return own === undefined ? dictionary.columnOf(kind, column) : (own ?? undefined);
    },
    fieldOf: (kind, column) => {
      const own = saidOf(kind, column);
      if (own === undefined) return dictionary.fieldOf(kind, column);
      return own?.part === undefined ? own?.field : undefined;
    },
  };
}
