import type { PlaneCrs } from '../../geodesy/crs.ts';
import { planeRingArea } from '../../geodesy/plane-area.ts';
import type { Layer } from '../columns/layer.ts';
import { planeVertices } from './project.ts';

/**
 * One feature on the plane, ready for the pair kernels: closed rings of interleaved metres from the central meridian
 * and the equator. `sign[r]` turns ring r into a counter-clockwise shell or a clockwise hole, whichever way it came.
 */
export interface Outline {
  readonly xy: Float64Array;
  /** Length rings + 1, in vertices. */
  readonly ringStart: Uint32Array;
  readonly sign: Int8Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** An outline among others in the same columns: rings `from .. to` of them. */
export interface OutlineRings extends Outline {
  readonly from: number;
  readonly to: number;
}

/** An outline that has its columns to itself. */
export const ringsOfOutline = (outline: Outline): OutlineRings => ({ ...outline, from: 0, to: outline.sign.length });

/** Parts `firstPart .. lastPart` (exclusive, as counted in the layer) of a layer as one outline. */
function outlineOfParts(layer: Layer, crs: PlaneCrs, firstPart: number, lastPart: number): Outline {
  const firstRing = layer.ringStart[firstPart];
  const lastRing = layer.ringStart[lastPart];
  const shells = new Set<number>();
  for (let p = firstPart; p < lastPart; p++) shells.add(layer.ringStart[p]);
  return outlineOfRings(layer, crs, firstRing, lastRing, (ring) => shells.has(ring));
}

function outlineOfRings(
  layer: Layer,
  crs: PlaneCrs,
  firstRing: number,
  lastRing: number,
  isShell: (ring: number) => boolean,
): Outline {
  const offset = layer.vertexStart[firstRing];
  const xy = planeVertices(layer, crs, offset, layer.vertexStart[lastRing]);
  const ringStart = layer.vertexStart.slice(firstRing, lastRing + 1).map((v) => v - offset);
  const sign = new Int8Array(lastRing - firstRing);
  for (let r = 0; r < sign.length; r++) {
    const turn = planeRingArea(xy, ringStart[r], ringStart[r + 1]) < 0 ? -1 : 1;
    sign[r] = isShell(firstRing + r) ? turn : -turn;
  }
  return { xy, ringStart, sign, ...extent(xy) };
}

export const outlineOf = (layer: Layer, f: number, crs: PlaneCrs): Outline =>
  outlineOfParts(layer, crs, layer.partStart[f], layer.partStart[f + 1]);
export const outlineOfPart = (layer: Layer, part: number, crs: PlaneCrs): Outline =>
  outlineOfParts(layer, crs, part, part + 1);
/** The ground a single ring encloses, whatever its role. */
export const outlineOfRing = (layer: Layer, ring: number, crs: PlaneCrs): Outline =>
  outlineOfRings(layer, crs, ring, ring + 1, () => true);

function extent(xy: Float64Array): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let k = 0; k < xy.length; k += 2) {
    box.west = Math.min(box.west, xy[k]);
    box.east = Math.max(box.east, xy[k]);
    box.south = Math.min(box.south, xy[k + 1]);
    box.north = Math.max(box.north, xy[k + 1]);
  }
  return box;
}

export const boxesMeet = (a: Outline, b: Outline, slack = 0): boolean =>
  a.west <= b.east + slack && b.west <= a.east + slack && a.south <= b.north + slack && b.south <= a.north + slack;

/** Area of the outline in m², holes taken off. */
export function outlineArea({ xy, ringStart, sign }: Outline): number {
  let sum = 0;
  for (let r = 0; r < sign.length; r++) sum += sign[r] * planeRingArea(xy, ringStart[r], ringStart[r + 1]);
  return sum;
}

/** Length of all its boundary lines in metres. */
export const outlinePerimeter = (outline: Outline): number => ringsPerimeter(ringsOfOutline(outline));

export function ringsPerimeter({ xy, ringStart, from, to }: OutlineRings): number {
  let sum = 0;
  for (let r = from; r < to; r++)
    for (let v = ringStart[r] + 1; v < ringStart[r + 1]; v++)
      sum += Math.hypot(xy[2 * v] - xy[2 * v - 2], xy[2 * v + 1] - xy[2 * v - 1]);
  return sum;
}

/** The same but for its last bits, far faster. */
export function roughPerimeter({ xy, ringStart, from, to }: OutlineRings): number {
  let sum = 0;
  for (let r = from; r < to; r++)
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2)
      sum += Math.sqrt((xy[k + 2] - xy[k]) ** 2 + (xy[k + 3] - xy[k + 1]) ** 2);
  return sum;
}

/** Whether a point of the plane lies inside (even–odd over all rings; a point on a border may go either way). */
export function insideOutline({ xy, ringStart, sign }: Outline, x: number, y: number): boolean {
  let inside = false;
  for (let r = 0; r < sign.length; r++)
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2)
      if (xy[k + 1] > y !== xy[k + 3] > y) {
        const t = (y - xy[k + 1]) / (xy[k + 3] - xy[k + 1]);
        if (x < xy[k] + t * (xy[k + 2] - xy[k])) inside = !inside;
      }
  return inside;
}
