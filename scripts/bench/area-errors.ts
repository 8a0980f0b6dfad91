import { area as turfArea } from '@turf/turf';
import geographiclib from 'geographiclib-geodesic';
import { ellipsoidRingArea } from '../../src/domain/geodesy/ellipsoid-area.ts';
import { FLATTENING, SEMI_MAJOR_M } from '../../src/domain/geodesy/ellipsoid.ts';
import { forward, inverse } from '../../src/domain/geodesy/krueger.ts';
import { ellipsoidRingAreas, straightRingAreas } from '../../src/domain/geodesy/ring-areas.ts';
import { densifiedRingArea } from '../../src/domain/geodesy/test-densified.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import { CENTRAL_MERIDIAN } from './city.ts';
import { median } from './rounds.ts';

/** Rings judged by the series and by geodesics, spread over the set. */
const BY_SERIES = 3000;
const BY_GEODESICS = 1000;

const earth = new geographiclib.Geodesic.Geodesic(SEMI_MAJOR_M, FLATTENING);
/** Signed area of one closed ring of lon, lat degrees, its edges geodesics. */
export function geodesicRingArea(ring: Float64Array): number {
  const polygon = earth.Polygon(false);
  for (let k = 0; k + 2 < ring.length; k += 2) polygon.AddPoint(ring[k + 1], ring[k]);
  return polygon.Compute(false, true).area ?? NaN;
}

/** How far each figure is from the slow one it stands for, over rings spread over the layer. */
export function errorsOf(layer: Layer): string[] {
  const series = spread(layer, BY_SERIES);
  const geodesics = spread(layer, BY_GEODESICS);
  const of = (rings: readonly Float64Array[], fast: Measure, slow: Measure) => shown(rings, fast, slow);
  const exact = atLimit((ring) => ellipsoidRingArea(ring, 0, ring.length / 2));
  return [
    `as given, against the survey's series term by term: ${of(series, given, literal)}`,
    `straight, against that series on the edges cut ever finer on the plane: ${of(series, straight, exact)}`,
    `straight, against GeographicLib's geodesics along those lines (noise of its own about 1e-4 m²): ${of(geodesics, straight, atLimit(geodesicRingArea))}`,
    `cut every 70 m, against straight: ${of(series, cutEvery70m, straight)}`,
    `@turf/area, against straight: ${of(series, turf, straight)}`,
  ];
}

type Measure = (ring: Float64Array) => number;
const whole = (ring: Float64Array): Uint32Array => Uint32Array.of(0, ring.length / 2);
const given: Measure = (ring) => ellipsoidRingAreas(ring, whole(ring), new Float64Array(1))[0];
const literal: Measure = (ring) => ellipsoidRingArea(ring, 0, ring.length / 2);
const straight: Measure = (ring) => straightRingAreas(ring, whole(ring), CENTRAL_MERIDIAN, new Float64Array(1))[0];
const cutEvery70m: Measure = (ring) => densifiedRingArea(ring, planeOf(ring), 0, ring.length / 2, CENTRAL_MERIDIAN);
const turf: Measure = (ring) => {
  const positions = Array.from({ length: ring.length / 2 }, (_, v) => [ring[2 * v], ring[2 * v + 1]]);
  return Math.sign(straight(ring)) * turfArea({ type: 'Polygon', coordinates: [positions] });
};

/** What a measure of cut edges tends to: its error falls with the square of the pieces. */
const atLimit =
  (measure: Measure): Measure =>
  (ring) => {
    const xy = planeOf(ring);
    return (4 * measure(cut(xy, 8)) - measure(cut(xy, 4))) / 3;
  };

function planeOf(ring: Float64Array): Float64Array {
  const xy = new Float64Array(ring.length);
  for (let k = 0; k < ring.length; k += 2) forward(ring[k], ring[k + 1], CENTRAL_MERIDIAN, xy, k);
  return xy;
}

function cut(xy: Float64Array, pieces: number): Float64Array {
  const edges = xy.length / 2 - 1;
  const out = new Float64Array(2 * (edges * pieces + 1));
  for (let i = 0; i <= edges * pieces; i++) {
    const k = 2 * Math.min(Math.floor(i / pieces), edges - 1);
    const t = i / pieces - k / 2;
    const [east, north] = [xy[k] + t * (xy[k + 2] - xy[k]), xy[k + 1] + t * (xy[k + 3] - xy[k + 1])];
    inverse(east, north, CENTRAL_MERIDIAN, out, 2 * i);
  }
  return out;
}

function spread({ lonLat, vertexStart }: Layer, count: number): Float64Array[] {
  const rings = vertexStart.length - 1;
  return Array.from({ length: Math.min(count, rings) }, (_, i) => {
    const r = Math.floor((i * rings) / Math.min(count, rings));
    return lonLat.slice(2 * vertexStart[r], 2 * vertexStart[r + 1]);
  });
}

function shown(rings: readonly Float64Array[], fast: Measure, slow: Measure): string {
  const truth = rings.map(slow);
  const off = rings.map((ring, i) => Math.abs(fast(ring) - truth[i]));
  const relative = off.map((d, i) => d / Math.abs(truth[i]));
  const text = (values: readonly number[]) =>
    `${median(values).toExponential(1)} (≤ ${Math.max(...values).toExponential(1)})`;
  return `relative ${text(relative)}, m² ${text(off)}, ${rings.length} rings`;
}
