import { area as turfArea } from '@turf/turf';
import { ellipsoidRingAreas, straightRingAreas } from '../../src/domain/geodesy/ring-areas.ts';
import { toMultiPolygon } from '../../src/domain/geometry/columns/builder.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import { layerAreas } from '../../src/domain/geometry/measure/measures.ts';
import { errorsOf, geodesicRingArea } from './area-errors.ts';
import { benchCity, CENTRAL_MERIDIAN } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { interleaved, median, shownMs, type Contender, type Timing } from './rounds.ts';

const ROUNDS = 5;
/** GeographicLib in JavaScript takes minutes for them all: it measures so many parcels, and its time is scaled up by vertices. */
const SAMPLE = 20_000;

/** Ours take milliseconds: they run so often in a row, and the time is divided. */
const REPEATS = 10;

const GIVEN = 'yuantu, edges as given';
const STRAIGHT = 'yuantu, edges straight on the plane';
const FIGURES = 'yuantu, plane, ellipsoid and perimeter, from projection on';
const TURF = '@turf/area';
const GEOGRAPHICLIB = 'geographiclib-geodesic, scaled up';
const POSTGIS = 'PostGIS ST_Area(geography)';

export const area: Benchmark = { name: 'area', title: 'Ellipsoidal area', usesPostgis: true, run };

async function run({ size, postgis, say }: BenchOptions): Promise<BenchReport> {
  const city = benchCity(size);
  const { layer } = city;
  const contenders = contendersOf(layer);
  if (postgis) {
    say('loading parcels …');
    await postgis.load('parcels', city, 'degrees');
    await postgis.query('CREATE TABLE geographies AS SELECT geom::geography AS geog FROM parcels');
    await postgis.query('VACUUM ANALYZE geographies');
    const sum = 'SELECT sum(ST_Area(geog)) AS sum FROM geographies';
    contenders[POSTGIS] = async () => (await postgis.query<{ sum: number }>(sum))[0].sum;
  }
  const timings = scaled(await interleaved(contenders, ROUNDS, 1), layer);
  const ms = new Map(timings.map(({ name, rounds }) => [name, median(rounds)]));
  const times = (peer: string, ours: string): number => ms.get(peer)! / ms.get(ours)!;
  const peers = [TURF, GEOGRAPHICLIB, ...(postgis ? [POSTGIS] : [])];
  const vertices = layer.lonLat.length / 2;
  say('judging …');
  return {
    about:
      `Areas of ${size} parcels (${vertices} vertices) in degrees, ${ROUNDS} rounds. Edges as given are straight in ` +
      `longitude and authalic latitude, the survey's series; straight on the plane is the figure shown. GeographicLib ` +
      `measures geodesics between the vertices of ${Math.min(SAMPLE, size)} parcels. PostGIS reads a table of geographies. Ours leave a column of areas, the others sum theirs.`,
    table: {
      head: ['contender', 'ms', 'million vertices / s', '× as given', '× straight'],
      rows: timings.map(({ name, rounds }) => [
        name,
        shownMs(rounds),
        (vertices / median(rounds) / 1000).toFixed(1),
        times(name, GIVEN).toFixed(1),
        times(name, STRAIGHT).toFixed(1),
      ]),
    },
    checks: errorsOf(layer),
    ratios: Object.fromEntries(
      peers.flatMap((peer) => [
        [`${peer} / as given`, times(peer, GIVEN)],
        [`${peer} / straight`, times(peer, STRAIGHT)],
      ]),
    ),
    peers: ['@turf/turf', 'geographiclib-geodesic'],
  };
}

/** Ours leave every area in a column, the others a sum: no rows have to leave the database. Holes come clockwise in this set. */
function contendersOf(layer: Layer): Record<string, Contender> {
  const { lonLat, vertexStart } = layer;
  const areas = new Float64Array(vertexStart.length - 1);
  const geometries = Array.from({ length: layer.size }, (_, f) => ({
    type: 'MultiPolygon' as const,
    coordinates: toMultiPolygon(layer, f) as [number, number][][][],
  }));
  return {
    [GIVEN]: repeated(() => ellipsoidRingAreas(lonLat, vertexStart, areas)[0]),
    [STRAIGHT]: repeated(() => straightRingAreas(lonLat, vertexStart, CENTRAL_MERIDIAN, areas)[0]),
    [FIGURES]: () => total(layerAreas(layer).ellipsoidM2),
    [TURF]: () => geometries.reduce((sum, geometry) => sum + turfArea(geometry), 0),
    [GEOGRAPHICLIB]: () => {
      let sum = 0;
      for (let r = 0; r < sampledRings(layer); r++)
        sum += geodesicRingArea(lonLat.subarray(2 * vertexStart[r], 2 * vertexStart[r + 1]));
      return sum;
    },
  };
}

const repeated = (once: () => number) => (): number => {
  let sum = 0;
  for (let i = 0; i < REPEATS; i++) sum += once();
  return sum;
};
const sampledRings = (layer: Layer): number => layer.ringStart[layer.partStart[Math.min(SAMPLE, layer.size)]];

/** Times as if each contender had measured all of the set, once. */
function scaled(timings: readonly Timing[], layer: Layer): Timing[] {
  const factors: Readonly<Record<string, number>> = {
    [GIVEN]: 1 / REPEATS,
    [STRAIGHT]: 1 / REPEATS,
    [GEOGRAPHICLIB]: layer.lonLat.length / 2 / layer.vertexStart[sampledRings(layer)],
  };
  return timings.map(({ name, rounds }) => ({ name, rounds: rounds.map((ms) => ms * (factors[name] ?? 1)) }));
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
