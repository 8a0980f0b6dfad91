import type { Metres } from '../../quantity/units.ts';
import type { Outline } from '../plane/outline.ts';
import { nearInterval, nearestOfSegments } from '../lines/segments.ts';

/** A straight line on the plane from one border to another, metres. */
export interface Link {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Links side by side, from `first` to `last`: where two edges face each other they are many. */
export interface LinkFan {
  readonly first: Link;
  readonly last: Link;
}

/** The link at `t`, from 0 (the first) to 1 (the last). */
export const linkAt = ({ first, last }: LinkFan, t: number): Link => ({
  x1: first.x1 + t * (last.x1 - first.x1),
  y1: first.y1 + t * (last.y1 - first.y1),
  x2: first.x2 + t * (last.x2 - first.x2),
  y2: first.y2 + t * (last.y2 - first.y2),
});

/** How far two boxes lie apart; no two points of what is in them lie nearer. */
export const boxDistance = (a: Outline, b: Outline): Metres =>
  Math.hypot(Math.max(b.west - a.east, a.west - b.east, 0), Math.max(b.south - a.north, a.south - b.north, 0));

/** Links between two edges, given by their first numbers in the outlines. */
export interface EdgeLinks {
  readonly fan: LinkFan;
  readonly edges: readonly [number, number];
}

/** Every link from `a` to `b` that is no longer than `withinM`, which is to be their distance or hardly more. */
export function shortLinks(a: Outline, b: Outline, withinM: Metres): EdgeLinks[] {
  const found: EdgeLinks[] = [];
  for (const edges of edgePairs(a, b, withinM)) {
    const [k, j] = edges;
    const near = nearestOfSegments(a.xy, k, b.xy, j);
    if (!(Math.sqrt(near.squared) <= withinM)) continue;
    found.push({ fan: { first: near, last: near }, edges });
    const facing = nearInterval(a.xy, k, b.xy, j, withinM);
    if (!facing) continue;
    const [first, last] = facing.map((t) => squareOn(a.xy, k, t, b.xy, j));
    found.push({ fan: { first, last }, edges });
  }
  return found;
}

/** From the point at `t` of edge k to the foot of its perpendicular on edge j. */
function squareOn(a: Float64Array, k: number, t: number, b: Float64Array, j: number): Link {
  const [x1, y1] = [a[k] + t * (a[k + 2] - a[k]), a[k + 1] + t * (a[k + 3] - a[k + 1])];
  const [vx, vy] = [b[j + 2] - b[j], b[j + 3] - b[j + 1]];
  const s = ((x1 - b[j]) * vx + (y1 - b[j + 1]) * vy) / (vx * vx + vy * vy);
  return { x1, y1, x2: b[j] + s * vx, y2: b[j + 1] + s * vy };
}

/** Edges of `a` and `b`, by their first numbers, whose boxes lie no farther apart than that. */
function edgePairs(a: Outline, b: Outline, withinM: Metres): [number, number][] {
  const others = edgesOf(b).filter((j) => edgeToBox(b.xy, j, a.west, a.south, a.east, a.north) <= withinM);
  return edgesOf(a).flatMap((k) => {
    if (edgeToBox(a.xy, k, b.west, b.south, b.east, b.north) > withinM) return [];
    const [w, e] = [Math.min(a.xy[k], a.xy[k + 2]), Math.max(a.xy[k], a.xy[k + 2])];
    const [s, n] = [Math.min(a.xy[k + 1], a.xy[k + 3]), Math.max(a.xy[k + 1], a.xy[k + 3])];
    return others.filter((j) => edgeToBox(b.xy, j, w, s, e, n) <= withinM).map((j): [number, number] => [k, j]);
  });
}

function edgesOf({ sign, ringStart }: Outline): number[] {
  const found: number[] = [];
  for (let r = 0; r < sign.length; r++)
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2) found.push(k);
  return found;
}

function edgeToBox(xy: Float64Array, k: number, west: number, south: number, east: number, north: number): Metres {
  const dx = Math.max(west - Math.max(xy[k], xy[k + 2]), Math.min(xy[k], xy[k + 2]) - east, 0);
  const dy = Math.max(south - Math.max(xy[k + 1], xy[k + 3]), Math.min(xy[k + 1], xy[k + 3]) - north, 0);
  return Math.hypot(dx, dy);
}
