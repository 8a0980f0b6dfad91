import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUp, type FakeWorker } from '../../../test/helpers/fake-worker.ts';
import type { Ask } from '../../client/line.ts';
import type { Delta, Judging } from '../../city/view.ts';
import { OpenProject } from './project.svelte.ts';
import { Trial } from './trial.svelte.ts';

const today = '2026-11-28';
/** The worker's part: what it would answer each question with. */
function answerOf(ask: Ask): unknown {
  const judged = ({ date, precision }: Judging = {}) => ({
    date: date ?? today,
    precision: precision ?? null,
    parks: [],
    map: {},
  });
  if (ask.call === 'policy')
    return ask.input.date?.startsWith('19') ? null : { id: ask.input.date ?? today, earliest: '2021-01-01' };
  if (ask.call === 'openSample') return { ok: true, value: judged(ask.input.judging) };
  if (ask.call === 'judge') return { ok: true, value: judged(ask.input) };
  if (ask.call === 'whatIf') return { of: ask.judging.date ?? today, changes: ask.input.changes };
  throw new Error(`not asked here: ${ask.call}`);
}

const turn = () => new Promise((done) => setTimeout(done));
const unanswered = (workers: readonly FakeWorker[]) =>
  workers.filter(({ ended }) => !ended).flatMap((worker) => worker.open().map((ask) => ({ worker, ask })));

async function answerAll(workers: readonly FakeWorker[]) {
  for (let some = unanswered(workers); some.length > 0; some = unanswered(workers)) {
    for (const { worker, ask } of some) worker.reply({ id: ask.id, kind: 'done', value: answerOf(ask) as never });
    await turn();
  }
}

async function opened() {
  const { client, workers } = setUp();
  const open = new OpenProject(client);
  open.loadPolicy();
  void open.openSample();
  await answerAll(workers);
  return { client, workers, open };
}

/** Day, law and findings are of one day, always. */
function together(open: OpenProject) {
  const day = open.date ?? today;
  expect([open.policy?.id, open.project?.date]).toEqual([day, day]);
}

describe('the day, the law and the findings', () => {
  const days = [null, '2023-06-01', '2024-06-01', '2025-06-01', '1990-01-01'];
  const step = fc.oneof(
    fc.record({ judgeOn: fc.constantFrom(...days) }),
    fc.record({ precision: fc.constantFrom(0.05, 0.1) }),
    fc.record({ answer: fc.nat(5) }),
    fc.record({ open: fc.constant(true) }),
  );

  it('change together, however wishes and answers cross, and end as was wished last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { workers, open } = await opened();
        let day: string | null = null;
        let metres: number | null = null;
        for (const now of steps) {
          if ('judgeOn' in now) {
            if (!now.judgeOn?.startsWith('19')) day = now.judgeOn;
            void open.judgeOn(now.judgeOn);
          } else if ('precision' in now) {
            metres = now.precision;
            void open.statePrecision({ sigmaM: now.precision } as never);
          } else if ('open' in now) {
            void open.openSample();
            await answerAll(workers);
            metres = null;
          } else {
            const some = unanswered(workers);
            const one = some[now.answer % some.length];
            one?.worker.reply({ id: one.ask.id, kind: 'done', value: answerOf(one.ask) as never });
          }
          await turn();
          together(open);
        }
        await answerAll(workers);
        together(open);
        expect([open.date, open.judging]).toEqual([day, false]);
        expect(open.project?.precision ?? null).toEqual(metres === null ? null : { sigmaM: metres });
      }),
      { numRuns: 60 },
    );
  });

  it('stand when a day has no law, and that is said', async () => {
    const { workers, open } = await opened();
    void open.judgeOn('1990-01-01');
    await answerAll(workers);
    together(open);
    expect(open.noPolicyOn).toEqual({ date: '1990-01-01', earliest: '2021-01-01' });
  });
});

describe('a trial', () => {
  it('shows what its own figure changes under the law of the day, and says until when it does not', async () => {
    const { client, workers, open } = await opened();
    const trial = new Trial(client);
    const [far, size] = ['far', 'size'].map((id) => ({ id, value: 1 }) as never);
    trial.choose(far);
    trial.move(2);
    trial.move(3);
    await turn();
    expect(unanswered(workers)).toHaveLength(1);
    const [{ worker, ask }] = unanswered(workers);
    worker.reply({ id: ask.id, kind: 'done', value: answerOf(ask) as never });
    await turn();
    expect([trial.value, trial.answered]).toEqual([3, 2]);
    trial.choose(size);
    await answerAll(workers);
    expect([trial.difference, trial.lost]).toEqual([null, false]);
    trial.move(5);
    void open.judgeOn('2023-06-01');
    await answerAll(workers);
    trial.judgedAnew([{ id: 'size', value: 4 } as never]);
    await answerAll(workers);
    expect(trial.difference).toEqual({ of: '2023-06-01', changes: [{ id: 'size', value: 5 }] });
    trial.judgedAnew([]);
    expect(trial.parameter).toBe(null);
  });

  it('that was asked before the city was open is asked of it once more', async () => {
    const { client, workers } = setUp();
    const trial = new Trial(client);
    void new OpenProject(client).openSample();
    trial.choose({ id: 'far', value: 1 } as never);
    trial.move(2);
    await answerAll(workers);
    expect(trial.difference).toMatchObject({ changes: [{ id: 'far', value: 2 }] });
  });
});

describe('a worker that ends', () => {
  it('is said, and that it is read again; what is shown stays', async () => {
    const { workers, open } = await opened();
    const before = open.project;
    workers[0].crash('out of memory');
    expect([open.ended, open.project]).toEqual(['lost', before]);
    await answerAll(workers);
    expect([open.ended, open.project]).toEqual([null, before]);
  });

  it('while a file is read is said as that, and the file before stays', async () => {
    const { workers, open } = await opened();
    const reading = open.openFiles([]);
    workers[1].crash('out of memory');
    expect(await reading).toBe(false);
    expect([open.ended, open.fault, open.busy]).toEqual(['opening', null, null]);
    together(open);
  });
});

describe('a change of the land', () => {
  const line = (firms: string) => ({ key: 0, id: 'P', name: firms }) as never;
  const delta = (from: number, name: string): Delta =>
    ({
      ...{ from, version: from + 1, whole: null, members: {} },
      parks: { put: [line(name)], after: null, gone: [] },
      parcels: { put: noColumns, after: null, gone: new Uint32Array() },
      boundaries: { of: [], problems: [], broken: [] },
    }) as Delta;
  const noColumns = { size: 0, keys: null } as never;
  const changed = (from: number, name: string) => ({
    ok: true,
    value: {
      version: from + 1,
      delta: delta(from, name),
      history: { undo: { code: 'edit', params: {} }, redo: null, unsaved: 1 },
    },
  });

  async function withPark() {
    const { client, workers } = setUp();
    const open = new OpenProject(client);
    void open.openSample();
    const view = {
      date: today,
      precision: null,
      version: 0,
      parks: [line('0')],
      parcels: noColumns,
      problems: [],
      broken: [],
    };
    workers[0].answer('openSample', { ok: true, value: view });
    await turn();
    return { open, worker: workers[0] };
  }

  it('is shown with its card when both are there, and is what is undone next', async () => {
    const { open, worker } = await withPark();
    const shown: unknown[] = [];
    let ready = () => undefined as unknown;
    open.followers.push(async (parks) => {
      await new Promise((done) => (ready = () => done(undefined)));
      return () => void shown.push(parks[0]);
    });
    const done = open.change({ base: 0, tables: {} });
    await turn();
    worker.answer('apply', changed(0, '1'));
    await turn();
    expect([open.project?.version, shown]).toEqual([0, []]);
    ready();
    await done;
    expect([open.project?.version, shown, open.history.unsaved]).toEqual([1, [line('1')], 1]);
  });

  it('waits for the one before, so that each is applied to what it was made for', async () => {
    const { open, worker } = await withPark();
    void open.change({ base: 0, tables: {} });
    void open.undo();
    await turn();
    expect(worker.asked.at(-1)?.call).toBe('apply');
    worker.answer('apply', changed(0, '1'));
    await turn();
    expect(worker.asked.at(-1)?.call).toBe('undo');
    worker.answer('undo', changed(1, '0'));
    await turn();
    expect([open.project?.version, open.project?.parks]).toEqual([2, [line('0')]]);
  });

  it('told of another version than is shown is asked for since that', async () => {
    const { open, worker } = await withPark();
    void open.change({ base: 0, tables: {} });
    await turn();
    worker.answer('apply', changed(4, 'late'));
    await turn();
    expect(worker.asked.at(-1)).toMatchObject({ call: 'since', input: { version: 0 } });
    worker.answer('since', { ...delta(0, 'all'), version: 5 });
    await turn();
    expect([open.project?.version, open.project?.parks]).toEqual([5, [line('all')]]);
  });

  it('of another window that leaves the land as it is, as a scenario begun there, is shown; nothing new is not', async () => {
    const { open, worker } = await withPark();
    const { scenarios } = open.history;
    const begun = { ...scenarios, all: [...scenarios.all, { ...scenarios.all[0], id: 1, name: '方案一' }] };
    const there = { ...open.history, elsewhere: 1, scenarios: begun };
    for (const isNew of [true, false]) {
      const told = open.takeOver();
      await turn();
      worker.answer('since', { ...delta(0, '0'), version: 0 });
      worker.answer('history', there);
      expect(await told).toBe(isNew);
      expect(open.history).toBe(there);
    }
  });

  it('that is refused changes nothing', async () => {
    const { open, worker } = await withPark();
    const before = open.project;
    const done = open.change({ base: 0, tables: {} });
    await turn();
    worker.answer('apply', { ok: false, refusal: { code: 'changed-meanwhile', params: {} } });
    expect((await done)?.ok).toBe(false);
    expect([open.project, open.history.undo]).toEqual([before, null]);
  });
});
