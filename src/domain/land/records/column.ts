import type { Texts } from './texts.ts';

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Whose a column is: a field of the kind, one property kept aside, or what few rows keep, a record each. */
interface ColumnName {
  readonly field: string;
  readonly role: 'own' | 'extra' | 'rest';
}

/** One field of a table, row by row; a row may be without. */
export type Column = ColumnName & {
  /** Bit i (lowest first) is set where row i has a value; null: all rows have. */
  readonly present: Uint8Array | null;
} & (
    | { readonly as: 'number'; readonly values: Float64Array }
    /** Row i has text `codes[i]`, or text i where there are no codes. */
    | { readonly as: 'text'; readonly texts: Texts; readonly codes: Codes | null }
    /** Values of any kind, which rows share as texts are shared. */
    | { readonly as: 'any'; readonly shared: readonly unknown[]; readonly codes: Codes | null }
  );

export const hasValue = (column: Column, row: number): boolean =>
  column.present === null || ((column.present[row >> 3] >> (row & 7)) & 1) === 1;

/** The value of a row that has one. */
export function valueAt(column: Column, row: number): unknown {
  if (column.as === 'number') return column.values[row];
  const { codes } = column;
  if (column.as === 'any') return column.shared[codes === null ? row : codes[row]];
  return codes === null ? column.texts.at(row) : column.texts.shared(codes[row]);
}

/** The column as a function of the row; undefined where a row has no value. */
export const reader =
  (column: Column): ((row: number) => unknown) =>
  (row) =>
    hasValue(column, row) ? valueAt(column, row) : undefined;
