import { area, featureCollection, intersect, multiPolygon } from '@turf/turf';
import { deserialize, serialize } from 'node:v8';
import { City } from '../../../src/city/city.ts';
import type { Judgement } from '../../../src/city/judgement.ts';
import { judgedPark, parkView } from '../../../src/city/park-views.ts';
import { tryIntent } from '../../../src/city/sketching/tried.ts';
import type { Intent } from '../../../src/desk/intent.ts';
import { editOf } from '../../../src/desk/intents/intents.ts';
import { drawingPlane, planeShape } from '../../../src/desk/stored-shape.ts';
import { LandGround, type Boundary, type Scene } from '../../../src/desk/tools/index.ts';
import { snap } from '../../../src/desk/tools/snapping.ts';
import { toMultiPolygon } from '../../../src/domain/geometry/columns/builder.ts';
import type { Key } from '../../../src/domain/land/change.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { policyPack } from '../packs.ts';
import { randomFrom } from '../parcels.ts';
import { median, quantile } from '../rounds.ts';
import { sampleCity } from '../sample-city.ts';
import { bigPark, done } from './big-park.ts';
import { dragging, mostShared, pointerAt } from './dragging.ts';

const POINTERS = 600;
const WARM_UP = 60;
const SNAPS = 20_000;
const EDITS_BEFORE = 1000;
const DATE = '2026-01-01';

export const sketch: Benchmark = { name: 'sketch', title: 'Drawing in a large city', usesPostgis: false, run };

/** Where the pointer is, to what would be done were it let go there; and the park whose figures are shown. */
interface Hand {
  readonly park: Key;
  readonly intent: () => Intent | null;
}

interface Bench {
  readonly city: City;
  readonly judgement: Judgement;
  readonly scene: Scene;
  readonly ground: LandGround;
  readonly random: () => number;
}

function begun(size: number): Bench {
  const project = sampleCity(size);
  const city = City.open(project)!;
  city.overlaps();
  const judgement = city.judge({ pack: policyPack('zhengzhou-draft'), date: DATE });
  for (const key of city.parks) judgement.findings(key);
  const random = randomFrom(12);
  const keys = city.land.keys('parcel');
  // As after some hours of work: what was changed before is carried by every fork.
  for (let n = 0; n < EDITS_BEFORE; n++)
    done(city, {
      do: 'fields',
      table: 'parcel',
      keys: [keys[Math.floor(random() * keys.length)]],
      fields: { costWan: n },
    });
  const crs = drawingPlane(project.parcels.layer);
  const ground = new LandGround(
    (['parcel', 'building'] as const).map((table) => {
      const { layer } = city.land.table(table).compact();
      return { table, layer, keys: city.land.keys(table) };
    }),
    crs,
  );
  const snaps = { vertex: true, intersection: true, midpoint: true, perpendicular: true, edge: true, extension: true, parallel: true }; // prettier-ignore
  return { city, judgement, ground, random, scene: { crs, ground, settings: { snaps, ortho: 0, trace: false } } };
}

/** One of the city's parks with land, and one of its parcels. */
function anyOwn({ city, ground, random }: Bench): { readonly park: Key; readonly of: Boundary } {
  for (;;) {
    const park = city.parks[Math.floor(random() * city.parks.length)];
    const keys = city.placed.parcelsOfPark(city.park(park)!.id).filter((key) => city.placed.sound(key));
    if (keys.length > 0) {
      const of = ground.boundary({ table: 'parcel', key: keys[Math.floor(random() * keys.length)] });
      if (of) return { park, of };
    }
  }
}

/** One parcel of a park after another taken by its most shared vertex, each for ten moves. */
function sharedVertices(bench: Bench, choose: () => { readonly park: Key; readonly of: Boundary }): Hand[] {
  return Array.from({ length: POINTERS / 10 }, () => {
    const { park, of } = choose();
    const drag = dragging(of, mostShared(of, bench.scene).vertex, bench.scene);
    return Array.from({ length: 10 }, (): Hand => ({ park, intent: () => drag(bench.random) }));
  }).flat();
}

function handsOf(bench: Bench, big: Key): Readonly<Record<string, readonly Hand[]>> {
  const { city, ground, scene, random } = bench;
  const { epsg } = scene.crs;
  const ofBig = city.placed.parcelsOfPark(city.park(big)!.id);
  const bigOwn = () => ({
    park: big,
    of: ground.boundary({ table: 'parcel', key: ofBig[Math.floor(random() * ofBig.length)] })!,
  });
  const moved = ({ shape }: Boundary, by: number, size = 1) => {
    const [east, north] = shape[0][0][0];
    return [[shape[0][0].map(([x, y]) => [east + (x - east) * size + by, north + (y - north) * size + by] as const)]];
  };
  const each = (intent: (own: ReturnType<typeof anyOwn>) => Intent): Hand[] =>
    Array.from({ length: POINTERS }, () => {
      const own = anyOwn(bench);
      return { park: own.park, intent: () => intent(own) };
    });
  const buildings = city.land.keys('building');
  return {
    'a shared vertex is dragged, neighbours with it': sharedVertices(bench, () => anyOwn(bench)),
    'the same in a park of 40 parcels, 160 buildings': sharedVertices(bench, bigOwn),
    'a parcel is drawn over others': each(({ park, of }) => ({
      do: 'draw-parcel',
      park: { key: park },
      crs: epsg,
      shape: moved(of, 20 * random()),
    })),
    'a building is drawn': each(({ of }) => ({
      do: 'draw-buildings',
      crs: epsg,
      outlines: [{ shape: moved(of, 2 * random(), 0.3), fields: { storeys: 4, storeyHeightM: 5, use: 'production' } }],
    })),
    'a storey more': each(() => ({
      do: 'storeys',
      buildings: [buildings[Math.floor(random() * buildings.length)]],
      by: 1,
    })),
    'a parcel is divided': each(({ of }) => ({
      do: 'split',
      parcel: of.key,
      how: { direction: { bearingDeg: 90 * random(), from: 'left' }, count: 2 },
    })),
  };
}

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

/** What a page has to do that knows areas and overlaps alone: Turf over a copy of the park's land as GeoJSON. */
function turfed({ city, ground, scene }: Bench, hands: readonly Hand[]): number[] {
  const { parcel } = { parcel: city.land.table('parcel') };
  return hands.slice(0, POINTERS / 4).flatMap(({ park, intent }) => {
    const wanted = intent();
    if (wanted?.do !== 'redraw') return [];
    const keys = city.placed.parcelsOfPark(city.park(park)!.id);
    const near = wanted.redrawn.flatMap(({ key }) => city.placed.parcelsNear(city.placed.box('parcel', key)!));
    const polygonOf = (key: Key) => {
      const { layer, row } = parcel.drawn(key);
      return multiPolygon(toMultiPolygon(layer, row).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))));
    };
    const land = featureCollection(keys.map(polygonOf));
    const others = [...new Set(near)].map(polygonOf);
    const started = performance.now();
    const copy = JSON.parse(JSON.stringify(land)) as typeof land;
    let sum = copy.features.reduce((all, own) => all + area(own), 0);
    for (const other of others) {
      const common = intersect(featureCollection([copy.features[0], other]));
      if (common) sum += area(common);
    }
    if (!Number.isFinite(sum) || !ground || !scene) throw new Error('no area');
    return [performance.now() - started];
  });
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
  for (const key of city.placed.parcelsOfPark(city.park(big)!.id)) {
    const { layer, row } = city.land.table('parcel').drawn(key);
    if (planeShape(layer, row, scene.crs).length === 0) throw new Error('nothing drawn');
  }
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
    if (!name.includes('vertex') && !name.includes('same')) continue;
    const peer = turfed(bench, own);
    rows.push([`  areas and overlaps of it by Turf`, ...cells(peer), '', '']);
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
