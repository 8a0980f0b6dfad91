import { planeRingArea } from '../../geodesy/plane-area.ts';
import type { Metres, SquareMetres } from '../../quantity/units.ts';
import type { Layer } from '../columns/layer.ts';
import { planeVertices, vertexRange, zoneOfFeature } from '../plane/project.ts';

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
 * By boundary point: what one standard error of its east and of its north does to an area, m². Areas of neighbours have
 * points in common, which move one area up and the other down.
 */
export type AreaPull = ReadonlyMap<string, readonly [eastM2: SquareMetres, northM2: SquareMetres]>;

/**
 * The pull on the plane area of feature `f`, holes and parts included, when each coordinate of each vertex has the
 * standard error `vertexSigmaM`: the linear propagation through the shoelace. A vertex that rings share is one point. The
 * second order, some σ_v² for each vertex, is left out; so is an error common to all vertices, which moves a parcel and
 * leaves its area.
 */
export function areaPull(layer: Layer, f: number, vertexSigmaM: Metres): AreaPull {
  const [first, last] = vertexRange(layer, f);
  const xy = planeVertices(layer, zoneOfFeature(layer, f), first, last);
  // Points are known by the numbers they are stored with, which are the same in every feature that has them.
  const stored = (layer.surveyed?.eastNorth ?? layer.lonLat).subarray(2 * first, 2 * last);
  const pull = new Map<string, [number, number]>();
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const [from, to] = [layer.vertexStart[r] - first, layer.vertexStart[r + 1] - first];
      const turn = planeRingArea(xy, from, to) < 0 ? -1 : 1;
      const role = r === layer.ringStart[p] ? turn : -turn;
      addRing(pull, { xy, stored, from, count: to - from - 1 }, (role * vertexSigmaM) / 2);
    }
  return pull;
}

/** Standard error in m² of the sum of areas, every point moving on its own: the root of the squares of its pulls. */
export function sigmaOfPulls(pulls: readonly AreaPull[]): SquareMetres {
  const together = new Map<string, [number, number]>();
  for (const pull of pulls) for (const [point, [east, north]] of pull) add(together, point, east, north);
  let squares = 0;
  for (const [east, north] of together.values()) squares += east * east + north * north;
  return Math.sqrt(squares);
}

/** Standard error in m² of the plane area of feature `f`: of a simple ring ½ σ_v √Σ |P(i+1) − P(i−1)|². */
export const areaSigmaM2 = (layer: Layer, f: number, vertexSigmaM: Metres): SquareMetres =>
  sigmaOfPulls([areaPull(layer, f, vertexSigmaM)]);

interface OpenRing {
  readonly xy: Float64Array;
  readonly stored: Float64Array;
  readonly from: number;
  readonly count: number;
}

function addRing(pull: Map<string, [number, number]>, { xy, stored, from, count }: OpenRing, factor: number): void {
  for (let i = 0; i < count; i++) {
    const at = 2 * (from + i);
    const next = 2 * (from + ((i + 1) % count));
    const before = 2 * (from + ((i + count - 1) % count));
    const point = `${stored[at]} ${stored[at + 1]}`;
    add(pull, point, factor * (xy[next + 1] - xy[before + 1]), factor * (xy[before] - xy[next]));
  }
}

function add(pull: Map<string, [number, number]>, point: string, east: number, north: number): void {
  const own = pull.get(point);
  if (!own) return void pull.set(point, [east, north]);
  own[0] += east;
  own[1] += north;
}
