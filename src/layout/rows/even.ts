import type { Block } from './block.ts';
import type { Placed } from './columns.ts';
import type { Cutting } from './cut.ts';

/** A building gives up no more of its length so that its ends lie in line with those of the row beside. */
const MOST_LOSS = 0.1;
/** Ends nearer than this are in line. */
const IN_LINE_M = 0.05;
/** Rows beside one another have so much length in common, metres. */
const BESIDE_M = 12;

/** The room a building may be moved in: the free stretch it stands on, off its neighbours in the row and off aisles. */
function roomOf({ rows, placed, aisles }: Block, one: Placed, gapM: number): readonly [number, number] {
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

/** How many of its ends lie in line with those of another. */
const inLine = (x0: number, x1: number, other: Placed): number =>
  Number(Math.abs(x0 - other.x0) < IN_LINE_M) + Number(Math.abs(x1 - other.x1) < IN_LINE_M);

/** The same building with more of its ends in line with one beside it, moved or shorter by few whole bays; null where it cannot be. */
function linedUp(block: Block, one: Placed, beside: readonly Placed[], { bayM, minM, gapM }: Cutting): Placed | null {
  const [from, to] = roomOf(block, one, gapM);
  const lengthM = one.x1 - one.x0;
  const least = Math.max(minM, lengthM * (1 - MOST_LOSS));
  const linesOf = (x0: number, x1: number): number => beside.reduce((sum, other) => sum + inLine(x0, x1, other), 0);
  let best: { readonly x0: number; readonly x1: number; readonly lines: number } = {
    x0: one.x0,
    x1: one.x1,
    lines: linesOf(one.x0, one.x1),
  };
  for (let length = lengthM; length >= least - 1e-6; length -= bayM)
    for (const { x0: start, x1: end } of beside)
      for (const x0 of [start, end - length]) {
        if (x0 < from - 1e-6 || x0 + length > to + 1e-6) continue;
        const lines = linesOf(x0, x0 + length);
        if (lines > best.lines) best = { x0, x1: x0 + length, lines };
      }
  return best.x0 === one.x0 && best.x1 === one.x1 ? null : { ...one, x0: best.x0, x1: best.x1 };
}

/**
 * Rows whose ends step less along a slanted side: from row to row, and back, a building comes in line with those of the row
 * before where that costs it few bays.
 */
export function evened(block: Block, cutting: Cutting): Block {
  const placed = [...block.placed];
  const overlap = (a: Placed, b: Placed): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const order = placed.map((_, i) => i).sort((a, b) => placed[a].row - placed[b].row);
  for (const step of [-1, 1] as const)
    for (const i of step < 0 ? order : order.toReversed()) {
      const one = placed[i];
      const besideIn = (row: number): Placed[] => placed.filter((other) => other.row === row && overlap(one, other) > BESIDE_M); // prettier-ignore
      const [towards, other] = [besideIn(one.row + step), besideIn(one.row - step)];
      // On the way back what is in line with the row before stays so.
      const next = linedUp({ ...block, placed }, one, step < 0 ? towards : [...towards, ...other], cutting);
      if (next) placed[i] = next;
    }
  const areaM2 = placed.reduce((sum, { x0, x1, y0, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  return { ...block, placed, areaM2 };
}
