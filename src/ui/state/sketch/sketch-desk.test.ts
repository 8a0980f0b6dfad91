import { describe, expect, it } from 'vitest';
import { box } from '../../../desk/tools/test-scene.ts';
import { shapeArea } from '../../../domain/geometry/edit/sheet.ts';
import type { Intent } from '../../../desk/intent.ts';
import { click, finish, move, opened, press, release, turn } from './test-desk.ts';

describe('a tool in hand', () => {
  it('draws a parcel for the park in hand, tries it before, and says what was done', async () => {
    const { desk, bench, intents, told } = await opened();
    desk.take('polygon');
    for (const event of [click(0, 200), click(50, 200), move(50, 260)]) bench.hand!.send(event);
    await turn();
    expect(desk.tried).toMatchObject({ key: 7, intent: { do: 'draw-parcel', park: { key: 3 } } });
    for (const event of [click(50, 260), finish]) bench.hand!.send(event);
    await turn();
    expect(intents).toHaveLength(1);
    expect(intents[0]).toMatchObject({ do: 'draw-parcel', crs: 4526, park: { key: 3 } });
    expect(desk.tried).toBeNull();
    expect(told).toContainEqual(expect.stringContaining('第 2 点'));
  });

  it('draws a rectangle by two corners, whatever the settings are', async () => {
    const { desk, bench, intents } = await opened();
    desk.settings.ortho = 90;
    desk.take('rectangle');
    for (const event of [move(0, 200), click(0, 200), move(50, 260), click(50, 260)]) bench.hand!.send(event);
    await turn();
    expect(intents).toMatchObject([{ do: 'draw-parcel', shape: [[box(0, 200, 50, 60)]] }]);
  });

  it('takes back its last point before any step is undone, and sets it again', async () => {
    const { desk, bench } = await opened();
    desk.take('polygon');
    for (const event of [click(0, 200), click(50, 200)]) bench.hand!.send(event);
    expect([bench.hand!.back(), bench.hand!.points]).toEqual([true, 1]);
    expect([bench.hand!.forth(), bench.hand!.points, bench.hand!.forth()]).toEqual([true, 2, false]);
    bench.hand!.back();
    bench.hand!.back();
    expect(bench.hand!.back()).toBe(false);
  });

  it('looks for the record it is begun with, or has the one that is selected', async () => {
    const { desk, bench } = await opened();
    desk.take('reshape');
    expect(bench.hand!.isLooking).toBe(true);
    bench.hand!.send(click(50, 50));
    expect([bench.hand!.isLooking, bench.hand!.of[0].key, desk.selected]).toEqual([
      false,
      0,
      [{ table: 'parcel', key: 0 }],
    ]);
    desk.select([{ table: 'parcel', key: 1 }]);
    expect(bench.hand!.of[0].key).toBe(1);
    desk.take('move');
    expect(bench.hand!.of[0].key).toBe(1);
  });

  it('keeps what is typed for the edge in hand until the edge is set', async () => {
    const { desk, bench } = await opened();
    desk.take('polygon');
    bench.hand!.send(click(0, 200));
    expect(bench.hand!.fields.slice(0, 2)).toEqual(['length', 'azimuth']);
    for (const [field, text] of [['length', '157'], ['azimuth', '9O']] as const) bench.hand!.send({ type: 'typed', field, text }); // prettier-ignore
    expect(bench.hand!.entries).toEqual({ length: '157', azimuth: '9O' });
    expect(bench.hand!.ghost.faults).toMatchObject([{ code: 'not-an-angle', field: 'azimuth' }]);
    bench.hand!.send({ type: 'typed', field: 'azimuth', text: '90' });
    bench.hand!.send(finish);
    expect([bench.hand!.entries, bench.hand!.points]).toEqual([{}, 2]);
    const length = bench.hand!.ghost.measures.find(({ kind }) => kind === 'length');
    expect(length).toMatchObject({ lengthM: 157, azimuthDeg: 90 });
  });
});

describe('ground that others have', () => {
  const over = [click(-50, 20), click(50, 20), click(50, 60), click(-50, 60)];

  it('is told of while it is drawn over', async () => {
    const { desk, bench } = await opened();
    desk.take('polygon');
    over.forEach(bench.hand!.send);
    await new Promise((done) => setTimeout(done, 200));
    expect(bench.overlapping.found).toMatchObject([{ id: 'A', areaM2: expect.closeTo(2000, 6) }]);
  });

  it('is cut off where that is wished', async () => {
    const { desk, bench, intents } = await opened();
    desk.settings.clips = true;
    desk.take('polygon');
    [...over, finish].forEach(bench.hand!.send);
    await turn();
    const [intent] = intents;
    expect(intent.do === 'draw-parcel' && shapeArea(intent.shape)).toBeCloseTo(2000, 6);
  });
});

it('a split is proposed before it is taken, and taken as it was proposed', async () => {
  const change = { base: 1, note: { code: 'split', params: { id: 'A', count: 2 } }, tables: {} };
  const { desk, bench, intents } = await opened({ edit: { ok: true, value: { change, effects: [], notes: [], park: null } } }); // prettier-ignore
  desk.select([{ table: 'parcel', key: 0 }]);
  desk.take('splitParts');
  await turn();
  expect(intents).toMatchObject([{ do: 'split', parcel: 0, how: { count: 2 } }]);
  expect(bench.proposal.edit).not.toBeNull();
  desk.finish();
  await turn();
  expect([intents.length, bench.proposal.edit]).toEqual([1, null]);
});

describe('a vertex that a neighbour shares', () => {
  it('is asked about once, and then goes as was said', async () => {
    const { desk, bench, intents } = await opened();
    desk.select([{ table: 'parcel', key: 0 }]);
    desk.take('reshape');
    const drag = (from: number, to: number) => [press(100, from), move(100, to), release(100, to)].forEach(bench.hand!.send); // prettier-ignore
    drag(100, 110);
    expect(bench.results.question).toMatchObject({ neighbours: ['B'], stuck: [] });
    expect(intents).toHaveLength(0);
    bench.results.question!.answer(true);
    await turn();
    expect(intents[0]).toMatchObject({
      do: 'redraw',
      redrawn: [{ key: 0 }, { key: 1 }],
      note: { code: 'vertex-moved' },
    });
    drag(0, -10);
    await turn();
    expect([bench.results.question, intents.length]).toEqual([null, 2]);
    desk.settings.together = 'no';
    drag(-10, -20);
    await turn();
    expect(intents[2]).toMatchObject({ redrawn: [{ key: 0 }] });
  });
});

it('a park that was begun and is undone is about to begin again, and in hand once it is done again', async () => {
  const { desk, page, held } = await opened({ edit: { ok: true, value: { change: { base: 1, tables: {} }, effects: [], notes: [], park: 9 } } }); // prettier-ignore
  Object.assign(page, { park: null });
  const fresh = { parkType: 'service' } as const;
  const parks = (...keys: number[]) => {
    page.open.project.parks = keys.map((key) => ({ key, id: `P${key}` })) as never;
    return Promise.all(page.open.followers.map((follow) => follow())).then((shows) => shows.forEach((show) => show()));
  };
  desk.fresh = fresh;
  page.open.project.parks = [{ key: 9, id: 'P9' }] as never;
  await desk.do({ do: 'assign', park: { fresh }, in: [1], out: [] });
  expect([desk.fresh, held]).toEqual([null, ['P9']]);
  await parks();
  expect(desk.fresh).toBe(fresh);
  await parks(9);
  expect([desk.fresh, held]).toEqual([null, ['P9', 'P9']]);
});

it('what is refused is said, and stands as it was', async () => {
  const refusal = { code: 'would-break', params: { id: 'A' } };
  const { desk, bench, told } = await opened({ edit: { ok: false, refusal } });
  desk.select([{ table: 'parcel', key: 0 }]);
  desk.take('move');
  for (const event of [press(0, 0), move(30, 30), release(30, 30)]) bench.hand!.send(event);
  await turn();
  expect(desk.refused).toContain('A 的界线');
  expect(told.at(-1)).toBe(desk.refused);
  expect(bench.hand!.of[0].shape).toEqual([[box(0, 0, 100)]]);
});

it('of what is tried the last counts, one asked at a time', async () => {
  const answer: ((value: unknown) => void)[] = [];
  const { desk } = await opened({ tried: () => new Promise((done) => answer.push(done)) });
  const intents = [1, 2, 3].map((by): Intent => ({ do: 'storeys', buildings: [1], by }));
  for (const intent of intents) desk.try(intent);
  expect(answer).toHaveLength(1);
  answer[0]({ ok: true, value: { whole: 'first' } });
  await turn();
  expect(answer).toHaveLength(2);
  desk.try(null);
  answer[1]({ ok: true, value: { whole: 'last' } });
  await turn();
  expect(desk.tried).toBeNull();
});
