import type { Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { ringOf } from '../rows/block.ts';
import type { Point, Ring } from '../shape/site.ts';

/** From the wall to the lane round a building: half-way in the spacing of 10 m. */
const OFF_M = 3;
/** Shorter sides have no lane of their own. */
const LEAST_SIDE_M = 6;

/** The land turned to a direction, as lanes find it. */
type FrameOf = (angleRad: number) => Frame;

/** Lanes along a side of a building as far as the ground is free, past its corners so that they meet others. */
export function lanesAlong(ring: Ring, side: number, laneM: number, frameOf: FrameOf): Ring[] {
  const [a, b] = [ring[side], ring[(side + 1) % ring.length]];
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
}

/** Lanes round a building, along each of its sides. */
export function lanesRound(ring: Ring, laneM: number, frameOf: FrameOf): Ring[] {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length];
    return Math.hypot(b[0] - a[0], b[1] - a[1]) < LEAST_SIDE_M ? [] : lanesAlong(ring, i, laneM, frameOf);
  });
}
