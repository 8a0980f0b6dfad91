import type { Dictionary } from '../fields/dictionary.ts';
import { codesStay } from '../fields/land-survey.ts';
import type { GdbLayer } from './layers.ts';
import type { Words } from './definition.ts';
import { TYPE, type Field } from './head.ts';
import { isPlain, type Value } from './values.ts';

/** A column as it is read. */
export interface ReadColumn {
  readonly name: string;
  /** What its codes stand for; null where they are no codes. */
  readonly words: Words | null;
  /** The same by subtype of the row. */
  readonly bySubtype: ReadonlyMap<string, Words>;
}
export interface Columns {
  /** Of each field; null for one that is not read. */
  readonly of: readonly (ReadColumn | null)[];
  /** The field whose value is the subtype of a row, −1 without subtypes. */
  readonly subtype: number;
}

const noWords: ReadonlyMap<string, Words> = new Map();
/** ArcGIS computes these from the shape, under whatever alias. */
const computed = /^shape_(area|length|leng)$/i;

/** Columns under the names they are known by, and what the codes in them stand for. */
export function columnsOf(fields: readonly Field[], { listed, domains }: GdbLayer, dictionary: Dictionary): Columns {
  const { definition } = listed;
  const subtypes = definition?.subtypes ?? null;
  const names = namesOf(fields, dictionary, definition?.computed ?? new Set());
  const wordsIn = (domain: string | undefined) => (domain === undefined ? null : (domains.get(domain) ?? null));
  const of = fields.map((field, f): ReadColumn | null => {
    if (!isPlain(field)) return null;
    const column = field.name.toLowerCase();
    if (subtypes?.column === column) return { name: names[f], words: subtypes.names, bySubtype: noWords };
    if (codesStay(names[f], names)) return { name: names[f], words: null, bySubtype: noWords };
    const bySubtype = [...(subtypes?.domains ?? [])].flatMap(([code, own]) => {
      const words = wordsIn(own.get(column));
      return words ? [[code, words] as const] : [];
    });
    return { name: names[f], words: wordsIn(definition?.domains.get(column)), bySubtype: new Map(bySubtype) };
  });
  return { of, subtype: fields.findIndex(({ name }) => name.toLowerCase() === subtypes?.column) };
}

/** A code as the word it stands for; one that stands for nothing stays. */
export function wordOf({ words, bySubtype }: ReadColumn, value: Value, subtype: Value): Value {
  if (value === null || (words === null && bySubtype.size === 0)) return value;
  const own = (subtype === null ? undefined : bySubtype.get(String(subtype))) ?? words;
  return own?.get(String(value)) ?? value;
}

/**
 * What each column goes by: its name where that means a field, unless its alias means the same and names a unit; else its alias
 * where that means one, or is Chinese, which is what people call it.
 */
function namesOf(fields: readonly Field[], dictionary: Dictionary, isComputed: ReadonlySet<string>): string[] {
  const taken = new Set(fields.map(({ name }) => name));
  const fieldNamed = (name: string) => {
    const column = dictionary.columnOf('parcel', name);
    return column && { to: `${column.field}.${column.part ?? ''}`, hasUnit: column.units.length > 0 };
  };
  return fields.map(({ name, alias, type }) => {
    if (alias === '' || alias === name || taken.has(alias) || type === TYPE.shape) return name;
    if (computed.test(name) || isComputed.has(name.toLowerCase())) return name;
    const [byName, byAlias] = [fieldNamed(name), fieldNamed(alias)];
    const isBetter = byName ? byAlias?.to === byName.to && byAlias.hasUnit : byAlias || /\p{Script=Han}/u.test(alias);
    if (!isBetter) return name;
    taken.add(alias);
    return alias;
  });
}
