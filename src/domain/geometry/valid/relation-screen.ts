import { planeRingArea } from '../../geodesy/plane-area.ts';
import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import type { Layer } from '../columns/layer.ts';
import { PairKernel } from '../overlap/overlay-pair.ts';
import { RUN, writeBox } from '../overlap/overlay-rings.ts';
import { BEND_PER_M2 } from './ring-clearance.ts';
import { insideRing, type Scale } from './ring-screen.ts';

/** More rings or vertices than this are left to the full examination. */
const MOST_RINGS = 64;
export const MOST_VERTICES = 512;
/** Rounding may not decide: what is this close to a bound is left to the full examination. */
const CLEAR = 1 - 1e-9;

const runs = MOST_RINGS + MOST_VERTICES / RUN;
const columns = {
  xy: new Float64Array(0) as Float64Array,
  vertexStart: new Uint32Array(MOST_RINGS + 1),
  runStart: new Uint32Array(MOST_RINGS + 1),
  runBoxes: new Float64Array(4 * runs),
};
const features = () => ({ boxes: new Float64Array(4 * MOST_RINGS), areasM2: new Float64Array(MOST_RINGS) });
/** Each ring as a shell of its own, and each part with its holes: two views of the same columns, filled anew each time. */
const rings = {
  ...columns,
  ...features(),
  ringStart: Uint32Array.from({ length: MOST_RINGS + 1 }, (_, r) => r),
  sign: new Int8Array(MOST_RINGS),
};
const parts = {
  ...columns,
  ...features(),
  ringStart: new Uint32Array(MOST_RINGS + 1),
  sign: new Int8Array(MOST_RINGS),
};
const lengths = new Float64Array(MOST_RINGS);
const partLengths = new Float64Array(MOST_RINGS);
const kernel = new PairKernel();

/**
 * Whether rings of feature `f` that are plain and do not meet, on the plane of its zone either, lie as they should: then
 * one vertex tells where a whole ring is. `false` only says that it is not so simple.
 */
export function plainNesting(layer: Layer, f: number, xy: Float64Array, scale: Scale): boolean {
  const { partStart, ringStart, vertexStart } = layer;
  for (let p = partStart[f]; p < partStart[f + 1]; p++) {
    const shell = ringStart[p];
    let area = Math.abs(planeRingArea(xy, vertexStart[shell], vertexStart[shell + 1]));
    for (let hole = shell + 1; hole < ringStart[p + 1]; hole++) {
      if (!startsWithin(xy, vertexStart, hole, shell)) return false;
      for (let other = shell + 1; other < hole; other++)
        if (startsWithin(xy, vertexStart, hole, other) || startsWithin(xy, vertexStart, other, hole)) return false;
      area -= Math.abs(planeRingArea(xy, vertexStart[hole], vertexStart[hole + 1]));
    }
    // No edge is longer than two sides of the shell's box.
    const from = vertexStart[shell];
    const to = vertexStart[ringStart[p + 1]];
    writeBox(xy, from, vertexStart[shell + 1], box, 0);
    const longest = (box[2] - box[0]) * scale.x + (box[3] - box[1]) * scale.y;
    const thin = 2 * COORDINATE_RESOLUTION_M + BEND_PER_M2 * longest * longest;
    if (!(area * scale.x * scale.y > thin * longest * (to - from))) return false;
    for (let q = partStart[f]; q < p; q++)
      if (startsWithin(xy, vertexStart, ringStart[q], shell) || startsWithin(xy, vertexStart, shell, ringStart[q]))
        return false;
  }
  return true;
}
const box = new Float64Array(4);

/** Whether the first vertex of a ring lies inside another; exact. */
function startsWithin(xy: Float64Array, vertexStart: Uint32Array, ring: number, other: number): boolean {
  const k = 2 * vertexStart[ring];
  return insideRing(xy, vertexStart[other], vertexStart[other + 1], xy[k], xy[k + 1]);
}

/**
 * Whether the rings of feature `f`, each sound by itself and at most `MOST_VERTICES` long together, clearly lie as they should: holes in their shells, nothing
 * over anything else, and some ground left. `plane` holds the vertices of the layer from number `offset` on, metres of
 * the plane of its zone. `false` only says that it is not clear.
 */
export function plainRelations(layer: Layer, f: number, plane: Float64Array, offset: number): boolean {
  const firstPart = layer.partStart[f];
  const lastPart = layer.partStart[f + 1];
  const first = layer.ringStart[firstPart];
  const last = layer.ringStart[lastPart];
  if (last - first > MOST_RINGS) return false;
  rings.xy = parts.xy = plane;
  kernel.forget();
  for (let r = first; r <= last; r++) columns.vertexStart[r - first] = layer.vertexStart[r] - offset;
  for (let r = 0; r < last - first; r++) measureRing(r);
  let areaM2 = 0;
  let lengthM = 0;
  for (let p = firstPart; p < lastPart; p++) {
    const shell = layer.ringStart[p] - first;
    const end = layer.ringStart[p + 1] - first;
    if (shell === end || !holesLieWell(shell, end)) return false;
    measurePart(p - firstPart, shell, end);
    areaM2 += parts.areasM2[p - firstPart];
    lengthM += partLengths[p - firstPart];
  }
  for (let i = 0; i < lastPart - firstPart; i++)
    for (let j = i + 1; j < lastPart - firstPart; j++) {
      const sliver = COORDINATE_RESOLUTION_M * Math.min(partLengths[i], partLengths[j]);
      if (kernel.commonArea(parts, i, parts, j) > sliver * CLEAR) return false;
    }
  return areaM2 * CLEAR > COORDINATE_RESOLUTION_M * lengthM;
}

function holesLieWell(shell: number, end: number): boolean {
  for (let hole = shell + 1; hole < end; hole++) {
    const missing = rings.areasM2[hole] - kernel.commonArea(rings, shell, rings, hole);
    if (missing > COORDINATE_RESOLUTION_M * lengths[hole] * CLEAR) return false;
    for (let other = hole + 1; other < end; other++) {
      const sliver = COORDINATE_RESOLUTION_M * Math.min(lengths[hole], lengths[other]);
      if (kernel.commonArea(rings, hole, rings, other) > sliver * CLEAR) return false;
    }
  }
  return true;
}

function measureRing(r: number): void {
  const { vertexStart, runStart, runBoxes } = columns;
  const { xy } = rings;
  const from = vertexStart[r];
  const to = vertexStart[r + 1];
  const area = planeRingArea(xy, from, to);
  rings.sign[r] = area < 0 ? -1 : 1;
  rings.areasM2[r] = Math.abs(area);
  let length = 0;
  for (let k = 2 * from + 2; k < 2 * to; k += 2)
    length += Math.sqrt((xy[k] - xy[k - 2]) ** 2 + (xy[k + 1] - xy[k - 1]) ** 2);
  lengths[r] = length;
  writeBox(xy, from, to, rings.boxes, 4 * r);
  runStart[r + 1] = runStart[r] + Math.ceil((to - from - 1) / RUN);
  for (let v = from, run = runStart[r]; run < runStart[r + 1]; run++, v += RUN)
    writeBox(xy, v, Math.min(v + RUN + 1, to), runBoxes, 4 * run);
}

function measurePart(p: number, shell: number, end: number): void {
  parts.ringStart[p] = shell;
  parts.ringStart[p + 1] = end;
  parts.areasM2[p] = partLengths[p] = 0;
  for (let r = shell; r < end; r++) {
    const role = r === shell ? 1 : -1;
    parts.sign[r] = role * rings.sign[r];
    parts.areasM2[p] += role * rings.areasM2[r];
    partLengths[p] += lengths[r];
  }
  // Its holes lie in its shell.
  for (let side = 0; side < 4; side++) parts.boxes[4 * p + side] = rings.boxes[4 * shell + side];
}
