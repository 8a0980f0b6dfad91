import { City } from '../../src/city/city.ts';
import { LandTiles } from '../../src/city/drawing/land-tiles.ts';
import type { Judgement } from '../../src/city/judgement.ts';
import { History } from '../../src/desk/history.ts';
import type { Change, Key } from '../../src/domain/land/change.ts';
import { mercator } from '../../src/formats/mvt/mercator.ts';
import { packedBytes } from '../../src/formats/packed/write.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { policyPack } from './packs.ts';
import { randomFrom } from './parcels.ts';
import { median, quantile } from './rounds.ts';
import { sampleCity } from './sample-city.ts';

const EDITS = 2000;
const BACK_AND_FORTH = 200;
/** Tiles of the parcels in view after so many edits; everything is laid out anew for each of some others. */
const [TILES, TILES_ANEW] = [300, 7];
/** A street, and a part of a town. */
const ZOOMS = [16, 13] as const;
/** A vertex is drawn at most so far, degrees: some 3 m. */
const DRAWN = 3e-5;
const DATE = '2026-01-01';

export const edit: Benchmark = { name: 'edit', title: 'An edit in a large city', usesPostgis: false, run };

/** A vertex of the parcel drawn elsewhere; null where it has none. */
function moved({ land }: City, key: Key, random: () => number): Change | null {
  const table = land.table('parcel');
  const shape = table.shape(key)!;
  if (shape.vertexStart.length < 2 || shape.surveyed) return null;
  const lonLat = shape.lonLat.slice();
  // Not the first of a ring, which stands there twice.
  lonLat[2] += (2 * random() - 1) * DRAWN;
  lonLat[3] += (2 * random() - 1) * DRAWN;
  return {
    base: land.version,
    tables: { parcel: { put: [{ key, record: table.record(key)!, shape: { ...shape, lonLat } }] } },
  };
}

const renamed = ({ land }: City, key: Key, n: number): Change => ({
  base: land.version,
  tables: { parcel: { patch: [{ key, fields: { costWan: n } }] } },
});

/** All that rests on what was touched, as who shows it asks for it. */
function derive(city: City, judgement: Judgement, since: number): void {
  const { parks, tables } = city.since(since)!;
  for (const key of parks === 'all' ? city.parks : parks) if (city.park(key)) judgement.findings(key);
  for (const key of tables.parcel ?? []) city.overlapsOf(key);
}

/** The tile a parcel's middle is in. */
function placeOf(
  { placed }: City,
  key: Key,
  z: number,
): { readonly z: number; readonly x: number; readonly y: number } {
  const [west, south, east, north] = placed.box('parcel', key)!;
  const [x, y] = mercator(Float64Array.of((west + east) / 2, (south + north) / 2));
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
}

/** A vertex is moved, and the tile in view asked for: of tiles that follow the change, and of those laid out anew. */
function tileTimes(city: City, pack: Pack, random: () => number): Readonly<Record<string, readonly number[]>> {
  const drawing = { pack, sizes: [], isBroken: () => false };
  const following = new LandTiles(city, drawing);
  const keys = city.land.keys('parcel');
  const times = new Map<string, number[]>();
  for (let n = 0; n < TILES; n++) {
    const key = keys[Math.floor(random() * keys.length)];
    const change = moved(city, key, random);
    const done = change && city.apply(change);
    if (!done?.ok) continue;
    const ways = [['followed', following], ...(n % (TILES / TILES_ANEW) < 1 ? [['anew', null] as const] : [])] as const;
    for (const [way, tiles] of ways) {
      const before = performance.now();
      tiles?.changed(done.value.touched);
      const asked = tiles ?? new LandTiles(city, drawing);
      for (const z of ZOOMS) asked.tile({ set: 'parcels', ...placeOf(city, key, z) });
      // The first lays all of them out.
      if (n > 0) times.set(way, [...(times.get(way) ?? []), performance.now() - before]);
    }
  }
  return Object.fromEntries(times);
}

/** One vertex, or one field, of one parcel after another is changed, and everything derived that rests on it. */
async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const project = sampleCity(size);
  const law = { pack: policyPack('zhengzhou-draft'), date: DATE };
  say('opening …');
  const open = () => {
    const started = performance.now();
    const city = City.open(project)!;
    const judgement = city.judge(law);
    city.overlaps();
    for (const key of city.parks) judgement.findings(key);
    return { city, judgement, ms: performance.now() - started };
  };
  open();
  const { city, judgement, ms: openMs } = open();
  const first = packedBytes(city.land.project);
  const keys = city.land.keys('parcel');
  const random = randomFrom(11);
  const history = new History();
  const apply = (change: Change) => city.apply(change);
  const [edits, undos]: [number[], number[]] = [[], []];
  say(`${EDITS} edits …`);
  const timed = (into: number[], work: () => unknown) => {
    const since = city.version;
    const before = performance.now();
    work();
    derive(city, judgement, since);
    into.push(performance.now() - before);
  };
  while (edits.length < EDITS) {
    const key = keys[Math.floor(random() * keys.length)];
    const change = edits.length % 2 === 0 ? moved(city, key, random) : renamed(city, key, edits.length);
    if (!change) continue;
    timed(edits, () => history.do(change, apply));
    timed(undos, () => history.undo(apply));
  }
  for (let n = 0; n < BACK_AND_FORTH; n++) {
    const change = moved(city, keys[Math.floor(random() * keys.length)], random);
    if (change) history.do(change, apply);
  }
  while (history.depth.undo > 0) history.undo(apply);
  const last = packedBytes(city.land.project);
  const isSame = first.length === last.length && first.every((byte, i) => byte === last[i]);
  say('tiles …');
  const tiles = tileTimes(city, law.pack, random);
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  const row = (name: string, times: readonly number[], anewMs: number) => [
    name,
    ms(median(times)),
    ms(quantile(times, 0.99)),
    ms(quantile(times, 1)),
    (anewMs / median(times)).toFixed(0),
  ];
  return {
    about:
      `A vertex or a field of a random one of ${keys.length} parcels is changed, ${EDITS} times, among ${city.parks.length} parks; ` +
      'each change and each step back gives areas, place, overlaps, sites, facts and findings of all that it touches. ' +
      `Tiles are the two that hold the parcel at zooms ${ZOOMS.join(' and ')}, after a vertex was moved.`,
    table: {
      head: ['contender', 'median ms', '99 % ms', 'longest ms', 'everything anew ÷ ours'],
      rows: [
        row('one change', edits, openMs),
        row('one step back', undos, openMs),
        ['everything anew', ms(openMs), '', '', '1'],
        row('tiles in view after a change', tiles.followed, median(tiles.anew)),
        row('the same, all tiles laid out anew', tiles.anew, median(tiles.anew)),
      ],
    },
    checks: [
      `${BACK_AND_FORTH} changes and as many steps back: the packed file is ${isSame ? 'the same to the last byte' : 'ANOTHER'}`,
    ],
    ratios: { anew: openMs / median(edits) },
    peers: [],
  };
}
