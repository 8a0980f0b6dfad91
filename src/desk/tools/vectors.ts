import type { Position } from '../../domain/geometry/columns/layer.ts';
import { alongEdge } from '../../domain/geometry/edit/insertions.ts';
import { exactTurn } from '../../domain/geometry/split/offsets.ts';

/** Two places a line runs through, or an edge between them. */
export type Line = readonly [Position, Position];

export const isSame = (p: Position, q: Position): boolean => p[0] === q[0] && p[1] === q[1];

export const apart = (p: Position, q: Position): number => Math.hypot(q[0] - p[0], q[1] - p[1]);

export const placeBetween = (p: Position, q: Position, share = 0.5): Position => [
  p[0] + share * (q[0] - p[0]),
  p[1] + share * (q[1] - p[1]),
];

export const shifted = (p: Position, [east, north]: Position): Position => [p[0] + east, p[1] + north];

/** 方位角 from p to q, degrees clockwise from grid north, 0 ≤ … < 360. */
export function azimuthOf(p: Position, q: Position): number {
  const degrees = (Math.atan2(q[0] - p[0], q[1] - p[1]) * 180) / Math.PI;
  return degrees < 0 ? (degrees + 360) % 360 : degrees;
}

/** East and north of a step of 1 m; exact in the four grid directions. */
export const stepAlong = (azimuthDeg: number): Position => exactTurn(azimuthDeg);

export function ahead(from: Position, azimuthDeg: number, lengthM: number): Position {
  const [east, north] = stepAlong(azimuthDeg);
  return [from[0] + lengthM * east, from[1] + lengthM * north];
}

/** Where p stands square on to the line through a and b, and its place on it: 0 at a, 1 at b. */
export function footOn([a, b]: Line, p: Position): { readonly at: Position; readonly share: number } {
  const share = alongEdge(a, b, p);
  return { at: placeBetween(a, b, share), share };
}

/** Metres from p to the edge. */
export function offLine([a, b]: Line, p: Position): number {
  return apart(placeBetween(a, b, Math.min(1, Math.max(0, alongEdge(a, b, p)))), p);
}

/** > 0 where p lies left of the line from a to b: twice the area between them, m². */
export const leftOf = ([a, b]: Line, p: Position): number =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

export interface Crossing {
  readonly at: Position;
  /** Places on both lines: 0 at the first point, 1 at the second. */
  readonly shares: readonly [number, number];
}

/** Sine of the least angle at which lines count as crossing: below it the place is noise. */
const LEAST_SINE = 1e-6;

export const crossingOf = ([a, b]: Line, other: Line): Crossing | null =>
  crossingAlong(a, [b[0] - a[0], b[1] - a[1]], other);

/** As above; the first line is given by a point and a step, so that its direction keeps all its digits. */
export function crossingAlong(a: Position, [ux, uy]: Position, [c, d]: Line): Crossing | null {
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const cross = ux * vy - uy * vx;
  if (!(Math.abs(cross) > LEAST_SINE * Math.hypot(ux, uy) * Math.hypot(vx, vy))) return null;
  const [wx, wy] = [c[0] - a[0], c[1] - a[1]];
  const shares = [(wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross] as const;
  return { at: [a[0] + shares[0] * ux, a[1] + shares[0] * uy], shares };
}
