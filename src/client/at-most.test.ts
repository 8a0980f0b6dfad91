import { expect, it } from 'vitest';
import { atMost } from './at-most.ts';

it('runs no more at once than allowed, in turn, and never what was given up before its turn', async () => {
  const run = atMost(2);
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const task = (n: number) => () =>
    new Promise<number>((resolve) => {
      started.push(n);
      finish.push(() => resolve(n));
    });
  const stop = new AbortController();
  const answers = [run(task(1)), run(task(2)), run(task(3), stop.signal), run(task(4))];
  expect(started).toEqual([1, 2]);
  stop.abort();
  finish[0]();
  expect(await answers[0]).toBe(1);
  await expect(answers[2]).rejects.toMatchObject({ name: 'AbortError' });
  expect(started).toEqual([1, 2, 4]);
  finish[2]();
  expect(await answers[3]).toBe(4);
});

it('goes on after a task that failed', async () => {
  const run = atMost(1);
  await expect(run(() => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
  expect(await run(() => Promise.resolve(7))).toBe(7);
});
