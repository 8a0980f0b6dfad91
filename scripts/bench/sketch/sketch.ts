import { deserialize, serialize } from 'node:v8';
import { judgedPark, parkView } from '../../../src/city/park-views.ts';
import { tryIntent } from '../../../src/city/sketching/tried.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import { editOf } from '../../../src/desk/intents/intents.ts';
import { snap } from '../../../src/desk/tools/snapping.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { median, quantile } from '../rounds.ts';
import { begun, EDITS_BEFORE, type Bench } from './begun.ts';
import { bigPark } from './big-park.ts';
import { pointerAt } from './dragging.ts';
import { handsOf, POINTERS, type Hand } from './hands.ts';
import { turfed } from './turf-peer.ts';

const WARM_UP = 60;
const SNAPS = 20_000;

export const sketch: Benchmark = { name: 'sketch', title: 'Drawing in a large city', usesPostgis: false, run };

interface Times {
  readonly wall: number[];
  /** Processor time of the process, its collector included. */
  readonly cpu: number[];
  bytes: number;
}

/** Milliseconds from a pointer to what the page has of it: the tool's step, the trial, the answer there and back. */
function timed({ city, judgement }: Bench, hands: readonly Hand[]): Times {
  const times: Times = { wall: [], cpu: [], bytes: 0 };
  for (const [n, { park, intent }] of [...hands.slice(0, WARM_UP), ...hands].entries()) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    const wanted = intent();
    const asked = wanted && (deserialize(serialize(wanted)) as Intent);
    const tried = asked && tryIntent(city, judgement, { park, intent: asked });
    const message = serialize(tried);
    deserialize(message);
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    if (n < WARM_UP || !tried?.ok) continue;
    times.wall.push(took);
    times.cpu.push((user + system) / 1000);
    times.bytes = Math.max(times.bytes, message.length);
  }
  return times;
}

/** Milliseconds a snap takes near any boundary of the city. */
function snapped({ city, ground, scene, random }: Bench): { readonly ms: number[]; readonly found: number } {
  const keys = city.land.keys('parcel');
  const ms: number[] = [];
  let found = 0;
  for (let n = 0; n < SNAPS; n++) {
    const of = ground.boundary({ table: 'parcel', key: keys[Math.floor(random() * keys.length)] });
    if (!of) continue;
    const [x, y] = of.shape[0][0][Math.floor(random() * of.shape[0][0].length)];
    const at = [x + 8 * random() - 4, y + 8 * random() - 4] as const;
    const started = performance.now();
    const mark = snap(pointerAt(at), scene, { from: [x + 30, y + 40], own: [], acquired: [] });
    ms.push(performance.now() - started);
    if (mark) found++;
  }
  return { ms, found };
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
  const cells = (times: readonly number[]) => [0.5, 0.95, 0.99].map((q) => ms(quantile(times, q)));
  const rows: string[][] = [];
  const ratios: Record<string, number> = {};
  let same = 0;
  for (const [name, own] of Object.entries(hands)) {
    say(`${name} …`);
    const { wall, cpu, bytes } = timed(bench, own);
    rows.push([name, ...cells(wall), ms(quantile(cpu, 0.95)), (bytes / 1000).toFixed(0)]);
    if (alike(bench, own)) same++;
    if (!own[0].isDrag) continue;
    const peer = turfed(bench, own);
    rows.push([`areas and overlaps of it by Turf`, ...cells(peer), '', '']);
    ratios[name] = median(peer) / median(wall);
  }
  const { ms: snaps, found } = snapped(bench);
  rows.push(['a snap', ...cells(snaps), '', '']);
  return {
    about:
      `Pointers in a city of ${city.land.keys('parcel').length} parcels with ${EDITS_BEFORE} steps behind it, ${POINTERS} a row: the tool's step, ` +
      'the intent tried on a fork with all that rests on it derived anew, the answer written and read as a message. ' +
      'Turf has areas and overlaps alone: no sites, no buildings, no law.',
    table: {
      head: [
        'from a pointer to figures and findings',
        'median ms',
        '95 % ms',
        '99 % ms',
        'processor 95 % ms',
        'most kB',
      ],
      rows,
    },
    checks: [
      `figures and findings of what was tried are those once it is done: ${same} of ${Object.keys(hands).length}`,
      `${found} of ${snaps.length} pointers found a place to snap to`,
    ],
    ratios,
    peers: ['@turf/turf'],
  };
}
