import type { FirstFile } from '../../../publish/shape/published.ts';
import { outcomeOrder } from '../../../texts/outcomes.ts';

/** Columns of the table of parks; `distance` only where there is somewhere to count from. */
export const COLUMNS = [
  'name', 'township', 'type', 'stage', 'distance', 'land', 'floor', 'ratio', 'free', 'stars', 'outcome',
] as const; // prettier-ignore
export type Column = (typeof COLUMNS)[number];

/** Columns of figures, set flush right. */
export const isFigure = (column: Column): boolean =>
  ['distance', 'land', 'floor', 'ratio', 'free', 'stars'].includes(column);

export interface Sort {
  readonly column: Column;
  readonly down: boolean;
}

/** What a row is sorted by in a column; null sorts last, whichever way. */
function sortKey(
  { parks, townships }: FirstFile,
  metres: readonly (number | null)[],
  column: Column,
): (row: number) => string | number | null {
  switch (column) {
    case 'name':
      return (row) => parks.name[row];
    case 'township':
      return (row) => townships[parks.townships[row][0]]?.name.zh ?? null;
    case 'type':
      return (row) => parks.type[row];
    case 'stage':
      return (row) => (parks.stage[row] ? ['operating', 'building', 'approved', 'planned'].indexOf(parks.stage[row]) : null);
    case 'outcome':
      return (row) => outcomeOrder.indexOf(parks.outcome[row]);
    case 'distance':
      return (row) => metres[row];
    default: {
      const columns = { land: parks.landM2, floor: parks.floorM2, ratio: parks.plotRatio, free: parks.freeM2, stars: parks.stars };
      return (row) => columns[column][row];
    }
  }
} // prettier-ignore

/** The rows in the order of a column; those alike stay as they were. */
export function sortedRows(
  first: FirstFile,
  metres: readonly (number | null)[],
  rows: readonly number[],
  { column, down }: Sort,
): readonly number[] {
  const key = sortKey(first, metres, column);
  const { compare } = new Intl.Collator('zh-Hans-CN');
  const by = (a: string | number, b: string | number) =>
    typeof a === 'string' ? compare(a, String(b)) : a - Number(b);
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return down ? by(y, x) : by(x, y);
  });
}
