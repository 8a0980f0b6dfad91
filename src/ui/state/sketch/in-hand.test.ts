import { describe, expect, it } from 'vitest';
import { surveyedLayer } from '../../../domain/geometry/plane/project.ts';
import { planeCrsOf } from '../../../domain/geodesy/zones.ts';
import { differenceOf } from '../../../domain/plain-difference.ts';
import type { Intent } from '../../../desk/intent.ts';
import { at } from '../../../desk/tools/test-scene.ts';
import { faultsSaid } from './hand/announced.ts';
import { changed, click, finish, move, opened, press, release, turn } from './test-desk.ts';

type Opened = Awaited<ReturnType<typeof opened>>;
const A = { table: 'parcel', key: 0 } as const;
const B = { table: 'parcel', key: 1 } as const;
const refused = { ok: false, refusal: { code: 'no-answer', params: {} } };
const outline = [click(0, 200), click(50, 200), click(50, 260)];
const drag = ({ bench }: Opened, [x, y]: readonly number[], [toX, toY]: readonly number[]) =>
  [press(x, y), move(toX, toY), release(toX, toY)].forEach(bench.hand!.send);

/** With the question open whether the neighbour moves too. */
async function asked() {
  const all = await opened();
  all.desk.select([A]);
  all.desk.take('reshape');
  drag(all, [100, 100], [100, 110]);
  expect(all.bench.results.question).toMatchObject({ id: 'A', neighbours: ['B'] });
  return all;
}
const shapesOf = (intent: Intent) => (intent.do === 'redraw' ? intent.redrawn.map(({ shape }) => shape) : []);

describe('while a neighbour is asked about', () => {
  it('nothing further is taken: what is dragged goes back, and the question is said again', async () => {
    const all = await asked();
    const { bench, intents, told } = all;
    const drawn = bench.hand!.ghost.lines;
    drag(all, [0, 0], [-10, -10]);
    await turn();
    expect(intents).toEqual([]);
    expect(bench.hand!.ghost.lines).toEqual(drawn);
    expect(told.at(-1)).toContain('B');
    bench.results.question!.answer(true);
    await turn();
    expect(intents).toHaveLength(1);
    const [own, neighbour] = shapesOf(intents[0]);
    expect(own).toEqual([[[at(0, 0), at(100, 0), at(100, 110), at(0, 100)]]]);
    expect(neighbour[0][0]).toContainEqual(at(100, 110));
  });

  it.each([
    ['another is selected', ({ desk }: Opened) => desk.select([B])],
    ['none is selected', ({ desk }: Opened) => desk.select([])],
    ['it is begun anew', ({ bench }: Opened) => bench.hand!.begin([])],
    ['the land is another', ({ page }: Opened) => changed(page)],
    ['it is dropped', ({ desk }: Opened) => desk.cancel()],
  ])('it is asked no more once %s', async (_, deed) => {
    const all = await asked();
    await deed(all);
    expect(all.bench.results.question).toBeNull();
  });

  it('it is still asked where laws alone are others', async () => {
    const all = await asked();
    await changed(all.page, 1);
    expect(all.bench.results.question).not.toBeNull();
  });

  it('what was moved goes back where the question is dropped', async () => {
    const all = await asked();
    all.desk.cancel();
    drag(all, [0, 0], [-10, 0]);
    await turn();
    expect(shapesOf(all.intents[0])).toEqual([[[[at(-10, 0), at(100, 0), at(100, 100), at(0, 100)]]]]);
  });
});

describe('what is refused', () => {
  it('comes back into hand, as it was drawn', async () => {
    const { desk, bench } = await opened({ edit: refused });
    desk.take('polygon');
    [...outline, finish].forEach(bench.hand!.send);
    expect(bench.hand!.points).toBe(0);
    await turn();
    expect([bench.hand!.points, desk.refusal?.code]).toEqual([3, 'no-answer']);
  });

  it('leaves the next outline alone', async () => {
    let answer: (edit: unknown) => void = () => undefined;
    const { desk, bench } = await opened({ edit: new Promise((done) => (answer = done)) });
    desk.take('polygon');
    [...outline, finish, click(300, 200), click(350, 200)].forEach(bench.hand!.send);
    answer(refused);
    await turn();
    expect(bench.hand!.points).toBe(2);
  });

  it('comes back where others have all of the ground', async () => {
    const { desk, bench, told } = await opened();
    desk.settings.clips = true;
    desk.take('polygon');
    [click(10, 10), click(50, 20), click(50, 60), finish].forEach(bench.hand!.send);
    await turn();
    expect([bench.hand!.points, desk.refusal?.code, told.at(-1)]).toEqual([3, 'all-taken', desk.refused]);
  });

  it('is no part of what is drawn next on the same record', async () => {
    const answers: ((edit: unknown) => void)[] = [];
    const { desk, bench, intents } = await opened({
      get edit() {
        return new Promise((done) => answers.push(done));
      },
    });
    desk.select([A]);
    desk.take('hole');
    [click(10, 10), click(20, 10), click(20, 20), finish].forEach(bench.hand!.send);
    [click(60, 60), click(70, 60)].forEach(bench.hand!.send);
    await turn();
    answers[0](refused);
    await turn();
    expect(bench.hand!.points).toBe(2);
    [click(70, 70), finish].forEach(bench.hand!.send);
    await turn();
    expect(intents.map((intent) => intent.do === 'redraw' && intent.redrawn[0].shape[0].length)).toEqual([2, 2]);
  });

  it('of a line that cuts comes back too', async () => {
    const { desk, bench } = await opened({ edit: refused });
    desk.select([A]);
    desk.take('splitLine');
    [click(-10, 50), click(50, 50), finish].forEach(bench.hand!.send);
    await turn();
    expect([bench.hand!.points, desk.refusal?.code]).toEqual([2, 'no-answer']);
  });
});

it('Delete takes a point back while points are in hand, and the parcel that was drawn before stays', async () => {
  const put = [{ key: 5, after: null, record: { id: 'N' } }];
  const edit = { ok: true, value: { change: { base: 1, tables: { parcel: { put } } }, effects: [], notes: [], park: null } }; // prettier-ignore
  const { desk, bench, intents } = await opened({ edit });
  desk.take('polygon');
  [...outline, finish].forEach(bench.hand!.send);
  await turn();
  expect(desk.selected).toEqual([{ table: 'parcel', key: 5 }]);
  [click(300, 200), click(350, 200)].forEach(bench.hand!.send);
  await desk.remove();
  expect([bench.hand!.points, intents.length]).toEqual([1, 1]);
});

it('a proposal is taken once, however often Enter is pressed', async () => {
  const change = { base: 1, note: { code: 'split', params: { id: 'A', count: 2 } }, tables: {} };
  const { desk, page } = await opened({ edit: { ok: true, value: { change, effects: [], notes: [], park: null } } });
  let done = 0;
  page.edits.change = async () => ({ ok: true, value: {}, done: ++done });
  desk.select([A]);
  desk.take('splitParts');
  await turn();
  desk.finish();
  desk.finish();
  await turn();
  expect([done, desk.refusal]).toEqual([1, null]);
});

it('what is copied stays in hand where the map goes on, and not once it is gone', async () => {
  const { desk, bench, page } = await opened();
  const layer = surveyedLayer([], planeCrsOf(4526)!);
  const tell = (own: object) =>
    Object.assign(desk.calls, {
      ground: async () => ({ version: page.open.project.version, crs: 4526, more: false, whole: true, ...own }),
    });
  desk.select([A]);
  desk.take('copy');
  bench.hand!.send(click(0, 0));
  tell({ tables: [{ table: 'parcel', keys: [], ids: [], layer, gone: [] }] });
  page.place = { ...page.place, lon: page.place.lon + 0.03 };
  bench.look();
  await turn();
  bench.filled();
  expect([bench.hand!.of.map(({ key }) => key), bench.hand!.points]).toEqual([[0], 1]);
  tell({ whole: false, tables: [{ table: 'parcel', keys: [], ids: [], layer, gone: [0] }] });
  await changed(page);
  bench.filled();
  expect([bench.hand!.isLooking, desk.selected]).toEqual([true, []]);
});

describe('what is tried', () => {
  const by = (by: number): Intent => ({ do: 'storeys', buildings: [1], by });

  it('is not shown as what is tried after it was let go', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const { desk } = await opened({ tried: () => new Promise((done) => answers.push(done)) });
    for (const intent of [by(1), null, by(2)]) desk.try(intent);
    answers[0]({ ok: true, value: { whole: 'first' } });
    await turn();
    expect([desk.tried, answers.length]).toEqual([null, 2]);
    answers[1]({ ok: true, value: { whole: 'second' } });
    await turn();
    expect(desk.tried).toBe('second');
  });

  it('is told as what is another than in the last answer that came, and told whole after one that did not', async () => {
    const asked: { as: number; held?: number }[] = [];
    const told = [
      { whole: { a: 1, b: [2] } },
      { differs: differenceOf({ a: 1 }, { a: 3 }) },
      null,
      { whole: { a: 4 } },
    ];
    const { desk } = await opened({
      tried: (asking) => {
        asked.push(asking as (typeof asked)[0]);
        const value = told[asked.length - 1];
        return value ? { ok: true, value } : { ok: false, refusal: { code: 'no-answer', params: {} } };
      },
    });
    const seen: unknown[] = [];
    for (const storeys of [1, 2, 3, 4]) {
      desk.try(by(storeys));
      await turn();
      seen.push(desk.tried);
    }
    expect(seen).toEqual([{ a: 1, b: [2] }, { a: 3, b: [2] }, null, { a: 4 }]);
    expect(asked.map(({ as, held }) => [as, held])).toEqual([[1, undefined], [2, 1], [3, 2], [4, 2]]); // prettier-ignore
  });

  it('is tried anew on land that is another', async () => {
    let n = 0;
    const { desk, page } = await opened({ tried: () => ({ ok: true, value: { whole: ++n } }) });
    desk.try(by(1));
    await turn();
    await changed(page);
    expect([desk.tried, n]).toEqual([2, 2]);
  });
});

it('a guide all round is undone and done again as soon as it is there', async () => {
  const { desk, bench, page, told } = await opened();
  Object.assign(page.open, { depth: 0 });
  desk.select([A]);
  bench.whole = true;
  desk.take('setbackLine');
  bench.hand!.send({ type: 'typed', field: 'length', text: '10' });
  bench.hand!.send(finish);
  await turn();
  expect(bench.guides.list).toHaveLength(1);
  expect([desk.canUndo, desk.undo(), bench.guides.list.length]).toEqual([true, true, 0]);
  expect(told.at(-1)).toBe('已撤销：添加辅助线。');
  expect([desk.canRedo, desk.redo(), bench.guides.list.length]).toEqual([true, true, 1]);
});

it('what was removed is selected no more, however far away the map is', async () => {
  const tables = { parcel: { remove: [1] }, building: { remove: [4] } };
  const { desk, page } = await opened({ edit: { ok: true, value: { change: { base: 1, tables }, effects: [], notes: [], park: null } } }); // prettier-ignore
  page.place = { ...page.place, zoom: 12 };
  desk.select([A, B, { table: 'building', key: 4 }, { table: 'building', key: 1 }]);
  await desk.remove();
  expect(desk.selected).toEqual([A, { table: 'building', key: 1 }]);
  page.open.project.parcels = { size: 1, keys: Uint32Array.of(1) };
  await changed(page);
  expect(desk.selected).toEqual([{ table: 'building', key: 1 }]);
});

it('a line that crosses itself more than once is told of once', () => {
  const place = at(0, 0);
  const faults = [
    { code: 'self-crossing', at: place },
    { code: 'not-a-number', at: null, field: 'length' },
    { code: 'self-crossing', at: at(1, 1) },
    { code: 'same-point', at: place },
  ] as const;
  expect(faultsSaid(faults).map(({ code }) => code)).toEqual(['self-crossing', 'same-point']);
});
