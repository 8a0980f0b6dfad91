import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { toMultiPolygon } from '../../src/domain/geometry/columns/builder.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import { codedOf } from '../../src/domain/land/records/coded.ts';
import { mercator } from '../../src/formats/mvt/mercator.ts';
import { tileSet } from '../../src/formats/mvt/tiles.ts';
import { benchCity } from './city.ts';
import type { Benchmark, BenchReport } from './contract.ts';
import type { Postgis } from './postgis.ts';
import { interleaved, median, shownMs, type Contender } from './rounds.ts';

const MOST_PARCELS = 100_000;
const TILES = 253;
const ROUNDS = 3;
const ZOOMS = [10, 11, 12, 13, 14, 15] as const;
const STATUSES = ['in-use', 'idle', 'low-efficiency', 'vacant', 'planned'];
type Tile = readonly [z: number, x: number, y: number];

/** Index and tiles of a layer with two attributes, from what each contender keeps its geometry in. */
export const tiles: Benchmark = {
  name: 'tiles',
  title: 'Vector tiles',
  usesPostgis: true,
  run: ({ size, postgis, say }) => run(Math.min(size, MOST_PARCELS), postgis, say),
};

async function run(size: number, postgis: Postgis | null, say: (line: string) => void): Promise<BenchReport> {
  const city = benchCity(size);
  const { layer } = city;
  const wanted = tilesOver(layer);
  const ids = Array.from({ length: size }, (_, f) => `4101${String(f).padStart(8, '0')}`);
  const status = Array.from({ length: size }, (_, f) => STATUSES[f % STATUSES.length]);
  const contenders: Record<string, Contender> = {
    [OURS]: () => bytesOfOurs(layer, ids, status, wanted),
    [GEOJSON_VT]: peer(layer, ids, status, wanted),
  };
  if (postgis) {
    say('filling the database …');
    await postgis.load('raw', city, 'degrees');
    for (const srid of [3857, 4490] as const) contenders[POSTGIS[srid]] = await inDatabase(postgis, srid, wanted);
  }
  const bytes: Record<string, number> = {};
  const counted = Object.entries(contenders).map(([name, make]): [string, Contender] => [
    name,
    async () => (bytes[name] = await make()),
  ]);
  const timings = await interleaved(Object.fromEntries(counted), ROUNDS, 1);
  const ms = (name: string) => median(timings.find((t) => t.name === name)!.rounds);
  return {
    about:
      `${size} parcels, id and status, ${wanted.length} tiles of zooms 10 to 15 (extent 4096, buffer 64), index and ` +
      `simplification included, ${ROUNDS} rounds; PostGIS starts from a stored and indexed geometry.`,
    table: {
      head: ['contender', 'ms', 'ours faster', 'MB of tiles'],
      rows: timings.map(({ name, rounds }) => [
        name,
        shownMs(rounds),
        `${(median(rounds) / ms(OURS)).toFixed(1)} ×`,
        (bytes[name] / 2 ** 20).toFixed(1),
      ]),
    },
    checks: ['decoded tiles are held against geojson-vt by src/formats/mvt/tiles.test.ts, within one unit'],
    ratios: Object.fromEntries(timings.filter((t) => t.name !== OURS).map(({ name }) => [name, ms(name) / ms(OURS)])),
    peers: ['@maplibre/geojson-vt', '@maplibre/vt-pbf'],
  };
}

const OURS = 'Yuantu';
const GEOJSON_VT = '@maplibre/geojson-vt + vt-pbf';
/** As tables for drawing keep their geometry, and as a land register does. */
const POSTGIS = {
  3857: 'PostGIS ST_AsMVT, stored in EPSG:3857',
  4490: 'PostGIS ST_AsMVT, stored in EPSG:4490',
} as const;

/** All tiles of the first zooms; of the last two, which have thousands, as many as are left, evenly spread. */
function tilesOver({ lonLat }: Layer): Tile[] {
  const xy = mercator(lonLat);
  let [west, north, east, south] = [1, 1, 0, 0];
  for (let k = 0; k < xy.length; k += 2) {
    [west, east] = [Math.min(west, xy[k]), Math.max(east, xy[k])];
    [north, south] = [Math.min(north, xy[k + 1]), Math.max(south, xy[k + 1])];
  }
  const chosen: Tile[] = [];
  for (const z of ZOOMS) {
    const all: Tile[] = [];
    for (let y = Math.floor(north * 2 ** z); y <= Math.floor(south * 2 ** z); y++)
      for (let x = Math.floor(west * 2 ** z); x <= Math.floor(east * 2 ** z); x++) all.push([z, x, y]);
    const left = z < 14 ? all.length : Math.floor((TILES - chosen.length) / (16 - z));
    const count = Math.min(all.length, left, TILES - chosen.length);
    for (let i = 0; i < count; i++) chosen.push(all[Math.floor(((i + 0.5) * all.length) / count)]);
  }
  return chosen;
}

function bytesOfOurs(layer: Layer, ids: readonly string[], status: readonly string[], wanted: readonly Tile[]): number {
  const tags = [
    { key: 'id', ...codedOf(ids.length, (row) => ids[row]) },
    { key: 'status', ...codedOf(status.length, (row) => status[row]) },
  ];
  const set = tileSet(layer, { name: 'parcels', tags });
  return wanted.reduce((sum, [z, x, y]) => sum + (set.tile(z, x, y)?.length ?? 0), 0);
}

function peer(layer: Layer, ids: readonly string[], status: readonly string[], wanted: readonly Tile[]): Contender {
  const features = ids.map((id, f) => ({
    type: 'Feature' as const,
    id: f,
    properties: { id, status: status[f] },
    geometry: { type: 'MultiPolygon' as const, coordinates: toMultiPolygon(layer, f) as unknown as number[][][][] },
  }));
  return () => {
    const index = new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 16, buffer: 64 });
    return wanted.reduce((sum, [z, x, y]) => {
      const tile = index.getTile(z, x, y);
      return sum + (tile ? fromGeojsonVt({ parcels: tile }, { version: 2, extent: 4096 }).length : 0);
    }, 0);
  };
}

async function inDatabase(postgis: Postgis, srid: keyof typeof POSTGIS, wanted: readonly Tile[]): Promise<Contender> {
  const table = `parcels_${srid}`;
  const list = STATUSES.map((s) => `'${s}'`).join(', ');
  await postgis.query(
    `CREATE TABLE ${table} AS SELECT '4101' || lpad(id::text, 8, '0') AS id,
       (ARRAY[${list}])[id % ${STATUSES.length} + 1] AS status, ST_Transform(geom, ${srid}) AS geom FROM raw`,
  );
  await postgis.query(`CREATE INDEX ON ${table} USING gist (geom)`);
  await postgis.query(`ANALYZE ${table}`);
  const drawn = srid === 3857 ? 'geom' : 'ST_Transform(geom, 3857)';
  const frame = 'ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096)';
  const place = srid === 3857 ? frame : `ST_Transform(${frame}, ${srid})`;
  const query = `SELECT ST_AsMVT(t, 'parcels', 4096, 'geom') AS mvt FROM (
      SELECT id, status, ST_AsMVTGeom(${drawn}, ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom
      FROM ${table} WHERE geom && ${place}) AS t WHERE t.geom IS NOT NULL`;
  return async () => {
    let sum = 0;
    for (const tile of wanted) sum += (await postgis.query<{ mvt: Buffer }>(query, tile))[0].mvt.length;
    return sum;
  };
}
