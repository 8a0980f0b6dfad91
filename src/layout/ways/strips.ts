import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Point, Ring } from '../shape/site.ts';

/** A road as a strip: the middles of its two ends, and what lies between. */
export interface Strip {
  /** Against the clock. */
  readonly ring: Ring;
  readonly from: Point;
  readonly to: Point;
  readonly direction: Point;
  readonly lengthM: number;
  readonly widthM: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const apart = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** @param ring four corners, or the five of a piece round a bend, which ends at its first side and its fourth */
export function stripOf(ring: Ring): Strip {
  const isLengthways = ring.length === 4 && apart(ring[0], ring[1]) >= apart(ring[1], ring[2]);
  const [from, to] = isLengthways
    ? [middle(ring[3], ring[0]), middle(ring[1], ring[2])]
    : [middle(ring[0], ring[1]), middle(ring.at(-2)!, ring.at(-1)!)];
  const lengthM = apart(from, to) || 1;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return {
    ring: ringArea(ring) < 0 ? ring.toReversed() : ring,
    from,
    to,
    direction: [(to[0] - from[0]) / lengthM, (to[1] - from[1]) / lengthM],
    lengthM,
    widthM: isLengthways ? apart(ring[3], ring[0]) : apart(ring[0], ring[1]),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

/** Whether boxes of strips come within so much of one another. */
const boxesMeet = ({ box: a }: Strip, { box: b }: Strip, withinM: number): boolean =>
  a[0] <= b[2] + withinM && b[0] <= a[2] + withinM && a[1] <= b[3] + withinM && b[1] <= a[3] + withinM;

const NONE: Ring = [];
/** Reused from call to call: how far beyond a line each corner lies; a strip has five, and each line cuts it into one more at most. */
const beyond = new Float64Array(32);

/** What of a convex strip lies no farther than so much to the right of the line from a to b. */
function leftOf(ring: Ring, [ax, ay]: Point, [bx, by]: Point, withinM: number): Ring {
  const length = Math.hypot(bx - ax, by - ay);
  if (!length) return ring;
  let outside = 0;
  for (let k = 0; k < ring.length; k++) {
    const [x, y] = ring[k];
    beyond[k] = ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length - withinM;
    if (!(beyond[k] <= 0)) outside++;
  }
  if (!outside) return ring;
  if (outside === ring.length) return NONE;
  const left: Point[] = [];
  for (let k = 0; k < ring.length; k++) {
    const next = k + 1 === ring.length ? 0 : k + 1;
    const [u, v] = [beyond[k], beyond[next]];
    const [p, q] = [ring[k], ring[next]];
    if (u <= 0) left.push(p);
    if (u <= 0 !== v <= 0) left.push([p[0] + (u / (u - v)) * (q[0] - p[0]), p[1] + (u / (u - v)) * (q[1] - p[1])]);
  }
  return left;
}

/** What of a convex strip lies within so much of another; none where they lie apart. */
export function clipped(strip: Strip, by: Strip, withinM: number): Ring {
  if (!boxesMeet(strip, by, withinM)) return NONE;
  let left = strip.ring;
  for (let i = 0; i < by.ring.length && left.length > 0; i++)
    left = leftOf(left, by.ring[i], by.ring[(i + 1) % by.ring.length], withinM);
  return left;
}

/** Between which metres from its beginning points lie along a strip. */
export function stretchOn(
  { from, direction, lengthM }: Strip,
  points: Ring,
): { readonly from: number; readonly to: number } {
  const along = points.map(([x, y]) => (x - from[0]) * direction[0] + (y - from[1]) * direction[1]);
  return { from: Math.max(0, Math.min(...along)), to: Math.min(lengthM, Math.max(...along)) };
}
