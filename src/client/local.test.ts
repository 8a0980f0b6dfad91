import { describe, expect, it } from 'vitest';
import { setUp } from '../../test/helpers/fake-worker.ts';
import type { Result } from '../domain/outcome.ts';
import type { ProjectView } from '../city/view.ts';

const refusal = { ok: false, refusal: { code: 'no-parcels', params: {} } } as const;

describe('the local client', () => {
  it('pairs answers with questions that overlap', async () => {
    const { client, workers } = setUp();
    const first = client.openFiles({ files: [] });
    const second = client.openSample();
    const [a, b] = workers[0].asked;
    workers[0].reply({ id: b.id, kind: 'done', value: { ok: false, refusal: { code: 'second', params: {} } } });
    workers[0].reply({ id: a.id, kind: 'done', value: refusal });
    expect(await first).toEqual(refusal);
    expect(await second).toMatchObject({ refusal: { code: 'second' } });
  });

  it('passes progress on, and the chosen CRS down', async () => {
    const { client, workers } = setUp();
    const steps: string[] = [];
    const answer = client.openFiles(
      { files: [], choices: { epsg: 4526 } },
      { onProgress: (_done, step) => steps.push(step) },
    );
    expect(workers[0].asked[0]).toMatchObject({ call: 'openFiles', input: { choices: { epsg: 4526 } } });
    workers[0].reply({ id: 1, kind: 'progress', done: 0.5, step: 'check' });
    workers[0].reply({ id: 1, kind: 'done', value: refusal });
    await answer;
    expect(steps).toEqual(['check']);
  });

  it('ends the worker on cancel and starts a fresh one for the next question', async () => {
    const { client, workers } = setUp();
    const stop = new AbortController();
    const answer = client.openFiles({ files: [] }, { signal: stop.signal });
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0].ended).toBe(true);
    void client.openSample();
    expect(workers).toHaveLength(2);
  });

  it('a cancel stops that reading and nothing else: what was asked beside it is asked of the fresh one', async () => {
    const { client, workers } = setUp();
    const stop = new AbortController();
    const law = client.policy();
    const answer = client.openFiles({ files: [] }, { signal: stop.signal });
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[1].asked).toMatchObject([{ call: 'policy' }]);
    workers[1].answer('policy', { id: 'of today' });
    expect(await law).toEqual({ id: 'of today' });
  });

  it('a cancel after the answer ends nothing', async () => {
    const { client, workers } = setUp();
    const stop = new AbortController();
    const answer = client.openFiles({ files: [] }, { signal: stop.signal });
    workers[0].reply({ id: 1, kind: 'done', value: refusal });
    await answer;
    stop.abort();
    expect(workers[0].ended).toBe(false);
  });

  it('a crash before anything is open rejects everything that waits, with its message', async () => {
    const { client, workers } = setUp();
    const one = client.openFiles({ files: [] });
    const two = client.openSample();
    workers[0].crash('boom');
    await expect(one).rejects.toThrow('boom');
    await expect(two).rejects.toThrow('boom');
  });

  describe('with a project open', () => {
    const view = { ok: true, value: {} } as Result<ProjectView>;
    async function opened() {
      const { client, workers } = setUp();
      const answer = client.openFiles({ files: [] });
      workers[0].reply({ id: workers[0].asked[0].id, kind: 'done', value: view });
      await answer;
      return { client, workers };
    }

    it('reads another beside it, and a cancel leaves what is open to answer', async () => {
      const { client, workers } = await opened();
      const stop = new AbortController();
      const answer = client.openSample({}, { signal: stop.signal });
      expect(workers[1].asked).toMatchObject([{ call: 'openSample' }]);
      stop.abort();
      await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
      expect(workers.map((w) => w.ended)).toEqual([false, true]);
      void client.parcel({ key: 3 });
      expect(workers[0].asked.at(-1)).toMatchObject({ call: 'parcel', input: { key: 3 } });
    });

    it('stops one question and nothing else', async () => {
      const { client, workers } = await opened();
      const stop = new AbortController();
      const judged = client.judge({ date: '2023-06-01' }, { signal: stop.signal });
      const parcel = client.parcel({ key: 3 });
      const [judgement] = workers[0].asked.slice(-2);
      stop.abort();
      await expect(judged).rejects.toMatchObject({ name: 'AbortError' });
      expect([workers[0].stopped, workers[0].ended]).toEqual([[judgement.id], false]);
      // An answer that was under way is heard by nobody, and the law is the one before.
      workers[0].reply({ id: judgement.id, kind: 'done', value: { ok: true } as never });
      workers[0].answer('parcel', null);
      expect(await parcel).toBeNull();
      void client.parcel({ key: 4 });
      expect(workers[0].asked.at(-1)).toMatchObject({ judging: {} });
    });

    it('asks the next one once it is read, and ends the one before', async () => {
      const { client, workers } = await opened();
      const late = client.parcel({ key: 1 });
      const answer = client.openSample();
      workers[1].reply({ id: workers[1].asked[0].id, kind: 'done', value: view });
      await answer;
      await expect(late).rejects.toMatchObject({ name: 'AbortError' });
      expect(workers.map((w) => w.ended)).toEqual([true, false]);
      void client.tile({ set: 'parcels', z: 1, x: 2, y: 3 });
      expect(workers[1].asked.at(-1)).toMatchObject({ call: 'tile', input: { set: 'parcels', z: 1, x: 2, y: 3 } });
    });

    it('a refusal or a crash of the reading leaves it open', async () => {
      const { client, workers } = await opened();
      const refused = client.openSample();
      workers[1].reply({ id: workers[1].asked[0].id, kind: 'done', value: refusal });
      expect(await refused).toEqual(refusal);
      const crashed = client.openSample();
      workers[2].crash('out of memory');
      await expect(crashed).rejects.toThrow('out of memory');
      expect(workers.map((w) => w.ended)).toEqual([false, true, true]);
    });
  });
});
