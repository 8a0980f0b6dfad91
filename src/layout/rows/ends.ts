import type { Block } from './block.ts';
import type { Placed } from './columns.ts';

/** Where a building begins and ends in its row. */
export type Ends = Pick<Placed, 'x0' | 'x1'>;

/** Ends nearer than this are in line. */
export const IN_LINE_M = 0.05;
/** Rows beside one another have so much length in common, metres. */
const BESIDE_M = 12;

/** Whether two stand in rows beside one another. */
export const beside = (a: Placed, b: Placed): boolean =>
  Math.abs(a.row - b.row) === 1 && Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > BESIDE_M - IN_LINE_M;

/** The room a building may be moved in: the free stretch it stands on, off its neighbours in the row and off aisles. */
export function roomOf({ rows, placed, aisles }: Block, one: Placed, gapM: number): readonly [number, number] {
  const { free } = rows[one.row];
  let [from, to] = [one.x0, one.x1];
  for (let i = 0; i < free.length; i += 2)
    if (free[i] <= one.x0 + IN_LINE_M && free[i + 1] >= one.x1 - IN_LINE_M) [from, to] = [free[i], free[i + 1]];
  const bound = (x0: number, x1: number): void => {
    if (x1 <= one.x0 + IN_LINE_M) from = Math.max(from, x1);
    else if (x0 >= one.x1 - IN_LINE_M) to = Math.min(to, x0);
  };
  for (const x of aisles) bound(x - gapM / 2, x + gapM / 2);
  for (const other of placed) if (other.row === one.row && other !== one) bound(other.x0 - gapM, other.x1 + gapM);
  return [Math.min(from, one.x0), Math.max(to, one.x1)];
}

/** How many of its ends are out of line with those of another. */
export const outOfLine = (x0: number, x1: number, other: Ends): number =>
  Number(Math.abs(x0 - other.x0) > IN_LINE_M) + Number(Math.abs(x1 - other.x1) > IN_LINE_M);
