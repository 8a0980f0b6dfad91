import type { Point } from '../shape/site.ts';
import type { Block } from './block.ts';
import { areaOf } from './columns.ts';

/** Fewer buildings of one depth are no monotony. */
export const SEVERAL = 4;
/** Another depth that is seen at once: so much of that of the others. */
const SEEN = 0.8;

/** The row so deep: the wall towards the street stays, what is left is behind it. */
function shallower(block: Block, row: number, depthM: number, streetY: number): Block {
  const was = block.rows[row];
  const y = streetY < was.y + was.depthM / 2 ? was.y : was.y + was.depthM - depthM;
  const placed = block.placed.map((one) => (one.row === row ? { ...one, y0: y, y1: y + depthM } : one));
  return { ...block, rows: block.rows.with(row, { ...was, y, depthM }), placed, areaM2: areaOf(placed) };
}

/**
 * Where all rows are equally deep, that nearest the street is less deep, or that with least building.
 * @param street a point on it, on the plane of the site
 * @param leastM2 building that is left at least
 * @returns null where depths differ already or no less deep row leaves so much
 */
export function variedDepths(block: Block, depthsM: readonly number[], street: Point, leastM2: number): Block | null {
  const { rows, placed, frame } = block;
  const filled = [...new Set(placed.map(({ row }) => row))];
  if (placed.length < SEVERAL || filled.length < 2) return null;
  const { depthM } = rows[filled[0]];
  if (filled.some((row) => rows[row].depthM !== depthM)) return null;
  const streetY = frame.turned(street)[1];
  const leastBy = (of: (row: number) => number): number => filled.reduce((a, b) => (of(b) < of(a) ? b : a));
  const front = leastBy((row) => Math.abs(rows[row].y + depthM / 2 - streetY));
  const smallest = leastBy((row) => areaOf(placed.filter((one) => one.row === row)));
  const less = depthsM.filter((one) => one < depthM).toSorted((a, b) => b - a);
  const seen = less.find((one) => one <= SEEN * depthM);
  for (const depth of [...(seen === undefined ? [] : [seen]), ...less.slice(0, 1)])
    for (const row of [front, smallest]) {
      const varied = shallower(block, row, depth, streetY);
      if (varied.areaM2 >= leastM2) return varied;
    }
  return null;
}
