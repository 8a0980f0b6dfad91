import { examine, invalidFeatures } from '../../src/domain/geometry/valid/validity.ts';
import { benchCity, type BenchLayer } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import type { Postgis } from './postgis.ts';
import { interleaved, median, shownMs, type Contender } from './rounds.ts';
import { surveyedOf } from './surveyed.ts';

const ROUNDS = 5;
const OURS = 'yuantu';
/** One parcel in this many is disturbed, so that both have something to find. */
const BROKEN_EVERY = 1000;
/** Sound parcels that are examined in full as well, to see that the glance passes none wrongly. */
const EXAMINED = 20_000;

export const validity: Benchmark = { name: 'validity', title: 'Validity of every parcel', usesPostgis: true, run };

async function run({ size, postgis, say }: BenchOptions): Promise<BenchReport> {
  const city = withBroken(benchCity(size));
  const surveyed = surveyedOf(city);
  const contenders: Record<string, Contender> = {
    [OURS]: () => invalidFeatures(surveyed)!.length,
    'yuantu, from degrees': () => invalidFeatures(city.layer)!.length,
  };
  if (postgis) {
    say('loading parcels …');
    await postgis.load('parcels', city, 'plane');
    for (const test of ['ST_IsValidReason', 'ST_IsValid'])
      contenders[`PostGIS ${test}`] = async () =>
        Number((await postgis.query(`SELECT count(*) AS n ${SQL[test]}`))[0].n);
  }
  const timings = await interleaved(contenders, ROUNDS, 2);
  const base = median(timings[0].rounds);
  const ratios = Object.fromEntries(timings.map(({ name, rounds }) => [name, median(rounds) / base]));
  return {
    about: `Every boundary of ${size} parcels, one in ${BROKEN_EVERY} disturbed, most of them broken by it; ${ROUNDS} rounds.`,
    table: {
      head: ['contender', 'ms', '× ours'],
      rows: timings.map(({ name, rounds }) => [name, shownMs(rounds), ratios[name].toFixed(1)]),
    },
    checks: await checksOf(city, postgis),
    ratios,
    peers: [],
  };
}

const SQL: Readonly<Record<string, string>> = {
  ST_IsValidReason: `FROM parcels WHERE ST_IsValidReason(geom) <> 'Valid Geometry'`,
  ST_IsValid: 'FROM parcels WHERE NOT ST_IsValid(geom)',
};

/** Parcels in turn get two corners swapped (a bow, in most) or a side drawn back over itself (a spike). */
function withBroken({ layer, plane }: BenchLayer): BenchLayer {
  const [xy, lonLat] = [plane.slice(), layer.lonLat.slice()];
  for (let f = 0; f < layer.size; f += BROKEN_EVERY) {
    const k = 2 * layer.vertexStart[layer.ringStart[layer.partStart[f]]] + 2;
    for (const c of [xy, lonLat])
      if (f % (2 * BROKEN_EVERY) === 0) c.set([c[k + 2], c[k + 3], c[k], c[k + 1]], k);
      else c.set([c[k - 2], c[k - 1]], k + 2);
  }
  return { plane: xy, layer: { ...layer, lonLat } };
}

async function checksOf(city: BenchLayer, postgis: Postgis | null): Promise<string[]> {
  const surveyed = surveyedOf(city);
  const ours = [...invalidFeatures(surveyed)!];
  const checks: string[] = [];
  if (postgis) {
    const rows = await postgis.query<{ id: number }>(`SELECT id ${SQL.ST_IsValid} ORDER BY id`);
    const same = rows.length === ours.length && rows.every(({ id }, n) => id === ours[n]);
    checks.push(
      same
        ? `PostGIS: the same ${ours.length} parcels`
        : `PostGIS: DIFFERENT, ${ours.length} ours, ${rows.length} theirs`,
    );
  }
  const broken = new Set(ours);
  let wrong = 0;
  for (let f = 0; f < Math.min(EXAMINED, surveyed.size); f++)
    if (examine(surveyed, f).some((p) => p.severity === 'broken') !== broken.has(f)) wrong++;
  checks.push(`full examination of the first ${EXAMINED}: ${wrong === 0 ? 'the same verdicts' : `${wrong} DIFFERENT`}`);
  return checks;
}
