import { deserialize, serialize } from 'node:v8';
import { judgedPark, parkView } from '../../../src/city/park-views.ts';
import { tryIntent, type Tried } from '../../../src/city/sketching/tried.ts';
import { TriedTelling, type ToldTried } from '../../../src/city/sketching/tried-telling.ts';
import { triedFrom } from '../../../src/client/tried-from.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import { editOf } from '../../../src/desk/intents/intents.ts';
import { snap } from '../../../src/desk/tools/snapping.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { median, quantile } from '../rounds.ts';
import { begun, EDITS_BEFORE, type Bench } from './begun.ts';
import { bigPark } from './big-park.ts';
import { took, type Took } from './clock.ts';
import { pointerAt } from './dragging.ts';
import { handsOf, POINTERS, type Hand } from './hands.ts';
import { scenarioTimes } from './scenarios.ts';
import { turfed } from './turf-peer.ts';

const WARM_UP = 60;
const SNAPS = 20_000;

export const sketch: Benchmark = { name: 'sketch', title: 'Drawing in a large city', usesPostgis: false, run };

/** From a pointer to what the page has of it: the tool's step, the trial, the answer there and back. */
function timed(
  { city, judgement }: Bench,
  hands: readonly Hand[],
): { readonly times: Took[]; readonly bytes: number[] } {
  const times: Took[] = [];
  const bytes: number[] = [];
  const telling = new TriedTelling();
  let held: Tried | null = null;
  for (const [n, { park, intent }] of [...hands.slice(0, WARM_UP), ...hands].entries()) {
    const { value, ms } = took(() => {
      const wanted = intent();
      const asked = wanted && (deserialize(serialize(wanted)) as Intent);
      const tried = asked && tryIntent(city, judgement, { park, intent: asked });
      if (!tried?.ok) return 0;
      const message = serialize(telling.tell(tried.value, { as: n, held: held ? n - 1 : undefined }));
      held = triedFrom(deserialize(message) as ToldTried, held);
      return message.length;
    });
    if (value === 0) held = null;
    if (n < WARM_UP || value === 0) continue;
    times.push(ms);
    bytes.push(value);
  }
  return { times, bytes };
}

/** A snap near any boundary of the city. */
function snapped({ city, ground, scene, random }: Bench): { readonly times: Took[]; readonly found: number } {
  const keys = city.land.keys('parcel');
  const times: Took[] = [];
  let found = 0;
  while (times.length < SNAPS) {
    const of = ground.boundary({ table: 'parcel', key: keys[Math.floor(random() * keys.length)] });
    if (!of) continue;
    const [x, y] = of.shape[0][0][Math.floor(random() * of.shape[0][0].length)];
    const at = [x + 8 * random() - 4, y + 8 * random() - 4] as const;
    const { value, ms } = took(() => snap(pointerAt(at), scene, { from: [x + 30, y + 40], own: [], acquired: [] }));
    times.push(ms);
    if (value) found++;
  }
  return { times, found };
}

/** What was tried is what is so once it is done; of every hand the last. */
function alike({ city, judgement }: Bench, hands: readonly Hand[]): boolean {
  const { park, intent } = hands.at(-1)!;
  const wanted = intent()!;
  const tried = tryIntent(city, judgement, { park, intent: wanted });
  const edit = editOf(city.placed, wanted);
  if (!tried.ok || !edit.ok) return tried.ok === edit.ok;
  const applied = city.apply(edit.value.change);
  if (!applied.ok) return false;
  const now = parkView(judgedPark(judgement, park));
  city.apply(applied.value.inverse);
  const plain = (view: unknown) => JSON.stringify(view, (name, value: unknown) => (name === 'key' ? 0 : value));
  return plain(now) === plain(tried.value.park);
}

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  say('opening …');
  const bench = begun(size);
  const { city, scene } = bench;
  const big = bigPark(city, scene.crs);
  const hands = handsOf(bench, big);
  const ms = (value: number): string => value.toFixed(2);
  const sized = (bytes: readonly number[]) => [median(bytes), Math.max(...bytes)].map((own) => (own / 1000).toFixed(0));
  const cpu = (times: readonly Took[]) => times.map((own) => own.cpu);
  const cells = (times: readonly Took[]) => [
    ...[0.5, 0.95, 0.99].map((q) => ms(quantile(cpu(times), q))),
    ms(median(times.map((own) => own.wall))),
  ];
  const rows: string[][] = [];
  const ratios: Record<string, number> = {};
  let same = 0;
  for (const [name, own] of Object.entries(hands)) {
    say(`${name} …`);
    const { times, bytes } = timed(bench, own);
    rows.push([name, ...cells(times), ...sized(bytes)]);
    if (alike(bench, own)) same++;
    if (!own[0].isDrag) continue;
    const peer = turfed(bench, own);
    rows.push(['areas and overlaps of it by Turf', ...cells(peer), '', '']);
    ratios[name] = median(cpu(peer)) / median(cpu(times));
  }
  const { times: snaps, found } = snapped(bench);
  rows.push(['a snap', ...cells(snaps), '', '']);
  say('scenarios …');
  const { going, comparing, goingBytes, comparingBytes, differing } = scenarioTimes(bench, big);
  rows.push(['going to another scenario of 40 parcels', ...cells(going), ...sized(goingBytes)]);
  rows.push(['comparing three scenarios of them, none judged', ...cells(comparing), ...sized(comparingBytes)]);
  return {
    about:
      `Pointers in a city of ${city.land.keys('parcel').length} parcels with ${EDITS_BEFORE} steps behind it, ${POINTERS} a row: the tool's step, ` +
      'the intent tried on a fork with all that rests on it derived anew, the answer written and read as a message. ' +
      'Script time is processor time, the collector included. Turf has areas and overlaps alone: no sites, no buildings, no law.',
    table: {
      head: ['from a pointer to figures and findings', 'script ms', '95 %', '99 %', 'by the clock ms', 'kB', 'most kB'],
      rows,
    },
    checks: [
      `figures and findings of what was tried are those once it is done: ${same} of ${Object.keys(hands).length}`,
      `${found} of ${snaps.length} pointers found a place to snap to`,
      `${differing} records differ among the three scenarios that are compared`,
    ],
    ratios,
    peers: ['@turf/turf'],
  };
}
