import { area as turfArea } from '@turf/turf';
import geographiclib from 'geographiclib-geodesic';
import { ellipsoidRingAreas } from '../../src/domain/geodesy/authalic.ts';
import { ellipsoidRingArea } from '../../src/domain/geodesy/ellipsoid-area.ts';
import { densifiedRingArea } from '../../src/domain/geodesy/test-densified.ts';
import { FLATTENING, SEMI_MAJOR_M } from '../../src/domain/geodesy/ellipsoid.ts';
import { inverse } from '../../src/domain/geodesy/krueger.ts';
import { toMultiPolygon } from '../../src/domain/geometry/builder.ts';
import type { Layer } from '../../src/domain/geometry/layer.ts';
import { lonLatVertices, planeVertices } from '../../src/domain/geometry/project.ts';
import { benchParcels } from './parcels.ts';
import { interleaved, median, quantile } from './rounds.ts';

const PARCELS = 10_000;
/** The reference is slow (each parcel becomes hundreds of geodesics), so errors are taken over the first parcels. */
const JUDGED = 500;
const REFERENCE_STEP_M = 10;
const ROUNDS = 9;

export interface AreaResult {
  readonly name: string;
  readonly medianMs: number;
  readonly spreadMs: readonly [number, number];
  readonly verticesPerSecond: number;
  /** Times the median of ours, densified. */
  readonly ratio: number;
  /** Against geodesics cut every 10 m along the same plane lines. */
  readonly errors: { medianRelative: number; maxRelative: number; medianM2: number; maxM2: number };
}

export interface AreaReport {
  readonly parcels: number;
  readonly vertices: number;
  readonly rounds: number;
  readonly judged: number;
  readonly results: readonly AreaResult[];
}

type Method = (f: number) => number;

/** Ellipsoidal area of generated parcels: ours as given and densified, @turf/area and geographiclib-geodesic. */
export async function benchArea(): Promise<AreaReport> {
  const layer = benchParcels(PARCELS);
  const methods = methodsFor(layer);
  const total = (method: Method) => () => {
    let sum = 0;
    for (let f = 0; f < layer.size; f++) sum += method(f);
    return sum;
  };
  const contenders = Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, total(method)]));
  contenders[COLUMNS] = totalOfColumns(layer);
  const timings = await interleaved(contenders, ROUNDS);
  const vertices = layer.lonLat.length / 2;
  const base = median(timings.find((t) => t.name === OURS)!.rounds);
  const truth = Array.from({ length: JUDGED }, (_, f) => referenceArea(layer, f));
  const results = timings.map(({ name, rounds }): AreaResult => {
    const ms = median(rounds);
    const off = truth.map((t, f) => Math.abs(methods[name](f) - t));
    const relative = off.map((d, f) => d / truth[f]);
    return {
      name,
      medianMs: ms,
      spreadMs: [quantile(rounds, 0), quantile(rounds, 1)],
      verticesPerSecond: (vertices / ms) * 1000,
      ratio: ms / base,
      errors: {
        medianRelative: median(relative),
        maxRelative: Math.max(...relative),
        medianM2: median(off),
        maxM2: Math.max(...off),
      },
    };
  });
  return { parcels: layer.size, vertices, rounds: ROUNDS, judged: JUDGED, results };
}

const OURS = 'yuantu densified';
const COLUMNS = 'yuantu as given, columns';

/** All rings in one call, as the columns are meant to be used; holes come clockwise here and take themselves off. */
function totalOfColumns(layer: Layer): () => number {
  const lonLat = lonLatVertices(layer, 0, layer.lonLat.length / 2);
  const areas = new Float64Array(layer.vertexStart.length - 1);
  return () => ellipsoidRingAreas(lonLat, layer.vertexStart, areas).reduce((sum, area) => sum + area, 0);
}

function methodsFor(layer: Layer): Record<string, Method> {
  const crs = layer.surveyed!.crs;
  const count = layer.lonLat.length / 2;
  // All methods start from coordinates they can use at once: what is timed is the area, not the conversion.
  const lonLat = lonLatVertices(layer, 0, count);
  const xy = planeVertices(layer, crs, 0, count);
  const one = new Float64Array(1);
  const geometries = Array.from({ length: layer.size }, (_, f) => ({
    type: 'MultiPolygon' as const,
    coordinates: toMultiPolygon({ ...layer, lonLat }, f).map((part) =>
      part.map((ring) => ring.map(([x, y]) => [x, y])),
    ),
  }));
  const earth = new geographiclib.Geodesic.Geodesic(SEMI_MAJOR_M, FLATTENING);
  const geodesic = (from: number, to: number) => {
    const polygon = earth.Polygon(false);
    for (let v = from; v < to - 1; v++) polygon.AddPoint(lonLat[2 * v + 1], lonLat[2 * v]);
    return polygon.Compute(false, true).area ?? NaN;
  };
  const ofRings = (ringArea: (from: number, to: number) => number) => (f: number) => overRings(layer, f, ringArea);
  return {
    [OURS]: ofRings((from, to) => densifiedRingArea(lonLat, xy, from, to, crs.centralMeridian)),
    'yuantu as given': ofRings((from, to) => ellipsoidRingArea(lonLat, from, to)),
    [COLUMNS]: ofRings((from, to) => ellipsoidRingAreas(lonLat, Uint32Array.of(from, to), one)[0]),
    '@turf/area': (f) => turfArea(geometries[f]),
    'geographiclib-geodesic': ofRings(geodesic),
  };
}

/** Sum of signed ring areas: holes come clockwise here, so they take themselves off. */
function overRings(layer: Layer, f: number, ringArea: (from: number, to: number) => number): number {
  let sum = 0;
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++)
      sum += ringArea(layer.vertexStart[r], layer.vertexStart[r + 1]);
  return sum;
}

/** The ground itself: a polygon of geodesics 10 m long along the boundary lines of the plane. */
function referenceArea(layer: Layer, f: number): number {
  const crs = layer.surveyed!.crs;
  const earth = new geographiclib.Geodesic.Geodesic(SEMI_MAJOR_M, FLATTENING);
  const at = new Float64Array(2);
  return overRings(layer, f, (from, to) => {
    const xy = planeVertices(layer, crs, from, to);
    const polygon = earth.Polygon(false);
    for (let k = 0; k < xy.length - 2; k += 2) {
      const [dx, dy] = [xy[k + 2] - xy[k], xy[k + 3] - xy[k + 1]];
      const pieces = Math.ceil(Math.hypot(dx, dy) / REFERENCE_STEP_M);
      for (let i = 0; i < pieces; i++) {
        inverse(xy[k] + (i / pieces) * dx, xy[k + 1] + (i / pieces) * dy, crs.centralMeridian, at);
        polygon.AddPoint(at[1], at[0]);
      }
    }
    return polygon.Compute(false, true).area ?? NaN;
  });
}
