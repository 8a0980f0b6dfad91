import type { LandKey, TableChoice } from '../../../../formats/sheet/table-join.ts';
import { recalled, remember } from '../../remembered.ts';

/** What a person said of columns, by heading: kept on the device, for the next table is headed as this one. */
export interface TableMemory {
  /** Field, or null for none. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** What the land has the numbers of a column as. */
  readonly keys: Readonly<Record<string, LandKey>>;
}

export const nothingSaid: TableMemory = { columns: {}, keys: {} };

const KEPT_AS = 'yuantu.table-columns';

const isRecord = (value: unknown, fits: (value: unknown) => boolean): value is Record<string, never> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(fits);

/** What is kept; what cannot be read is nothing. */
export function recalledTables(): TableMemory {
  try {
    const { columns, keys } = JSON.parse(recalled(KEPT_AS) ?? '{}') as Record<string, unknown>;
    return {
      columns: isRecord(columns, (field) => field === null || typeof field === 'string') ? columns : {},
      keys: isRecord(keys, (land) => typeof land === 'string') ? keys : {},
    };
  } catch {
    return nothingSaid;
  }
}

export const rememberTables = (memory: TableMemory): void => remember(KEPT_AS, JSON.stringify(memory));

/** `field` undefined: as the dictionary has it. */
export function withColumn(memory: TableMemory, heading: string, field: string | null | undefined): TableMemory {
  const others = Object.entries(memory.columns).filter(([own]) => own !== heading);
  return { ...memory, columns: Object.fromEntries(field === undefined ? others : [...others, [heading, field]]) };
}

/** One column has the numbers of a table: others of its headings have them no more. */
export function withKey(memory: TableMemory, headings: readonly string[], key: TableChoice['key']): TableMemory {
  const others = Object.entries(memory.keys).filter(([heading]) => !headings.includes(heading));
  return { ...memory, keys: Object.fromEntries([...others, ...(key ? [[key.column, key.land]] : [])]) };
}

/** The key that was said of a table with these headings. */
export function keyIn({ keys }: TableMemory, headings: readonly string[]): TableChoice['key'] {
  const column = headings.find((heading) => Object.hasOwn(keys, heading));
  return column === undefined ? undefined : { column, land: keys[column] };
}
