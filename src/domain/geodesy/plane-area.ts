import type { SquareMetres } from '../quantity/units.ts';

/**
 * Signed area of the closed ring `from .. to` (vertex numbers, the last repeats the first) of interleaved coordinates:
 * positive when it runs counter-clockwise. Coordinates are taken from the first vertex, so that a small parcel does not
 * lose its digits to an easting of 38 million.
 */
export function planeRingArea(xy: Float64Array, from: number, to: number): SquareMetres {
  const x0 = xy[2 * from];
  const y0 = xy[2 * from + 1];
  let twice = 0;
  let px = 0;
  let py = 0;
  for (let v = 2 * from + 2; v < 2 * to; v += 2) {
    const x = xy[v] - x0;
    const y = xy[v + 1] - y0;
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return twice / 2;
}

/** Length of the ring's boundary, in the unit of the coordinates. */
export function ringLength(xy: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let v = 2 * from + 2; v < 2 * to; v += 2) {
    const dx = xy[v] - xy[v - 2];
    const dy = xy[v + 1] - xy[v - 1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}
