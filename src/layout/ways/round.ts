import type { Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { ringOf } from '../rows/block.ts';
import type { Point, Ring } from '../shape/site.ts';

/** From the wall to the lane round a building: half-way in the spacing of 10 m. */
const OFF_M = 3;
/** Shorter sides have no lane of their own. */
const LEAST_SIDE_M = 6;

/**
 * Lanes round a building, along each of its sides as far as the ground is free, past its corners so that they meet.
 * @param frameOf the land turned to a direction, as lanes find it
 */
export function lanesRound(ring: Ring, laneM: number, frameOf: (angleRad: number) => Frame): Ring[] {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length];
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) < LEAST_SIDE_M) return [];
    const frame = frameOf(Math.atan2(b[1] - a[1], b[0] - a[0]));
    const [[x0, y], [x1]] = [frame.turned(a), frame.turned(b)];
    const ys = ring.map((point: Point) => frame.turned(point)[1]);
    // The building lies on one side of its side.
    const isAbove = ys.reduce((sum, other) => sum + other, 0) / ys.length > y;
    const [low, high] = isAbove ? [y - OFF_M - laneM, y - OFF_M] : [y + OFF_M, y + OFF_M + laneM];
    const past = OFF_M + laneM;
    const free = freeIn(frame, low, high);
    const found: Ring[] = [];
    for (let k = 0; k < free.length; k += 2) {
      const [from, to] = [Math.max(free[k], x0 - past), Math.min(free[k + 1], x1 + past)];
      if (to - from >= LEAST_SIDE_M) found.push(ringOf(frame, { x0: from, x1: to, y0: low, y1: high }));
    }
    return found;
  });
}
