import { expect, it } from 'vitest';
import type { Client } from '../../../../client/client.ts';
import { Choices } from '../choices.svelte.ts';
import { PlanDesk } from './plan-desk.svelte.ts';

it('another plan that comes once other land is open is looked at no more', async () => {
  let answer: (told: unknown) => void = () => undefined;
  const client = { planGiven: () => new Promise((told) => (answer = told)) };
  const page = { open: { project: null } };
  const desk = new PlanDesk(page, new Choices(page, null), client as unknown as Client);
  desk.others.parksOf = () => [];
  const looked = desk.look({ code: 'variant', n: 0 } as never);
  desk.clear();
  answer({ ok: true, value: { parks: [] } });
  expect(await looked).toBe(false);
  expect([desk.trial, desk.made, desk.looksAt]).toEqual([null, [], 'plan']);
});

it('going on keeps the plan that holds where less is found, and takes what is worth more', async () => {
  const page = { open: { project: null } };
  let found = { parks: [], targets: [], objective: 10 };
  let end: () => void = () => undefined;
  const client = {
    plan: () => new Promise((told) => (end = () => told({ ok: true, value: { as: 0, whole: found } }))),
    planSoFar: () =>
      Promise.resolve({ number: 1, phase: 'select', columns: 0, bound: null, plan: { as: 0, whole: found } }),
  };
  const desk = new PlanDesk(page, new Choices(page, null), client as unknown as Client);
  const goOn = async (objective: number, code: 'asked' | 'resumed' = 'resumed') => {
    found = { ...found, objective };
    const isDone = desk.solve({ code });
    await expect.poll(() => desk.run.best?.objective).toBe(objective);
    const soFar = desk.view?.objective;
    end();
    expect(await isDone).toBe(true);
    return [soFar, desk.plan?.view.objective];
  };
  expect(await goOn(10, 'asked')).toEqual([10, 10]);
  expect(await goOn(7)).toEqual([10, 10]);
  expect(await goOn(12)).toEqual([12, 12]);
  // Other wishes: what is found is the plan, whatever it is worth.
  expect(await goOn(5, 'asked')).toEqual([5, 5]);
});
