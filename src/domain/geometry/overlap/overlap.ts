import Flatbush from 'flatbush';
import type { PlaneCrs } from '../../geodesy/crs.ts';
import { falseEasting, toLonLat } from '../../geodesy/zones.ts';
import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import type { SquareMetres } from '../../quantity/units.ts';
import { Clusters } from '../columns/clusters.ts';
import { placeOfOverlap, unionArea } from './coverage.ts';
import type { Layer, Position } from '../columns/layer.ts';
import {
  outlineArea,
  outlineOf,
  ringsOfOutline,
  ringsPerimeter,
  roughPerimeter,
  type Outline,
  type OutlineRings,
} from '../plane/outline.ts';
import { boundsOf, vertexRange, zoneOfFeature } from '../plane/project.ts';
import { commonArea, commonAreaOnce } from './trapezoids.ts';
import type { PlaneRings } from './overlay-rings.ts';

/** m² of ground that feature f of one layer and g of another have in common, on the plane of f's 3° zone. */
export function intersectionAreaM2(layerA: Layer, f: number, layerB: Layer, g: number): SquareMetres {
  const [p, q] = [boundsOf(layerA, f), boundsOf(layerB, g)];
  if (p[0] > q[2] || q[0] > p[2] || p[1] > q[3] || q[1] > p[3]) return 0;
  const crs = zoneOfFeature(layerA, f);
  return commonAreaOnce(outlineOf(layerA, f, crs), outlineOf(layerB, g, crs));
}

export interface Overlap {
  /** Rows of the layer, smaller first. */
  readonly a: number;
  readonly b: number;
  readonly areaM2: SquareMetres;
  /** A point well inside the common ground, degrees. */
  readonly at: Position;
}

/** Less than this is how far two stored copies of one border may differ, not an overlap: 0.1 mm × the shorter perimeter. */
export const sliverOf = (a: Outline, b: Outline): SquareMetres => sliverOfRings(ringsOfOutline(a), ringsOfOutline(b));

const sliverOfRings = (a: OutlineRings, b: OutlineRings, perimeter = ringsPerimeter): SquareMetres =>
  COORDINATE_RESOLUTION_M * Math.min(perimeter(a), perimeter(b));

/** Two ways to add up a perimeter differ by far less. */
const SURELY = 1e-9;

/** Whether they share more than a sliver; of most pairs that is so plain that roots need not be taken to the last bit. */
function isMoreThanSliver(areaM2: SquareMetres, a: OutlineRings, b: OutlineRings): boolean {
  const about = sliverOfRings(a, b, roughPerimeter);
  if (Math.abs(areaM2 - about) > SURELY * about) return areaM2 > about;
  return areaM2 > sliverOfRings(a, b);
}

/** Pairs among `rows` that share more ground than a sliver, in row order. */
export function overlapsOf(layer: Layer, rows: readonly number[]): Overlap[] {
  if (rows.length < 2) return [];
  const { drawn, outlines, crs } = outlinesOf(layer, rows);
  return [...overlapping(outlines)].map(([i, j, areaM2]) => ({
    a: drawn[i],
    b: drawn[j],
    areaM2,
    at: overlapPlace(outlines[i], outlines[j], crs),
  }));
}

/**
 * The overlap of rows a < b as `overlapsOf` tells it, where the layer is on the plane it would take; null where they share
 * no more than a sliver.
 *
 * @param areaM2 that the two have in common on that plane
 */
export function overlapOnPlane(
  { rings, crs }: LayerOnPlane,
  a: number,
  b: number,
  areaM2: SquareMetres,
): Overlap | null {
  const [p, q] = [rowOnPlane(rings, a), rowOnPlane(rings, b)];
  return isMoreThanSliver(areaM2, p, q) ? { a, b, areaM2, at: placeOf(p, q, crs) } : null;
}

export interface LayerOnPlane {
  readonly rings: PlaneRings;
  readonly crs: PlaneCrs;
}

const rowOnPlane = ({ xy, vertexStart, ringStart, sign, boxes }: PlaneRings, row: number): OutlineRings => ({
  xy,
  ringStart: vertexStart,
  sign,
  from: ringStart[row],
  to: ringStart[row + 1],
  west: boxes[4 * row],
  south: boxes[4 * row + 1],
  east: boxes[4 * row + 2],
  north: boxes[4 * row + 3],
});

/** Whether any two of them do; `outline` where their outlines are known. */
export function anyOverlap(
  layer: Layer,
  rows: readonly number[],
  outline: (row: number, crs: PlaneCrs) => Outline = (row, crs) => outlineOf(layer, row, crs),
): boolean {
  if (rows.length < 2) return false;
  const { drawn, crs } = drawnOf(layer, rows);
  const outlines = drawn.map((row) => outline(row, crs));
  return !overlapping(outlines).next().done;
}

/** Pairs that share more ground than a sliver and how much it is, in order; none of those that are not wanted. */
function* overlapping(
  outlines: readonly Outline[],
  isWanted: (i: number, j: number) => boolean = () => true,
): Generator<readonly [i: number, j: number, areaM2: SquareMetres]> {
  if (outlines.length < 2) return;
  const meeting = outlines.length > FEW ? meetingInTree(outlines) : meetingOf(outlines);
  // What is asked once is not kept ready for another time.
  const common = outlines.length > 2 ? commonArea : commonAreaOnce;
  for (const [i, p] of outlines.entries())
    for (const j of meeting(i)) {
      if (!isWanted(i, j)) continue;
      const areaM2 = common(p, outlines[j]);
      // Turned about, so that an area that is no number is none.
      if (areaM2 > sliverOf(p, outlines[j])) yield [i, j, areaM2];
    }
}

/** Of so many outlines all are looked at, of more those that a tree finds. */
const FEW = 16;

/** Outlines after the one asked about whose boxes meet its box, ascending. */
type Meeting = (i: number) => readonly number[];

const meetingOf =
  (outlines: readonly Outline[]): Meeting =>
  (i) => {
    const p = outlines[i];
    const found: number[] = [];
    for (let j = i + 1; j < outlines.length; j++) {
      const q = outlines[j];
      if (p.east < q.west || p.north < q.south || p.west > q.east || p.south > q.north) continue;
      found.push(j);
    }
    return found;
  };

function meetingInTree(outlines: readonly Outline[]): Meeting {
  const index = new Flatbush(outlines.length, 16, Float64Array);
  for (const o of outlines) index.add(o.west, o.south, o.east, o.north);
  index.finish();
  return (i) => {
    const p = outlines[i];
    return index.search(p.west, p.south, p.east, p.north, (j) => j > i).sort((m, n) => m - n);
  };
}

/** A point in degrees inside the ground two outlines share; the middle of their common box if that is too thin. */
export const overlapPlace = (p: Outline, q: Outline, crs: PlaneCrs): Position =>
  placeOf(ringsOfOutline(p), ringsOfOutline(q), crs);

function placeOf(p: OutlineRings, q: OutlineRings, crs: PlaneCrs): Position {
  const place = placeOfOverlap(p, q) ?? {
    x: (Math.max(p.west, q.west) + Math.min(p.east, q.east)) / 2,
    y: (Math.max(p.south, q.south) + Math.min(p.north, q.north)) / 2,
  };
  return toLonLat(crs, place.x + falseEasting(crs), place.y);
}

/**
 * m² that `rows` cover together on the plane, ground under several of them counted once; null where they lie over each
 * other in more ways than can be told in a reasonable time.
 */
export function unionAreaM2(layer: Layer, rows: readonly number[]): SquareMetres | null {
  if (rows.length === 0) return 0;
  const { outlines } = outlinesOf(layer, rows);
  // The same boundary again adds no ground.
  const different = [...new Map(outlines.map((o) => [o.xy.join(), o])).values()];
  const found = new Clusters(different.length);
  for (const [i, j] of overlapping(different, (i, j) => !found.isJoined(i, j))) found.join(i, j);
  let sum = 0;
  for (const group of found.groups()) {
    const area = group.length === 1 ? outlineArea(different[group[0]]) : unionArea(group.map((i) => different[i]));
    if (area === null) return null;
    sum += area;
  }
  return sum;
}

function outlinesOf(layer: Layer, rows: readonly number[]): { drawn: number[]; outlines: Outline[]; crs: PlaneCrs } {
  const { drawn, crs } = drawnOf(layer, rows);
  return { drawn, outlines: drawn.map((f) => outlineOf(layer, f, crs)), crs };
}

function drawnOf(layer: Layer, rows: readonly number[]): { drawn: number[]; crs: PlaneCrs } {
  const drawn = [...new Set(rows)].filter((f) => hasGeometry(layer, f)).sort((a, b) => a - b);
  // One plane for all, or the areas of a pair would depend on the order: the zone of the middle row.
  return { drawn, crs: zoneOfFeature(layer, drawn[drawn.length >> 1] ?? rows[0]) };
}

function hasGeometry(layer: Layer, f: number): boolean {
  const [from, to] = vertexRange(layer, f);
  return to > from;
}
