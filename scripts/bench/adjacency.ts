import Flatbush from 'flatbush';
import { nearPairs } from '../../src/domain/geometry/near/near-pairs.ts';
import { NearTest, reachOf } from '../../src/domain/geometry/near/near-test.ts';
import { columnsOf, type PlaneColumns } from '../../src/domain/geometry/plane/plane-columns.ts';
import { benchCity } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import type { Postgis } from './postgis.ts';
import { interleaved, median, shownMs, type Contender } from './rounds.ts';

const TOLERANCE_M = 0.5;
const ROUNDS = 3;
const OURS = 'yuantu grid';
const FLATBUSH = 'flatbush, same test of a pair';
const POSTGIS = 'PostGIS ST_DWithin self-join, GiST';

/** The join as its manual has it; each pair once. */
const JOIN = `FROM parcels a JOIN parcels b ON a.id < b.id AND ST_DWithin(a.geom, b.geom, ${TOLERANCE_M})`;

export const adjacency: Benchmark = {
  name: 'adjacency',
  title: 'Adjacency within a tolerance',
  usesPostgis: true,
  run,
};

async function run({ size, postgis, say }: BenchOptions): Promise<BenchReport> {
  const city = benchCity(size);
  const { layer, plane } = city;
  // Both begin with nothing but the coordinates; the database has its index already.
  const ours = () => nearPairs(columnsOf(layer, plane), TOLERANCE_M)!;
  const peer = () => flatbushPairs(columnsOf(layer, plane));
  const contenders: Record<string, Contender> = { [OURS]: () => ours().length, [FLATBUSH]: () => peer().length };
  if (postgis) {
    say('loading parcels …');
    await postgis.load('parcels', city, 'plane');
    contenders[POSTGIS] = async () => Number((await postgis.query<{ n: string }>(`SELECT count(*) AS n ${JOIN}`))[0].n);
  }
  const timings = await interleaved(contenders, ROUNDS, 1);
  const base = median(timings[0].rounds);
  const ratios = Object.fromEntries(timings.map(({ name, rounds }) => [name, median(rounds) / base]));
  const pairs = ours();
  const checks = [`${FLATBUSH}: ${compared(pairs, sortedPairs(peer()))}`];
  if (postgis) checks.push(`${POSTGIS}: ${compared(pairs, await postgisPairs(postgis))}`);
  return {
    about: `All pairs of ${size} parcels at most ${TOLERANCE_M} m apart, ${ROUNDS} rounds; ours and flatbush build their index each time.`,
    table: {
      head: ['contender', 'ms', '× ours'],
      rows: timings.map(({ name, rounds }) => [name, shownMs(rounds), ratios[name].toFixed(1)]),
    },
    checks,
    ratios,
    peers: ['flatbush'],
  };
}

function flatbushPairs(columns: PlaneColumns): number[] {
  const { boxes, size } = columns;
  const reach = reachOf(TOLERANCE_M);
  const test = new NearTest(TOLERANCE_M);
  const index = new Flatbush(size, 16, Float64Array);
  for (let k = 0; k < boxes.length; k += 4) index.add(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
  index.finish();
  const pairs: number[] = [];
  for (let i = 0, k = 0; i < size; i++, k += 4) {
    const [west, south, east, north] = [
      boxes[k] - reach,
      boxes[k + 1] - reach,
      boxes[k + 2] + reach,
      boxes[k + 3] + reach,
    ];
    for (const j of index.search(west, south, east, north, (j) => j > i))
      if (test.near(columns, i, columns, j)) pairs.push(i, j);
  }
  return pairs;
}

/** Rows ascend already; the second of each pair is put in order. */
function sortedPairs(pairs: readonly number[]): Uint32Array {
  const keys = new Float64Array(pairs.length / 2);
  for (let k = 0; k < keys.length; k++) keys[k] = pairs[2 * k] * 2 ** 26 + pairs[2 * k + 1];
  const sorted = new Uint32Array(pairs.length);
  keys.sort().forEach((key, k) => sorted.set([Math.floor(key / 2 ** 26), key % 2 ** 26], 2 * k));
  return sorted;
}

async function postgisPairs(postgis: Postgis): Promise<Uint32Array> {
  const [{ ids }] = await postgis.query<{ ids: Buffer }>(
    `SELECT string_agg(int4send(a.id) || int4send(b.id), ''::bytea ORDER BY a.id, b.id) AS ids ${JOIN}`,
  );
  return Uint32Array.from({ length: ids.length / 4 }, (_, k) => ids.readUInt32BE(4 * k));
}

function compared(ours: Uint32Array, theirs: Uint32Array): string {
  const same = ours.length === theirs.length && ours.every((row, k) => row === theirs[k]);
  return same
    ? `the same ${ours.length / 2} pairs`
    : `DIFFERENT pairs: ${ours.length / 2} ours, ${theirs.length / 2} theirs`;
}
