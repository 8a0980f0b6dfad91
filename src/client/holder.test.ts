import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { FakeWorker, setUp } from '../../test/helpers/fake-worker.ts';
import { ok } from '../domain/outcome.ts';
import type { Health } from './client.ts';
import type { Drafts, DraftSource } from './drafts/draft.ts';
import { createLocalClient } from './local.ts';

const view = { ok: true, value: { title: '澄州' } };
const judgedAs = { ok: true, value: { parks: [] } };
const turn = () => new Promise((done) => setTimeout(done));

async function opened() {
  const { client, workers } = setUp();
  const health: Health[] = [];
  client.onHealth((state) => health.push(state));
  const answer = client.openFiles({ files: [{ name: 'a.txt', bytes: new Uint8Array(3) }], choices: { epsg: 4526 } });
  workers[0].answer('openFiles', view);
  await answer;
  health.length = 0;
  return { client, workers, health };
}

describe('an answer beside another law than it was asked of', () => {
  it('is dropped, and a parcel is told by the law of now', async () => {
    const { client, workers } = await opened();
    const [worker] = workers;
    const targets = client.targets({ baseYear: 2026 });
    const parcel = client.parcel({ key: 7 });
    const [targetsAsk, parcelAsk] = worker.asked.slice(-2);
    const judging = { date: '2023-06-01' };
    const judged = client.judge(judging);
    worker.answer('judge', judgedAs);
    expect(await judged).toEqual(judgedAs);
    worker.reply({ id: targetsAsk.id, kind: 'done', value: [] });
    worker.reply({ id: parcelAsk.id, kind: 'done', value: null });
    await expect(targets).rejects.toMatchObject({ name: 'AbortError' });
    await turn();
    expect(worker.asked.at(-1)).toMatchObject({ call: 'parcel', input: { key: 7 }, judging });
    worker.answer('parcel', { parcel: { id: 'now' } });
    expect(await parcel).toEqual({ parcel: { id: 'now' } });
  });

  it('never comes: every question of the law carries it, from the answer of its judgement on', async () => {
    const { client, workers } = await opened();
    const judged = client.judge({ date: '2023-06-01' });
    void client.whatIf({ changes: [] }).catch(() => undefined);
    expect(workers[0].asked.at(-1)).toMatchObject({ call: 'whatIf', judging: {} });
    workers[0].answer('judge', judgedAs);
    await judged;
    void client.whatIf({ changes: [] });
    expect(workers[0].asked.at(-1)).toMatchObject({ call: 'whatIf', judging: { date: '2023-06-01' } });
  });

  it('is given to each who asks how a park could be mended: its card and its report', async () => {
    const { client, workers } = await opened();
    const both = [client.repairs({ park: 1 }), client.repairs({ park: 1 })];
    for (const { id } of workers[0].open()) workers[0].reply({ id, kind: 'done', value: [] as never });
    expect(await Promise.all(both)).toEqual([[], []]);
  });

  it('is the last one’s, of several days asked for', async () => {
    const { client, workers } = await opened();
    const first = client.judge({ date: '2023-06-01' });
    const firstAsk = workers[0].asked.at(-1)!;
    const second = client.judge({ date: '2024-06-01' });
    workers[0].reply({ id: firstAsk.id, kind: 'done', value: judgedAs as never });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    workers[0].answer('judge', judgedAs);
    await second;
    void client.parcel({ key: 1 });
    expect(workers[0].asked.at(-1)).toMatchObject({ judging: { date: '2024-06-01' } });
  });

  it('a day without a law changes nothing of what is asked', async () => {
    const { client, workers } = await opened();
    const judged = client.judge({ date: '1900-01-01' });
    workers[0].answer('judge', { ok: false, refusal: { code: 'no-policy-then', params: {} } });
    expect(await judged).toMatchObject({ ok: false });
    void client.parcel({ key: 1 });
    expect(workers[0].asked.at(-1)).toMatchObject({ judging: {} });
  });

  it('of one figure is dropped once another was tried, in whatever order they come', async () => {
    const { client, workers } = await opened();
    const first = client.whatIf({ changes: [{ id: 'far', value: 1 }] });
    const firstAsk = workers[0].asked.at(-1)!;
    const second = client.whatIf({ changes: [{ id: 'far', value: 2 }] });
    workers[0].answer('whatIf', { flips: ['second'] });
    workers[0].reply({ id: firstAsk.id, kind: 'done', value: { flips: ['first'] } as never });
    expect(await second).toEqual({ flips: ['second'] });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('of the project before is dropped, also of what was drawn of it', async () => {
    const { client, workers } = await opened();
    const late = client.list({ keys: Uint32Array.of(1) });
    const another = client.openSample();
    workers[1].answer('openSample', view);
    await another;
    await expect(late).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('leaves no ear on a signal that outlives its questions', async () => {
  const { client, workers } = await opened();
  const { signal } = new AbortController();
  const answered = client.parcel({ key: 1 }, { signal });
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  workers[0].answer('parcel', null);
  await answered;
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  const again = client.parcel({ key: 2 }, { signal });
  workers[0].crash('out of memory');
  workers[1].answer('openFiles', view);
  await turn();
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  workers[1].answer('parcel', null);
  await again;
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

describe('a worker that ends by itself', () => {
  it('is replaced, the same files read as they were judged, and what was asked put again', async () => {
    const { client, workers, health } = await opened();
    const judging = { date: '2023-06-01' };
    const judged = client.judge(judging);
    workers[0].answer('judge', judgedAs);
    await judged;
    const listed = client.list({ keys: Uint32Array.of(4) });
    workers[0].answer('list', 1);
    await listed;
    const parcel = client.parcel({ key: 3 });
    workers[0].crash('out of memory');
    expect(health).toEqual(['lost']);
    expect(workers[0].ended).toBe(true);
    expect(workers[1].asked).toMatchObject([{ call: 'openFiles', input: { choices: { epsg: 4526 }, judging } }]);
    // Nothing is asked of the new one before it holds the land, and nothing is lost meanwhile.
    const tile = client.tile({ set: 'parcels', z: 1, x: 2, y: 3 });
    expect(workers[1].asked).toHaveLength(1);
    workers[1].answer('openFiles', view);
    await turn();
    expect(workers[1].asked.map(({ call }) => call).sort()).toEqual(['list', 'openFiles', 'parcel', 'tile']);
    workers[1].answer('tile', new ArrayBuffer(1));
    workers[1].answer('parcel', { parcel: { id: 'a' } });
    expect([await parcel, (await tile)?.byteLength]).toEqual([{ parcel: { id: 'a' } }, 1]);
    expect(health).toEqual(['lost', 'back']);
  });

  it('says what likely ended it twice, and keeps the rest', async () => {
    const { client, workers, health } = await opened();
    const deadly = client.parcel({ key: 3 });
    workers[0].crash('out of memory');
    workers[1].answer('openFiles', view);
    await turn();
    workers[1].crash('out of memory');
    await expect(deadly).rejects.toMatchObject({ name: 'WorkerLost' });
    workers[2].answer('openFiles', view);
    await turn();
    expect(health).toEqual(['lost', 'back', 'lost', 'back']);
    void client.parcel({ key: 4 });
    expect(workers[2].asked.at(-1)).toMatchObject({ call: 'parcel', input: { key: 4 } });
  });

  it('that cannot be replaced is said, until something is opened; the law can still be asked', async () => {
    const { client, workers, health } = await opened();
    const tile = client.tile({ set: 'parcels', z: 1, x: 2, y: 3 });
    workers[0].crash('out of memory');
    workers[1].crash('out of memory');
    await expect(tile).rejects.toMatchObject({ name: 'WorkerLost' });
    await expect(client.parcel({ key: 1 })).rejects.toMatchObject({ name: 'WorkerLost' });
    expect(health).toEqual(['lost', 'gone']);
    void client.versions().catch(() => undefined);
    await turn();
    expect(workers[2].asked).toMatchObject([{ call: 'versions' }]);
    const again = client.openSample();
    workers[3].answer('openSample', view);
    await again;
    expect(health).toEqual(['lost', 'gone', 'well']);
    void client.parcel({ key: 1 });
    expect(workers[3].asked.at(-1)).toMatchObject({ call: 'parcel' });
  });

  it('while it is replaced, opening something else is what counts', async () => {
    const { client, workers, health } = await opened();
    workers[0].crash('out of memory');
    const another = client.openSample();
    workers[2].answer('openSample', view);
    await another;
    expect(workers[1].ended).toBe(true);
    void client.parcel({ key: 1 });
    expect(workers[2].asked.at(-1)).toMatchObject({ call: 'parcel' });
    await turn();
    expect(workers[2].asked.map(({ call }) => call)).toEqual(['openSample', 'parcel']);
    expect(health).toEqual(['lost', 'well']);
  });
});

describe('what was done to the land', () => {
  const changed = (from: number) => ({
    ok: true,
    value: { version: from + 1, delta: { from, version: from + 1 }, history: { undo: null, redo: null, unsaved: 1 } },
  });
  const change = (base: number) => ({ base, tables: {} });

  it('is done again where its worker ended, in order, before anything else is asked; what was refused is not', async () => {
    const { client, workers } = await opened();
    const [one, two] = [change(0), change(1)];
    const first = client.apply({ change: one });
    workers[0].answer('apply', changed(0));
    await first;
    const undone = client.undo();
    workers[0].answer('undo', changed(1));
    await undone;
    const refused = client.apply({ change: two });
    workers[0].answer('apply', { ok: false, refusal: { code: 'changed-meanwhile', params: {} } });
    await refused;
    const inFlight = client.redo();
    workers[0].crash('out of memory');
    workers[1].answer('openFiles', view);
    await turn();
    await turn();
    expect(workers[1].asked.map(({ call }) => call)).toEqual(['openFiles', 'redo']);
    expect(workers[1].asked[0].input).toMatchObject({ deeds: [one, 'undo'] });
    workers[1].answer('redo', changed(2));
    expect(await inFlight).toEqual(changed(2));
  });

  it('that cannot be done again is said: what the page shows is not there any more', async () => {
    const { client, workers, health } = await opened();
    const first = client.apply({ change: change(0) });
    workers[0].answer('apply', changed(0));
    await first;
    workers[0].crash('out of memory');
    const { id, input } = workers[1].asked.at(-1)!;
    expect(input).toMatchObject({ deeds: [change(0)] });
    workers[1].reply({ id, kind: 'fault', message: 'never given' });
    await turn();
    expect(health).toEqual(['lost', 'gone']);
  });

  it('is told once, by the law of now: it is never done twice', async () => {
    const { client, workers } = await opened();
    const done = client.apply({ change: change(0) });
    const judging = { date: '2023-06-01' };
    const judged = client.judge(judging);
    workers[0].answer('judge', judgedAs);
    await judged;
    workers[0].answer('apply', changed(0));
    await turn();
    expect(workers[0].asked.at(-1)).toMatchObject({ call: 'since', input: { version: 0 }, judging });
    workers[0].answer('since', { from: 0, version: 1, by: 'the law of now' });
    expect(await done).toMatchObject({ value: { version: 1, delta: { by: 'the law of now' } } });
    expect(workers[0].asked.filter(({ call }) => call === 'apply')).toHaveLength(1);
  });

  it('is told to nobody once another project is open, which opened while it was being kept', async () => {
    const workers: FakeWorker[] = [];
    const begun: DraftSource[] = [];
    let keep = () => undefined as void;
    const drafts = {
      begin: (entry: object, source: DraftSource) => {
        begun.push(source);
        return new Promise((kept) => (keep = () => kept(ok({ ...entry, id: 'd', deeds: 1 }))));
      },
    } as unknown as Drafts;
    const client = createLocalClient(() => workers[workers.push(new FakeWorker()) - 1], drafts);
    const sample = client.openSample();
    workers[0].answer('openSample', { ok: true, value: { title: '澄州', fingerprint: '3-a' } });
    await sample;
    const late = client.apply({ change: change(0) });
    await turn();
    workers[0].answer('apply', changed(0));
    await turn();
    const another = client.openFiles({ files: [] });
    workers[1].answer('openFiles', view);
    await another;
    keep();
    await expect(Promise.race([late, turn()])).rejects.toMatchObject({ name: 'AbortError' });
    expect(begun).toEqual([{ files: null, fingerprint: '3-a' }]);
  });

  it('to the sample city is done again to no other', async () => {
    const { client, workers } = setUp();
    const sample = client.openSample();
    workers[0].answer('openSample', { ok: true, value: { title: '澄州', fingerprint: '3-a' } });
    await sample;
    workers[0].crash('out of memory');
    expect(workers[1].asked).toMatchObject([{ call: 'openSample', input: { fingerprint: '3-a' } }]);
  });

  it('belongs to what is open: another project begins without it', async () => {
    const { client, workers } = await opened();
    const first = client.apply({ change: change(0) });
    workers[0].answer('apply', changed(0));
    await first;
    const another = client.openSample();
    workers[1].answer('openSample', view);
    await another;
    workers[1].crash('out of memory');
    workers[2].answer('openSample', view);
    await turn();
    expect(workers[2].asked.map(({ call }) => call)).toEqual(['openSample']);
  });
});
