import type { PlaneCrs } from '../../geodesy/crs.ts';
import { planeRingArea } from '../../geodesy/plane-area.ts';
import type { Layer } from '../columns/layer.ts';
import type { Outline } from './outline.ts';
import { allOnPlane, planeVertices } from './project.ts';

type Offsets = Pick<Layer, 'size' | 'vertexStart' | 'ringStart' | 'partStart'>;

/** A whole layer on one plane, as the kernels over many features take it. */
export interface PlaneColumns extends Offsets {
  /** East, north interleaved, metres from the central meridian and the equator; the vertex order of the layer. */
  readonly xy: Float64Array;
  /** West, south, east, north of each feature, metres; ∞, ∞, −∞, −∞ without geometry, which meets no other box. */
  readonly boxes: Float64Array;
}

/** No plane reaches so far: what lies beyond (NaN and ∞ included) has no place, and its feature counts as empty. */
const FARTHEST_M = 1e9;

/** The layer projected to `crs`: O(vertices), so done once for all that follows. */
export const planeColumns = (layer: Layer, crs: PlaneCrs): PlaneColumns =>
  columnsOf(layer, planeVertices(layer, crs, 0, layer.lonLat.length / 2));

/** The same with vertices that others of the same plane share. */
export const sharedColumns = (layer: Layer, crs: PlaneCrs): PlaneColumns => columnsOf(layer, allOnPlane(layer, crs));

/** Columns on numbers that are on the plane already; `xy` is kept, not copied. */
export function columnsOf({ size, vertexStart, ringStart, partStart }: Offsets, xy: Float64Array): PlaneColumns {
  const boxes = new Float64Array(4 * size);
  for (let k = 0; k < boxes.length; k++) boxes[k] = k % 4 < 2 ? Infinity : -Infinity;
  for (let f = 0; f < size; f++) {
    const to = 2 * vertexStart[ringStart[partStart[f + 1]]];
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    let sum = 0; // is no finite number when one of them is none
    for (let k = 2 * vertexStart[ringStart[partStart[f]]]; k < to; k += 2) {
      const x = xy[k];
      const y = xy[k + 1];
      sum += x + y;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    if (!(Math.abs(sum) < Infinity && Math.max(-west, east, -south, north) <= FARTHEST_M)) continue;
    boxes[4 * f] = west;
    boxes[4 * f + 1] = south;
    boxes[4 * f + 2] = east;
    boxes[4 * f + 3] = north;
  }
  return { size, vertexStart, ringStart, partStart, xy, boxes };
}

/** Feature f as an outline; its coordinates are shared with the columns, not copied. */
export function outlineAt(columns: PlaneColumns, f: number): Outline {
  const { vertexStart, ringStart, partStart, boxes } = columns;
  const [firstRing, lastRing] = [ringStart[partStart[f]], ringStart[partStart[f + 1]]];
  const first = vertexStart[firstRing];
  const xy = columns.xy.subarray(2 * first, 2 * vertexStart[lastRing]);
  const starts = vertexStart.slice(firstRing, lastRing + 1);
  for (let r = 0; r < starts.length; r++) starts[r] -= first;
  const sign = new Int8Array(lastRing - firstRing).fill(-1);
  for (let p = partStart[f]; p < partStart[f + 1]; p++) sign[ringStart[p] - firstRing] = 1;
  for (let r = 0; r < sign.length; r++) if (planeRingArea(xy, starts[r], starts[r + 1]) < 0) sign[r] *= -1;
  const [west, south, east, north] = boxes.subarray(4 * f, 4 * f + 4);
  return { xy, ringStart: starts, sign, west, south, east, north };
}
