import {
  overlay as overlayOf,
  overlayLayer,
  type Overlay,
  type OverlayLayer,
} from '../../src/domain/geometry/overlay/overlay.ts';
import { benchCity, benchZones } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { perPair } from './overlay-pairs.ts';
import type { Postgis } from './postgis.ts';
import { interleaved, median, shownMs, type Contender, type Timing } from './rounds.ts';
import { surveyedOf } from './surveyed.ts';

const ROUNDS = 3;
const OURS = 'yuantu';
const BEST = 'PostGIS, for each zone its parcels, ST_Covers';
const COMMON = 'ST_Area(ST_Intersection(p.geom, z.geom))';

/** Rows parcel, zone, m². */
const SQL: Readonly<Record<string, string>> = {
  [BEST]: `SELECT q.id AS parcel, z.id AS zone, q.m2 FROM zones z CROSS JOIN LATERAL (
             SELECT p.id, CASE WHEN ST_Covers(z.geom, p.geom) THEN ST_Area(p.geom) ELSE ${COMMON} END AS m2
             FROM parcels p WHERE ST_Intersects(z.geom, p.geom) OFFSET 0) q`,
  'PostGIS, plain': `SELECT p.id AS parcel, z.id AS zone, ${COMMON} AS m2
                     FROM parcels p JOIN zones z ON ST_Intersects(p.geom, z.geom)`,
  'PostGIS, ST_CoveredBy first': `
    SELECT p.id AS parcel, z.id AS zone, CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN ST_Area(p.geom) ELSE ${COMMON} END AS m2
    FROM parcels p JOIN zones z ON ST_Intersects(p.geom, z.geom)`,
};

export const overlay: Benchmark = {
  name: 'overlay',
  title: 'Overlay areas with another layer',
  usesPostgis: true,
  run,
};

async function run({ size, postgis, say }: BenchOptions): Promise<BenchReport> {
  const [city, zones] = [benchCity(size), benchZones()];
  const [parcels, cover] = [surveyedOf(city), surveyedOf(zones)];
  const prepare = (): [OverlayLayer, OverlayLayer] => [
    overlayLayer(parcels, city.plane)!,
    overlayLayer(cover, zones.plane)!,
  ];
  const [a, b] = prepare();
  const sum = (o: Overlay | null) => o!.areasM2.reduce((total, m2) => total + m2, 0);
  const contenders: Record<string, Contender> = {
    [OURS]: () => sum(overlayOf(a, b)),
    'yuantu, validity, boxes and areas first': () => sum(overlayOf(...prepare())),
  };
  const once: Record<string, Contender> = {};
  if (postgis) {
    say('loading parcels and zones …');
    await postgis.load('parcels', city, 'plane');
    await postgis.load('zones', zones, 'plane');
    for (const [name, sql] of Object.entries(SQL))
      (name === BEST ? contenders : once)[name] = async () =>
        Number((await postgis.query(`SELECT sum(m2) AS m2 FROM (${sql}) AS pieces`))[0].m2);
  }
  const timings = await interleaved(contenders, ROUNDS, 1);
  // The slower statements take minutes on a million parcels: one round tells.
  timings.push(...(await interleaved(once, 1, 0)));
  const found = overlayOf(a, b)!;
  say('pairs, one by one …');
  const pairs = await perPair(city, zones, a, b, found);
  const rows = [rowsOf(timings, 'whole layers'), rowsOf(pairs.timings, pairs.about)];
  return {
    about:
      `What ${size} parcels share with each of ${zones.layer.size} zones of 65 vertices that cover them, ` +
      `${found.areasM2.length} pairs. ${ROUNDS} rounds; indexes are built, and ours has its layers prepared, but where said.`,
    table: { head: ['work', 'contender', 'ms', '× ours'], rows: rows.flatMap((r) => r.cells) },
    checks: [wholeCheck(a, found), ...(postgis ? [await sameCheck(postgis, found)] : []), ...pairs.checks],
    ratios: Object.assign({}, ...rows.map((r) => r.ratios)) as Record<string, number>,
    peers: ['@turf/turf', 'polyclip-ts'],
  };
}

function rowsOf(timings: readonly Timing[], work: string): { cells: string[][]; ratios: Record<string, number> } {
  const base = median(timings[0].rounds);
  const ratios = Object.fromEntries(timings.map(({ name, rounds }) => [name, median(rounds) / base]));
  const cells = timings.map(({ name, rounds }) => [work, name, shownMs(rounds), ratios[name].toFixed(1)]);
  return { cells, ratios };
}

function wholeCheck(parcels: OverlayLayer, { pairs, areasM2 }: Overlay): string {
  const sums = new Float64Array(parcels.size);
  areasM2.forEach((m2, n) => (sums[pairs[2 * n]] += m2));
  const worst = sums.reduce((most, sum, f) => Math.max(most, Math.abs(sum / parcels.areasM2[f] - 1)), 0);
  return `the pieces of a parcel differ from the whole by at most ${worst.toExponential(1)} of it`;
}

/** PostGIS also lists pairs that only touch; they have no ground. */
async function sameCheck(postgis: Postgis, { pairs, areasM2 }: Overlay): Promise<string> {
  const [{ rows }] = await postgis.query<{ rows: Buffer }>(
    `SELECT string_agg(int4send(parcel) || int4send(zone) || float8send(m2), ''::bytea ORDER BY parcel, zone) AS rows
     FROM (${SQL[BEST]}) AS pieces`,
  );
  const theirs = new Map<number, number>();
  for (let k = 0; k < rows.length; k += 16)
    theirs.set(rows.readUInt32BE(k) * 4096 + rows.readUInt32BE(k + 4), rows.readDoubleBE(k + 8));
  let off = 0;
  areasM2.forEach((m2, n) => {
    const key = pairs[2 * n] * 4096 + pairs[2 * n + 1];
    off = Math.max(off, Math.abs(m2 - (theirs.get(key) ?? 0)));
    theirs.delete(key);
  });
  for (const m2 of theirs.values()) off = Math.max(off, m2);
  return `PostGIS: no pair differs by more than ${off.toExponential(1)} m²`;
}
