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

it('the first plan made around something after a reload has time to be proven, those after it go on from it', async () => {
  const page = { open: { project: null } };
  const view = { parks: [], targets: [], objective: 10, certificate: null };
  const seconds: number[] = [];
  const client = {
    plan: ({ search }: { readonly search: { readonly seconds: number } }) => {
      seconds.push(search.seconds);
      return Promise.resolve({ ok: true, value: { as: 0, whole: view } });
    },
    planSoFar: () => Promise.resolve(null),
  };
  const choices = new Choices(page, null);
  const desk = new PlanDesk(page, choices, client as unknown as Client);
  desk.restored({ number: 3, at: 0, cause: { code: 'asked' }, asked: choices.asked, view } as never, []);
  const park = (id: string) => ({ parcels: [id], label: id }) as never;
  expect(await desk.ban([park('A')])).toBe(true);
  expect(await desk.ban([park('B')])).toBe(true);
  expect(seconds).toEqual([10, 1]);
});

it('what is asked while another is still sought is told against the plan that is known, and found', async () => {
  const page = { open: { project: null } };
  const view = { parks: [], targets: [], objective: 10, certificate: null };
  const held: unknown[] = [];
  const client = {
    plan: (asked: { readonly held: number | null }, { signal }: { readonly signal: AbortSignal }) => {
      held.push(asked.held);
      if (held.length === 2)
        return new Promise((_, left) => signal.addEventListener('abort', () => left(signal.reason)));
      const told = asked.held === null ? { whole: view } : { of: asked.held, order: new Int32Array(0), differs: null };
      return Promise.resolve({ ok: true, value: { as: held.length, ...told } });
    },
    planSoFar: () => Promise.resolve(null),
  };
  const desk = new PlanDesk(page, new Choices(page, null), client as unknown as Client);
  expect(await desk.solve()).toBe(true);
  const left = desk.ban([{ parcels: ['A'], label: 'A' } as never]);
  expect(await desk.ban([{ parcels: ['B'], label: 'B' } as never])).toBe(true);
  expect(await left).toBe(false);
  expect([held, desk.fault]).toEqual([[null, 1, 1], null]);
});

it('a plan that is entered in the ledger while its reasons are still sought is of the land as it is then', async () => {
  const project = { version: 1 };
  const page = { open: { project } } as never;
  const view = { parks: [], targets: [], objective: 10, version: 1, certificate: null };
  let end: () => void = () => undefined;
  const client = {
    plan: () => new Promise((told) => (end = () => told({ ok: true, value: { as: 0, whole: view } }))),
    planSoFar: () =>
      Promise.resolve({ number: 1, phase: 'explain', columns: 0, bound: null, plan: { as: 0, whole: view } }),
  };
  const desk = new PlanDesk(page, new Choices(page, null), client as unknown as Client);
  const isDone = desk.solve();
  await expect.poll(() => desk.plan?.view.version).toBe(1);
  // Two of its years, one after the other.
  for (const version of [2, 3]) {
    const before = project.version;
    project.version = version;
    desk.booked(desk.plan!, before);
  }
  end();
  expect(await isDone).toBe(true);
  expect([desk.plan?.view.version, desk.stale]).toEqual([3, null]);
});

it('a plan of land that was changed before it is entered in the ledger stays older than the land', () => {
  const project = { version: 1 };
  const page = { open: { project } } as never;
  const choices = new Choices(page, null);
  const desk = new PlanDesk(page, choices, {} as Client);
  const view = { parks: [], targets: [], objective: 10, version: 1, certificate: null };
  desk.restored({ number: 1, at: 0, cause: { code: 'asked' }, asked: choices.asked, view } as never, []);
  project.version = 2;
  expect(desk.stale).toBe('land');
  project.version = 3;
  desk.booked(desk.plan!, 2);
  expect([desk.plan?.view.version, desk.stale]).toEqual([1, 'land']);
});
