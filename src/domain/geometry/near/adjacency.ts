import type { Metres } from '../../quantity/units.ts';
import type { Layer, Position } from '../columns/layer.ts';
import { boxesMeet, insideOutline, outlineOf, type Outline } from '../plane/outline.ts';
import { zoneOfFeature } from '../plane/project.ts';
import { nearInterval, nearestOfSegments, type Nearest } from '../lines/segments.ts';
import { toLonLat, falseEasting } from '../../geodesy/zones.ts';

/**
 * Metres of one outline's border that run along another's on the same plane within a tolerance. Two pieces of border run
 * along each other when they differ in direction by at most 30° and face each other square on: so a corner that touches a
 * corner or a side adds nothing, and a border that bends with its neighbour counts in full.
 */
export function sharedLength(a: Outline, b: Outline, tolerance: Metres): Metres {
  if (!boxesMeet(a, b, tolerance)) return 0;
  const others = edgesNear(b, a, tolerance);
  let sum = 0;
  const spans: [number, number][] = [];
  for (const k of edgesNear(a, b, tolerance)) {
    const length = Math.hypot(a.xy[k + 2] - a.xy[k], a.xy[k + 3] - a.xy[k + 1]);
    spans.length = 0;
    for (const j of others) {
      const span = nearInterval(a.xy, k, b.xy, j, tolerance);
      if (span) spans.push(span);
    }
    sum += length * unionLength(spans);
  }
  return sum;
}

/** Positions in `a.xy` of the edges whose box comes within `slack` of the box of `b`. */
function edgesNear(a: Outline, b: Outline, slack: number): number[] {
  const found: number[] = [];
  for (let r = 0; r < a.sign.length; r++)
    for (let k = 2 * a.ringStart[r]; k < 2 * a.ringStart[r + 1] - 2; k += 2) {
      if (Math.max(a.xy[k], a.xy[k + 2]) < b.west - slack || Math.min(a.xy[k], a.xy[k + 2]) > b.east + slack) continue;
      if (Math.max(a.xy[k + 1], a.xy[k + 3]) < b.south - slack) continue;
      if (Math.min(a.xy[k + 1], a.xy[k + 3]) > b.north + slack) continue;
      found.push(k);
    }
  return found;
}

/** Total length of the union of intervals. */
function unionLength(spans: [number, number][]): number {
  spans.sort((p, q) => p[0] - q[0]);
  let sum = 0;
  let reached = -Infinity;
  for (const [from, to] of spans) {
    if (to > reached) sum += to - Math.max(from, reached);
    reached = Math.max(reached, to);
  }
  return sum;
}

export interface Separation {
  /** Shortest distance between the two, on the plane; 0 when they touch or overlap. */
  readonly distanceM: Metres;
  /** Where it is shortest, degrees: on f's border and on g's. */
  readonly from: Position;
  readonly to: Position;
}

/** How far two features lie apart, and where. Distance ∞ when either has no geometry. */
export function distanceBetween(layer: Layer, f: number, g: number): Separation {
  const crs = zoneOfFeature(layer, f);
  const a = outlineOf(layer, f, crs);
  const b = outlineOf(layer, g, crs);
  const best = nearest(a, b);
  const at = (x: number, y: number): Position => toLonLat(crs, x + falseEasting(crs), y);
  return { distanceM: Math.sqrt(best.squared), from: at(best.x1, best.y1), to: at(best.x2, best.y2) };
}

/** Where two outlines on one plane lie nearest; squared distance 0 when they touch, overlap or one holds the other. */
export function nearest(a: Outline, b: Outline): Nearest {
  const within = inside(a, b) ?? inside(b, a);
  if (within) return { squared: 0, x1: within[0], y1: within[1], x2: within[0], y2: within[1] };
  return nearestBorders(a, b, { squared: Infinity, x1: NaN, y1: NaN, x2: NaN, y2: NaN });
}

function nearestBorders(a: Outline, b: Outline, start: Nearest): Nearest {
  let best = start;
  for (const k of edgesNear(a, b, Infinity)) {
    const [x1, x2] = [Math.min(a.xy[k], a.xy[k + 2]), Math.max(a.xy[k], a.xy[k + 2])];
    const [y1, y2] = [Math.min(a.xy[k + 1], a.xy[k + 3]), Math.max(a.xy[k + 1], a.xy[k + 3])];
    const [dx, dy] = [Math.max(b.west - x2, x1 - b.east, 0), Math.max(b.south - y2, y1 - b.north, 0)];
    if (dx * dx + dy * dy >= best.squared) continue;
    for (const j of edgesNear(b, a, Infinity)) {
      const near = nearestOfSegments(a.xy, k, b.xy, j);
      if (near.squared < best.squared) best = near;
      if (best.squared === 0) return best;
    }
  }
  return best;
}

/** A vertex of `a` inside `b`: then one holds part of the other, and no border need be near another. */
function inside(a: Outline, b: Outline): [number, number] | null {
  if (!boxesMeet(a, b)) return null;
  for (let r = 0; r < a.sign.length; r++) {
    const k = 2 * a.ringStart[r];
    if (insideOutline(b, a.xy[k], a.xy[k + 1])) return [a.xy[k], a.xy[k + 1]];
  }
  return null;
}
