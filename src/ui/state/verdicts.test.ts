import { describe, expect, it } from 'vitest';
import { setUp } from '../../../test/helpers/fake-worker.ts';
import type { ParkLine } from '../../city/view.ts';
import { OpenProject } from './project.svelte.ts';
import { Verdicts } from './verdicts.svelte.ts';

const turn = () => new Promise((done) => setTimeout(done));
const line = (key: number, outcome: string | null = null) => ({ key, id: `P${key}`, outcome }) as ParkLine;
const linesTo = (size: number) => Array.from({ length: size }, (_, key) => line(key));

async function opened(parks: readonly ParkLine[], wanted: readonly (ParkLine | null)[] = []) {
  const { client, workers } = setUp();
  const open = new OpenProject(client);
  const verdicts = new Verdicts(open, client, () => wanted);
  void open.openSample();
  workers[0].answer('openSample', { ok: true, value: { parks, version: 0 } });
  await turn();
  /** Answers what is asked of the worker; the keys asked for. */
  const answer = async () => {
    const ask = workers[0].open().find(({ call }) => call === 'verdicts');
    if (ask?.call !== 'verdicts') throw new Error('nothing is asked for');
    const { parks: keys } = ask.input;
    workers[0].answer(
      'verdicts',
      keys.map((key) => line(key, 'pass')),
    );
    await turn();
    return keys;
  };
  return { open, verdicts, answer, workers };
}

describe('verdicts', () => {
  it('come in turn, those in hand and on top of the list first, each once', async () => {
    const { open, verdicts, answer, workers } = await opened(linesTo(400), [line(300), null, line(7), line(300)]);
    const done = verdicts.all();
    expect(verdicts.all()).toBe(done);
    await turn();
    const first = await answer();
    expect(first.slice(0, 4)).toEqual([300, 7, 0, 1]);
    expect(verdicts.left).toBe(400 - first.length);
    const asked = [...first];
    while (verdicts.left > 0) asked.push(...(await answer()));
    await done;
    expect(asked.toSorted((a, b) => a - b)).toEqual(linesTo(400).map(({ key }) => key));
    expect(open.project!.parks.map(({ key, outcome }) => [key, outcome])).toEqual(asked.map((_, key) => [key, 'pass']));
    expect(workers[0].open()).toEqual([]);
  });

  it('are not asked for where all are there', async () => {
    const { verdicts, workers } = await opened([line(1, 'fail')]);
    await verdicts.all();
    expect(workers[0].asked.map(({ call }) => call)).toEqual(['openSample']);
  });

  it('of a project that is left are dropped, and no more of them asked for', async () => {
    const { open, verdicts, workers } = await opened(linesTo(100));
    const done = verdicts.all();
    await turn();
    void open.openSample();
    workers[1].answer('openSample', { ok: true, value: { parks: linesTo(3), version: 0 } });
    await done;
    expect(open.project!.parks).toEqual(linesTo(3));
    expect(verdicts.left).toBe(3);
  });

  it('leave alone what is edited between: that is judged by the edit', async () => {
    const { open, verdicts, answer, workers } = await opened(linesTo(100));
    void verdicts.all();
    await turn();
    void open.change({ base: 0, tables: {} });
    await turn();
    // The edit waits until what was asked before is shown.
    expect(workers[0].open().map(({ call }) => call)).toEqual(['verdicts']);
    await answer();
    expect(workers[0].open().map(({ call }) => call)).toContain('apply');
  });
});
