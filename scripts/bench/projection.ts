import proj4 from 'proj4';
import { FLATTENING, RADIANS, SEMI_MAJOR_M } from '../../src/domain/geodesy/ellipsoid.ts';
import { forward, inverse } from '../../src/domain/geodesy/krueger.ts';
import { forwardColumns, inverseColumns } from '../../src/domain/geodesy/projection.ts';
import { benchCity, CENTRAL_MERIDIAN } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import type { Postgis } from './postgis.ts';
import { openProj, type ProjVector } from './proj-vector.ts';
import { interleaved, median, shownMs, type Contender, type Timing } from './rounds.ts';

const ROUNDS = 5;
/** proj4js and Krüger's series are slow: they do so many vertices, and their times are scaled up. */
const SAMPLE = 500_000;
const EARTH = `+a=${SEMI_MAJOR_M} +rf=${1 / FLATTENING}`;
const TMERC = `+proj=tmerc +lat_0=0 +lon_0=${CENTRAL_MERIDIAN} +k=1 +x_0=0 +y_0=0 ${EARTH}`;
const PIPELINE = `+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step ${TMERC}`;

const [OURS, PROJ, POSTGIS, KRUEGER, PROJ4JS] = [
  'yuantu',
  'PROJ, vector transform',
  'PostGIS ST_Transform of the parcels',
  'yuantu, Krüger’s series vertex by vertex, scaled up',
  'proj4js, scaled up',
];
const [TO, BACK] = [' → plane', ' → degrees'];

export const projection: Benchmark = {
  name: 'projection',
  title: 'Longitude and latitude to Gauss–Krüger and back',
  usesPostgis: true,
  run,
};

async function run({ size, postgis, say }: BenchOptions): Promise<BenchReport> {
  const city = benchCity(size);
  const { lonLat } = city.layer;
  const proj = openProj(lonLat, PIPELINE);
  try {
    const contenders: Record<string, Contender> = { ...oursAndProj4(lonLat), ...projContenders(proj) };
    if (postgis) {
      say('loading parcels …');
      await postgis.load('parcels', city, 'degrees');
      Object.assign(contenders, await postgisContenders(postgis));
    }
    const timings = scaled(await interleaved(contenders, ROUNDS, 1), lonLat.length / 2);
    return {
      about:
        `${lonLat.length / 2} vertices of ${size} parcels, ${ROUNDS} rounds. ${proj ? `${proj.version} is called` : 'PROJ is not here; it would be called'} ` +
        `from C with proj_trans_generic on interleaved numbers; ST_Transform also reads and builds the parcels.`,
      ...tableOf(timings, lonLat.length / 2),
      checks: await checksOf(lonLat, proj),
      peers: ['proj4'],
      missing: proj ? [] : ['PROJ, no C compiler or no headers here: install libproj-dev'],
    };
  } finally {
    proj?.close();
  }
}

function oursAndProj4(lonLat: Float64Array): Record<string, Contender> {
  const plane = forwardColumns(lonLat, CENTRAL_MERIDIAN, new Float64Array(lonLat.length));
  const out = new Float64Array(lonLat.length);
  const end = Math.min(lonLat.length, 2 * SAMPLE);
  const each = (from: Float64Array, step: (k: number) => void) => () => {
    for (let k = 0; k < end; k += 2) step(k);
    return out[0] + from[0];
  };
  const peer = proj4(`+proj=longlat ${EARTH} +no_defs`, TMERC);
  const put = (k: number, [x, y]: number[]): void => {
    out[k] = x;
    out[k + 1] = y;
  };
  return {
    [OURS + TO]: () => forwardColumns(lonLat, CENTRAL_MERIDIAN, out)[0],
    [OURS + BACK]: () => inverseColumns(plane, CENTRAL_MERIDIAN, out)[0],
    [KRUEGER + TO]: each(lonLat, (k) => forward(lonLat[k], lonLat[k + 1], CENTRAL_MERIDIAN, out, k)),
    [KRUEGER + BACK]: each(plane, (k) => inverse(plane[k], plane[k + 1], CENTRAL_MERIDIAN, out, k)),
    [PROJ4JS + TO]: each(lonLat, (k) => put(k, peer.forward([lonLat[k], lonLat[k + 1]]))),
    [PROJ4JS + BACK]: each(plane, (k) => put(k, peer.inverse([plane[k], plane[k + 1]]))),
  };
}

const projContenders = (proj: ProjVector | null): Record<string, Contender> =>
  proj ? { [PROJ + TO]: proj.forward, [PROJ + BACK]: proj.inverse } : {};

async function postgisContenders(postgis: Postgis): Promise<Record<string, Contender>> {
  await postgis.query('CREATE TABLE planes AS SELECT ST_Transform(geom, 4547) AS geom FROM parcels');
  await postgis.query('VACUUM ANALYZE planes');
  const sum = (table: string, srid: number) => async () => {
    const sql = `SELECT sum(ST_NPoints(ST_Transform(geom, ${srid}))) AS n FROM ${table}`;
    return Number((await postgis.query<{ n: string }>(sql))[0].n);
  };
  return { [POSTGIS + TO]: sum('parcels', 4547), [POSTGIS + BACK]: sum('planes', 4490) };
}

function scaled(timings: readonly Timing[], vertices: number): Timing[] {
  const factor = Math.max(1, vertices / SAMPLE);
  const sampled = (name: string) => name.startsWith(KRUEGER) || name.startsWith(PROJ4JS);
  return timings.map(({ name, rounds }) => ({
    name,
    rounds: sampled(name) ? rounds.map((ms) => ms * factor) : rounds,
  }));
}

/** Each way is held against our own same way. */
function tableOf(timings: readonly Timing[], vertices: number): Pick<BenchReport, 'table' | 'ratios'> {
  const ms = new Map(timings.map(({ name, rounds }) => [name, median(rounds)]));
  const ratio = (name: string): number => ms.get(name)! / ms.get(OURS + (name.endsWith(TO) ? TO : BACK))!;
  return {
    table: {
      head: ['contender', 'ms', 'million vertices / s', '× ours'],
      rows: timings.map(({ name, rounds }) => [
        name,
        shownMs(rounds),
        (vertices / median(rounds) / 1000).toFixed(1),
        ratio(name).toFixed(1),
      ]),
    },
    ratios: Object.fromEntries(timings.map(({ name }) => [name, ratio(name)])),
  };
}

async function checksOf(lonLat: Float64Array, proj: ProjVector | null): Promise<string[]> {
  const plane = forwardColumns(lonLat, CENTRAL_MERIDIAN, new Float64Array(lonLat.length));
  const back = inverseColumns(plane, CENTRAL_MERIDIAN, new Float64Array(lonLat.length));
  const theirs = proj ? await proj.plane() : null;
  let [away, apart] = [0, 0];
  for (let k = 0; k < lonLat.length; k++) {
    away = Math.max(away, Math.abs(back[k] - lonLat[k]) * RADIANS * SEMI_MAJOR_M);
    if (theirs) apart = Math.max(apart, Math.abs(plane[k] - theirs[k]));
  }
  return [
    ...(theirs ? [`to the plane, against PROJ: at most ${apart.toExponential(1)} m apart`] : []),
    `there and back: at most ${away.toExponential(1)} m from where it began`,
    `over 25–45 zones, ±3°, 0–56° N, against Krüger's series: at most ${everywhere().toExponential(1)} m, both ways`,
  ];
}

/** The farthest from Krüger's series, metres, on a grid over every zone that no row or cell of ours knows. */
function everywhere(): number {
  const [here, slow] = [new Float64Array(2), new Float64Array(2)];
  let off = 0;
  for (let zone = 25; zone <= 45; zone++)
    for (let lat = 0; lat <= 56; lat += 0.0973)
      for (let dLon = -3; dLon <= 3; dLon += 0.371) {
        here.set([3 * zone + dLon, lat]);
        forward(here[0], lat, 3 * zone, slow);
        forwardColumns(here, 3 * zone, here);
        off = Math.max(off, Math.abs(here[0] - slow[0]), Math.abs(here[1] - slow[1]));
        here.set(slow);
        inverse(slow[0], slow[1], 3 * zone, slow);
        inverseColumns(here, 3 * zone, here);
        for (const c of [0, 1]) off = Math.max(off, Math.abs(here[c] - slow[c]) * RADIANS * SEMI_MAJOR_M);
      }
  return off;
}
