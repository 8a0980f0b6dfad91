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

/** What of a convex strip lies within so much of another; none where they lie apart. */
export function clipped(strip: Strip, by: Strip, withinM: number): Ring {
  const [a, b] = [strip.box, by.box];
  if (a[0] > b[2] + withinM || b[0] > a[2] + withinM || a[1] > b[3] + withinM || b[1] > a[3] + withinM) return [];
  let left = strip.ring;
  by.ring.forEach(([ax, ay], i) => {
    const [bx, by_] = by.ring[(i + 1) % by.ring.length];
    const length = Math.hypot(bx - ax, by_ - ay);
    if (!length) return;
    // Beyond the side, to its right, by how much.
    const beyond = ([x, y]: Point): number => ((x - ax) * (by_ - ay) - (y - ay) * (bx - ax)) / length - withinM;
    left = left.flatMap((p, k): Point[] => {
      const q = left[(k + 1) % left.length];
      const [u, v] = [beyond(p), beyond(q)];
      const cut: Point[] = u <= 0 !== v <= 0 ? [[p[0] + (u / (u - v)) * (q[0] - p[0]), p[1] + (u / (u - v)) * (q[1] - p[1])]] : []; // prettier-ignore
      return u <= 0 ? [p, ...cut] : cut;
    });
  });
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
