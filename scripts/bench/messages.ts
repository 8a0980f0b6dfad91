import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import type { Delta } from '../../src/city/view.ts';
import { applied } from '../../src/client/applied.ts';
import type { Change } from '../../src/domain/land/change.ts';
import type { Benchmark, BenchReport } from './contract.ts';
import { policyPack } from './packs.ts';
import { interleaved, median, shownMs } from './rounds.ts';

const ROUNDS = 9;
const DATE = '2026-11-22';

/** What crosses to the page, as structured clone writes it and reads it back. */
export const messages: Benchmark = { name: 'messages', title: 'Messages to the page', usesPostgis: false, run };

const sample = (name: string): Uint8Array =>
  new Uint8Array(gunzipSync(readFileSync(new URL(`../../data/sample/${name}.geojson.gz`, import.meta.url))));

async function sampleCity(): Promise<Opened> {
  const backdrop = JSON.parse(new TextDecoder().decode(sample('backdrop'))) as FeatureCollection;
  const files = [{ name: 'city.geojson', bytes: sample('city') }];
  const opened = await openProject({ files, backdrop, pack: policyPack('zhengzhou-draft'), date: DATE });
  if (!opened.ok) throw new Error(opened.refusal.code);
  await opened.value.judgeAll();
  return opened.value;
}

/** Every park with all that is known of it, and how each of its findings came about. */
function cards(city: Opened): unknown[] {
  return city.city.parks.map((key) => {
    const park = city.park(key)!;
    return { ...park, findings: park.findings.map((f) => ({ ...f, trace: city.trace(key, f.rule) })) };
  });
}

/** One field of the first park is changed. */
function edited(city: Opened): Delta {
  const from = city.city.version;
  const [key] = city.city.parks;
  const change: Change = { base: from, tables: { park: { patch: [{ key, fields: { firms: 7 } }] } } };
  const done = city.city.apply(change);
  if (!done.ok) throw new Error(done.refusal.code);
  city.land.changed(change.tables, done.value.touched);
  return city.since(from);
}

async function run(): Promise<BenchReport> {
  const city = await sampleCity();
  const { view, backdrop } = city;
  const [park] = city.city.parks;
  const told: Record<string, unknown> = {
    'everything at once: every card, its traces, the ground': { view, cards: cards(city), backdrop },
    'at opening': view,
    'the ground, once there is a map': backdrop,
    'judged on another day': city.judgedView,
    'the card of a park': city.park(park),
    'how one finding came about': city.trace(park, 'far.minimum'),
    'what every rule comes to': city.tallies(),
    'the parks of one rule': city.ruled('far.minimum'),
    'what is new after an edit': edited(city),
  };
  const bytes = (name: string) => serialize(told[name]).length;
  const cross = (name: string) => (): number => (deserialize(serialize(told[name])) ? 1 : 0);
  const timings = await interleaved(Object.fromEntries(Object.keys(told).map((name) => [name, cross(name)])), ROUNDS);
  const [all, opening] = timings;
  const delta = told['what is new after an edit'] as Delta;
  const isSame = JSON.stringify(applied(view, delta)) === JSON.stringify(city.view);
  return {
    about: `The sample city, ${view.parks.length} parks and ${view.parcels.size} parcels; ${ROUNDS} rounds of writing and reading back.`,
    table: {
      head: ['message', 'kB', 'ms'],
      rows: timings.map(({ name, rounds }) => [name, (bytes(name) / 1000).toFixed(1), shownMs(rounds)]),
    },
    checks: [`what is new, applied to what was shown, is what is shown now: ${isSame ? 'yes' : 'NO'}`],
    ratios: { 'everything at once': median(all.rounds) / median(opening.rounds) },
    peers: [],
  };
}
