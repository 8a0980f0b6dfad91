import type { Key } from '../../../domain/land/change.ts';

/** How a cell is changed by hand. */
export type CellEdit =
  | { readonly kind: 'typed'; readonly text: string }
  | {
      readonly kind: 'choice';
      readonly value: string;
      readonly choices: readonly { readonly value: string; readonly name: string }[];
    };

/** A column of a table of records. */
export interface Column<R> {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly isNumber?: boolean;
  /** It steps back where there is little room. */
  readonly isSpare?: boolean;
  readonly text: (row: R) => string;
  /** Absent: it cannot be changed here. */
  readonly edit?: (row: R) => CellEdit | null;
  /** What is amiss with it, said beside its text; null where nothing is. */
  readonly amiss?: (row: R) => string | null;
  /** In the foot: of the rows shown. */
  readonly sum?: string;
}

/** What is to be taken of a cell; null where it is left as it stood: what is shown is rounded, and taken up again would be another figure. */
export const saidOf = (before: CellEdit, value: string): string | null =>
  value === (before.kind === 'typed' ? before.text : before.value) ? null : value;

/** What was typed into a cell is taken, or why not: what the cell takes. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly allowed: string };

export interface Row {
  readonly key: Key;
}
