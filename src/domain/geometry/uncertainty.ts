import { planeRingArea } from '../geodesy/plane-area.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Layer } from './layer.ts';
import { planeVertices, vertexRange, zoneOfFeature } from './project.ts';

/** Where the standard error 中误差 of a vertex is taken from. */
export type VertexPrecision =
  /**
   * 精度 of a boundary-point file or a survey report, metres, taken as the standard error of each coordinate. By custom
   * many files write 0.001 there, the resolution of their digits: a person decides whether it may stand for the error.
   */
  | { readonly from: 'stated'; readonly precisionM: Metres }
  /** Digitised from a map 1 : `denominator`. */
  | { readonly from: 'scale'; readonly denominator: number };

/** Standard error of a point digitised from a map, metres on its sheet (图上 0.2 mm, a common rule, from memory: confidence 0.6). */
const MAP_ERROR_M = 0.0002;

/** Standard error of each coordinate of a vertex, metres. */
export const vertexSigmaOf = (precision: VertexPrecision): Metres =>
  precision.from === 'stated' ? precision.precisionM : MAP_ERROR_M * precision.denominator;

/**
 * Standard error in m² of the plane area of feature `f`, holes and parts included, when each coordinate of each vertex
 * has the standard error `vertexSigmaM`, independently: σ² = ¼ σ_v² Σ |P(i+1) − P(i−1)|², the linear propagation through the
 * shoelace. A vertex that rings of the feature share is one point: it moves them together. The second order, some σ_v² for
 * each vertex, is left out; so is an error common to all vertices, which moves a parcel and leaves its area.
 */
export function areaSigmaM2(layer: Layer, f: number, vertexSigmaM: Metres): SquareMetres {
  const [first, last] = vertexRange(layer, f);
  const xy = planeVertices(layer, zoneOfFeature(layer, f), first, last);
  /** By vertex: derivative of twice the area by its east and its north. */
  const slopes = new Map<string, [east: number, north: number]>();
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const [from, to] = [layer.vertexStart[r] - first, layer.vertexStart[r + 1] - first];
      const turn = planeRingArea(xy, from, to) < 0 ? -1 : 1;
      addSlopes(slopes, xy, from, to, r === layer.ringStart[p] ? turn : -turn);
    }
  let squares = 0;
  for (const [east, north] of slopes.values()) squares += east * east + north * north;
  return (vertexSigmaM * Math.sqrt(squares)) / 2;
}

function addSlopes(
  slopes: Map<string, [number, number]>,
  xy: Float64Array,
  from: number,
  to: number,
  sign: number,
): void {
  const count = to - from - 1;
  for (let i = 0; i < count; i++) {
    const at = 2 * (from + i);
    const next = 2 * (from + ((i + 1) % count));
    const before = 2 * (from + ((i + count - 1) % count));
    const key = `${xy[at]} ${xy[at + 1]}`;
    const slope = slopes.get(key) ?? [0, 0];
    slope[0] += sign * (xy[next + 1] - xy[before + 1]);
    slope[1] += sign * (xy[before] - xy[next]);
    slopes.set(key, slope);
  }
}
