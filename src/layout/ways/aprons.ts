import type { Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { ringOf, type Block } from '../rows/block.ts';
import type { Placed } from '../rows/columns.ts';
import type { Ring } from '../shape/site.ts';

/** A yard shorter than that loads nothing. */
const LEAST_LENGTH_M = 12;

/**
 * Loading yards 装卸场地: before each building whose docks face the next row, from its wall to the lane between them.
 * @param frame the land in the direction of the rows as yards may lie in it
 */
export function apronsOf(frame: Frame, { rows, placed }: Block, laneM: number): Ring[] {
  return rows.slice(1).flatMap(({ y }, r) => {
    const before = rows[r];
    if (!before.docks) return [];
    const wall = before.y + before.depthM;
    const middle = (wall + y) / 2;
    const yards = (row: number, y0: number, y1: number): Ring[] =>
      placed.filter((one) => one.row === row).flatMap((one) => along(frame, one, y0, y1));
    return [...yards(r, wall, middle - laneM / 2), ...yards(r + 1, middle + laneM / 2, y)];
  });
}

/** Along a building, wherever the ground is free. */
function along(frame: Frame, { x0, x1 }: Placed, y0: number, y1: number): Ring[] {
  const free = freeIn(frame, y0, y1);
  const found: Ring[] = [];
  for (let i = 0; i < free.length; i += 2) {
    const [from, to] = [Math.max(free[i], x0), Math.min(free[i + 1], x1)];
    if (to - from >= LEAST_LENGTH_M) found.push(ringOf(frame, { x0: from, x1: to, y0, y1 }));
  }
  return found;
}
