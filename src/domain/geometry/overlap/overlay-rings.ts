import { planeRingArea } from '../../geodesy/plane-area.ts';
import type { Layer } from '../columns/layer.ts';
import type { Outline } from '../plane/outline.ts';

/** Edges of a ring go into runs of this many, each with a box, so that a long border is skipped run by run. */
export const RUN = 16;

/** Polygons on one plane, ready for the pair kernel. All columns are shared, none is written to. */
export interface PlaneRings {
  /** Interleaved metres; every ring repeats its first vertex at the end. */
  readonly xy: Float64Array;
  /** First vertex of each ring; length rings + 1. */
  readonly vertexStart: Uint32Array;
  /** First ring of each feature; length features + 1. */
  readonly ringStart: Uint32Array;
  /** Turns ring r into a counter-clockwise shell or a clockwise hole, whichever way it came. */
  readonly sign: Int8Array;
  /** West, south, east, north of each feature; ∞, ∞, −∞, −∞ without geometry. */
  readonly boxes: Float64Array;
  /** Area of each feature, holes taken off. */
  readonly areasM2: Float64Array;
  /** First run of each ring (length rings + 1), and west, south, east, north of each run of edges. */
  readonly runStart: Uint32Array;
  readonly runBoxes: Float64Array;
}

const prepared = new WeakMap<Outline, PlaneRings>();

/** As `planeRingsOf`, for an outline that is asked for again: it is not prepared again. Not for thousands, which burden the collector. */
export function keptPlaneRingsOf(outline: Outline): PlaneRings {
  const known = prepared.get(outline);
  if (known) return known;
  const rings = planeRingsOf(outline);
  prepared.set(outline, rings);
  return rings;
}

/** An outline as a layer of one feature. */
export const planeRingsOf = ({ xy, ringStart: vertexStart, sign }: Outline): PlaneRings =>
  planeRings({ xy, vertexStart, ringStart: Uint32Array.of(0, sign.length), sign }, ringAreas(xy, vertexStart));

/** A layer whose vertices, in its order, are at `xy` on one plane: interleaved metres. */
export function planeRingsOfLayer({ partStart, ringStart, vertexStart }: Starts, xy: Float64Array): PlaneRings {
  const sign = new Int8Array(vertexStart.length - 1).fill(-1);
  for (let p = 0; p + 1 < ringStart.length; p++) if (ringStart[p] < ringStart[p + 1]) sign[ringStart[p]] = 1;
  const areas = ringAreas(xy, vertexStart);
  for (let r = 0; r < sign.length; r++) if (areas[r] < 0) sign[r] *= -1;
  return planeRings({ xy, vertexStart, ringStart: partStart.map((p) => ringStart[p]), sign }, areas);
}

/** Signed, of each ring: above 0 where it runs counter-clockwise. */
function ringAreas(xy: Float64Array, vertexStart: Uint32Array): Float64Array {
  const areas = new Float64Array(vertexStart.length - 1);
  for (let r = 0; r < areas.length; r++) areas[r] = planeRingArea(xy, vertexStart[r], vertexStart[r + 1]);
  return areas;
}
type Starts = Pick<Layer, 'partStart' | 'ringStart' | 'vertexStart'>;

/** Adds the boxes and areas. */
function planeRings(
  bare: Pick<PlaneRings, 'xy' | 'vertexStart' | 'ringStart' | 'sign'>,
  areas: Float64Array,
): PlaneRings {
  const { xy, vertexStart, ringStart, sign } = bare;
  const features = ringStart.length - 1;
  const areasM2 = new Float64Array(features);
  for (let f = 0; f < features; f++)
    for (let r = ringStart[f]; r < ringStart[f + 1]; r++) areasM2[f] += sign[r] * areas[r];
  const runStart = new Uint32Array(vertexStart.length);
  for (let r = 0; r + 1 < vertexStart.length; r++)
    runStart[r + 1] = runStart[r] + Math.ceil(Math.max(0, vertexStart[r + 1] - vertexStart[r] - 1) / RUN);
  const runBoxes = new Float64Array(4 * runStart[runStart.length - 1]);
  for (let r = 0; r + 1 < vertexStart.length; r++)
    for (let run = runStart[r]; run < runStart[r + 1]; run++) {
      const from = vertexStart[r] + (run - runStart[r]) * RUN;
      writeBox(xy, from, Math.min(from + RUN + 1, vertexStart[r + 1]), runBoxes, 4 * run);
    }
  const boxes = new Float64Array(4 * features);
  for (let f = 0; f < features; f++)
    joinBoxes(runBoxes, runStart[ringStart[f]], runStart[ringStart[f + 1]], boxes, 4 * f);
  return { ...bare, boxes, areasM2, runStart, runBoxes };
}

/** Writes what boxes `from .. to` reach over together to `boxes[at]` and on. */
function joinBoxes(of: Float64Array, from: number, to: number, boxes: Float64Array, at: number): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let k = 4 * from; k < 4 * to; k += 4) {
    if (of[k] < west) west = of[k];
    if (of[k + 1] < south) south = of[k + 1];
    if (of[k + 2] > east) east = of[k + 2];
    if (of[k + 3] > north) north = of[k + 3];
  }
  boxes[at] = west;
  boxes[at + 1] = south;
  boxes[at + 2] = east;
  boxes[at + 3] = north;
}

/** Writes west, south, east, north of vertices `from .. to` to `boxes[at]` and on. */
export function writeBox(xy: Float64Array, from: number, to: number, boxes: Float64Array, at: number): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let k = 2 * from; k < 2 * to; k += 2) {
    const x = xy[k];
    const y = xy[k + 1];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  boxes[at] = west;
  boxes[at + 1] = south;
  boxes[at + 2] = east;
  boxes[at + 3] = north;
}
