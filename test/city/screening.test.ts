import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { History } from '../../src/desk/history.ts';
import { NO_CLASS, LAND_CLASSES } from '../../src/supply/screen/classes.ts';
import { suggestionOf } from '../../src/supply/screen/suggestion.ts';
import { wholeFile } from '../../src/city/whole-file.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import { lawOn } from '../../src/workers/policy-packs.ts';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';

const sample = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));

async function openBytes(file: Uint8Array, name = 'city.geojson'): Promise<Opened> {
  const law = lawOn('2026-11-28', '2026-11-28');
  if (!law.ok) throw new Error(law.refusal.code);
  const opened = await openProject({ files: [{ name, bytes: file }], ...law.value });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

describe('the screen of the sample city', () => {
  let city: Opened;
  beforeAll(async () => void (city = await openBytes(sample)), 60_000);

  it('comes a page at a time, and all of it adds up', async () => {
    const view = await city.screen({ count: 20 });
    expect(view.lines).toHaveLength(20);
    expect(serialize(view).length).toBeLessThan(200_000);
    const totals = await Promise.all(LAND_CLASSES.map((name) => city.screen({ classes: [name], count: 0 })));
    const every = LAND_CLASSES.flatMap((name, n) => Array<string>(totals[n].total).fill(name));
    const { all, districts, townships } = view;
    expect(every.length + all.keptOut).toBe(city.city.land.keys('parcel').length);
    for (const places of [districts, townships])
      for (const name of LAND_CLASSES) {
        const sum = places.reduce((n, { classes }) => n + (classes[name]?.count ?? 0), 0);
        expect([name, sum]).toEqual([name, all.classes[name]?.count ?? 0]);
      }
    const [first] = townships.filter(({ classes }) => classes['low-efficiency']);
    const there = await city.screen({ classes: ['low-efficiency'], township: first.code! });
    expect(there.total).toBe(first.classes['low-efficiency']!.count);
    expect(new Set(there.lines.map(({ township }) => township))).toEqual(new Set([first.code]));
  });

  it('has as a table of columns the flags that it lists line by line', async () => {
    const table = await city.flags();
    const { total } = await city.screen({ count: 0 });
    expect(table.keys).toHaveLength(total);
    const some = [...table.keys].filter((_, row) => row % 23 === 0);
    const lines = await city.flagLines(some);
    expect(lines.map(({ key }) => key)).toEqual(some);
    for (const line of lines) {
      const row = table.keys.indexOf(line.key);
      expect(table.classes[table.classOf[row]]).toBe(line.class);
      expect(table.bases[table.basisOf[row]]).toBe(line.basis);
      expect(table.areaM2[row]).toBe(line.areaM2 ?? NaN);
      expect(table.months[row]).toBe(line.since ? 12 * line.since.years + line.since.months : NaN);
      expect(table.confidence[row]).toBe(line.confidence);
      expect(table.missing[row]).toBe(line.missing.length);
      expect(table.suggestions[table.suggestionOf[row]] ?? null).toBe(suggestionOf(line.class, line.step));
      expect(table.places[table.placeOf[row]]?.code ?? null).toBe(line.township);
      expect(table.places[table.placeOf[row]]?.district?.code ?? null).toBe(line.district);
    }
    expect(await city.flagLines([-1])).toEqual([]);
  });

  it('tells the first parcel of the issue as people do', async () => {
    const { lines } = await city.screen({ classes: ['suspected-idle'] });
    const line = lines.find(({ id }) => id === 'D00077')!;
    expect(line).toMatchObject({ class: 'suspected-idle', stock: 'supplied-not-used', since: { years: 4, months: 2 } });
  });

  it('by other figures flips those that screening all again flips', async () => {
    const changes = [{ id: 'idle.not-started:value', value: 4 }, { id: 'low-efficiency.signs:value', value: 4 }]; // prettier-ignore
    const { keys, from, to, counts } = await city.flips(changes);
    expect(counts.reduce((n, { count }) => n + count, 0)).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(20);
    expect(from.every((code, i) => code !== to[i] && code !== NO_CLASS)).toBe(true);
  });

  it('follows what an official decided, which can be undone and is kept in the file', async () => {
    const free = { parkId: undefined, status: undefined };
    const small = collection(
      parcel('idle', rectangle(0, 0, 100, 100), { ...free, suppliedOn: '2021-04-01', agreedStart: '2022-09-28' }),
      parcel('other', rectangle(300, 0, 100, 100), { ...free, floorAreaM2: 9000 }),
    );
    const own = await openBytes(bytes(small));
    const history = new History();
    const apply = (change: Parameters<typeof own.city.apply>[0]) => own.city.apply(change);
    const [{ key, id }] = (await own.screen({ classes: ['suspected-idle'] })).lines;
    const decision = { decision: 'disputed', flag: 'suspected-idle', reason: '现场已开工', on: '2026-11-20', by: 'bureau' } as const; // prettier-ignore
    const told = async (opened: Opened) =>
      (await opened.screen({ classes: LAND_CLASSES })).lines.find((line) => line.id === id)!;
    const before = await told(own);
    expect(own.decideFlag({ parcels: [key], decision: { ...decision, reason: ' ' } })).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } }); // prettier-ignore
    expect(own.decideFlag({ parcels: [key], decision: { ...decision, on: 'today' } })).toMatchObject({ ok: false, refusal: { code: 'day-missing' } }); // prettier-ignore
    expect(own.decideFlag({ parcels: [999_999], decision })).toMatchObject({ ok: false, refusal: { code: 'no-such-record' } }); // prettier-ignore
    expect(own.decideFlag({ parcels: [key], decision: null })).toMatchObject({ ok: false, refusal: { code: 'nothing-to-do' } }); // prettier-ignore
    const edit = own.decideFlag({ parcels: [key], decision });
    if (!edit.ok) throw new Error(edit.refusal.code);
    expect(history.do(edit.value.change, apply)).toMatchObject({ ok: true });
    expect(await told(own)).toMatchObject({ class: 'in-use', decision: { reason: '现场已开工', by: 'bureau' } });

    const file = await wholeFile(own.city.land, 'ytp', 'kept');
    if (!file.ok) throw new Error(file.refusal.code);
    expect(await told(await openBytes(file.value.bytes, file.value.name))).toMatchObject({ class: 'in-use', decision: { decision: 'disputed' } }); // prettier-ignore

    history.undo(apply);
    expect(await told(own)).toEqual(before);
    history.redo(apply);
    expect((await told(own)).class).toBe('in-use');
    const back = own.decideFlag({ parcels: [key], decision: null });
    if (!back.ok) throw new Error(back.refusal.code);
    history.do(back.value.change, apply);
    expect(await told(own)).toEqual(before);
  });
});

it('is told of the land as it became, where it changes while it is screened, and lets others in', async () => {
  const idle = { parkId: undefined, status: undefined, suppliedOn: '2021-04-01', agreedStart: '2022-09-28' };
  const own = await openBytes(bytes(collection(parcel('a', rectangle(0, 0, 100, 100), idle))));
  // However fast it is, each step is as long as others wait.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  try {
    const told = Promise.all([own.flags(), own.screen({})]);
    const key = own.city.land.keys('parcel')[0];
    const decision = { decision: 'disputed', flag: 'suspected-idle', reason: '已开工', on: '2026-11-20', by: 'bureau' } as const; // prettier-ignore
    let isBetween = false;
    setTimeout(() => {
      isBetween = true;
      const edit = own.decideFlag({ parcels: [key], decision });
      if (edit.ok) own.city.apply(edit.value.change);
    });
    const [flags, view] = await told;
    expect(isBetween).toBe(true);
    expect([flags.version, view.version]).toEqual([1, 1]);
    expect([...flags.decision]).toEqual([2]);
    expect(view.all.classes).toMatchObject({ 'in-use': { count: 1 } });
  } finally {
    clock.mockRestore();
  }
});

describe('land whose record names no township', () => {
  it('is of the one it lies in, or that is called so; what lies nowhere is told by no place', async () => {
    const idle = { status: 'idle', parkId: undefined, districtCode: undefined };
    const code = '410181001';
    const township = { ...parcel('T', rectangle(-50, -50, 700, 400)), properties: { kind: 'township', id: 'T', code, name: '甲镇', districtCode: '410181' } }; // prettier-ignore
    const land = collection(
      township,
      parcel('in', rectangle(0, 0, 200, 200), { ...idle, townshipCode: undefined }),
      parcel('called', rectangle(300, 0, 200, 200), { ...idle, townshipCode: '甲镇' }),
      parcel('out', rectangle(3000, 0, 200, 200), { ...idle, townshipCode: undefined }),
    );
    const city = await openBytes(bytes(land));
    const { places, placeOf } = await city.flags();
    expect([...placeOf].map((place) => places[place]?.code ?? null)).toEqual([code, code, null]);
    expect((await city.screen({ count: 0 })).listed).toMatchObject([{ code, name: '甲镇' }]);
    const planned = atOnce(city.planLandSteps({ years: [2026, 2026] }));
    expect(planned.ok && planned.value.parcels.map(({ parcel }) => parcel.id)).toEqual(['in', 'called']);
    const alone = await openBytes(bytes(collection(parcel('out', rectangle(0, 0, 200, 200), { ...idle, townshipCode: undefined })))); // prettier-ignore
    const refused = atOnce(alone.planLandSteps({ years: [2026, 2026] }));
    expect(refused.ok || refused.refusal).toMatchObject({
      code: 'plan-nothing',
      params: { 'no-township': 1, broken: 0 },
    });
  });
});

it('tells what keeps parcels out, and of one that is put right no more', async () => {
  const free = { parkId: undefined, status: undefined };
  const own = await openBytes(
    bytes(
      collection(
        parcel('wrong', rectangle(0, 0, 100, 100), { ...free, suppliedOn: '2199-01-01', taxPerMuWan: 99_999 }),
        parcel('sound', rectangle(300, 0, 100, 100), { ...free, suppliedOn: '2020-01-01' }),
      ),
    ),
  );
  const { total, problems } = await own.keptOut({});
  expect([total, problems.map(({ id, code }) => [id, code])]).toEqual([2, [['wrong', 'absurd'], ['wrong', 'absurd-date']]]); // prettier-ignore
  expect((await own.keptOut({ from: 1 })).problems).toEqual(problems.slice(1));
  const fields = { suppliedOn: '2019-01-01', taxPerMuWan: null };
  const edit = own.edit({ do: 'fields', table: 'parcel', keys: [problems[0].key], fields });
  if (!edit.ok) throw new Error(edit.refusal.code);
  own.city.apply(edit.value.change);
  expect(await own.keptOut({})).toEqual({ total: 0, problems: [] });
});
