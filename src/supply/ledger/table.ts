import type { LedgerCell, LedgerColumn, LedgerLine, LedgerTable, LedgerTableId } from './shape.ts';

/** A column with what it says of each of the things a table has a line for. */
export interface SayingColumn<T> {
  readonly column: LedgerColumn;
  readonly of: (thing: T, n: number) => LedgerCell;
  /** Its sum means something. */
  readonly isSummed?: true;
}

export const columnSaying = <T>(column: LedgerColumn, of: SayingColumn<T>['of']): SayingColumn<T> => ({ column, of });
/** m², or a number of things: summed. */
export const summed = <T>(column: LedgerColumn, of: (thing: T, n: number) => number | null): SayingColumn<T> => ({
  column,
  of,
  isSummed: true,
});

interface Made<T> {
  readonly id: LedgerTableId;
  readonly columns: readonly SayingColumn<T>[];
  readonly things: readonly T[];
  readonly line: (thing: T) => LedgerLine['of'];
  readonly isOurs?: boolean;
}

/** A line for each thing, and the sums of what can be summed. */
export function tableOf<T>({ id, columns, things, line, isOurs = false }: Made<T>): LedgerTable {
  const rows = things.map((thing, n): LedgerLine => ({
    of: line(thing),
    cells: columns.map(({ of }) => of(thing, n)),
  }));
  return {
    id,
    columns: columns.map(({ column }) => column),
    rows,
    totals: columns.some(({ isSummed }) => isSummed) ? totalsOf(columns, rows) : null,
    isOurs,
  };
}

/** Of the rows that stand there; a cell that is not known adds nothing. */
function totalsOf(columns: readonly SayingColumn<never>[], rows: readonly LedgerLine[]): LedgerLine {
  const sum = (at: number) => rows.reduce((all, { cells }) => all + (typeof cells[at] === 'number' ? cells[at] : 0), 0);
  return { of: null, cells: columns.map(({ isSummed }, at) => (isSummed ? sum(at) : null)) };
}

export const area = (id: LedgerColumn['id'], use?: string | null): LedgerColumn => ({
  id,
  holds: 'area',
  ...(use !== undefined && { use }),
});
export const text = (id: LedgerColumn['id']): LedgerColumn => ({ id, holds: 'text' });
export const date = (id: LedgerColumn['id']): LedgerColumn => ({ id, holds: 'date' });
export const count = (id: LedgerColumn['id']): LedgerColumn => ({ id, holds: 'number', unit: 'count' });
export const wan = (id: LedgerColumn['id']): LedgerColumn => ({ id, holds: 'number', unit: 'wanYuan' });
