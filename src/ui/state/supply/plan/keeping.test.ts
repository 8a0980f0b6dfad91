import { expect, it } from 'vitest';
import type { PlanView } from '../../../../city/planning/view.ts';
import type { Client } from '../../../../client/client.ts';
import { Choices } from '../choices.svelte.ts';
import { PlanKeeping } from './keeping.svelte.ts';
import { PlanDesk } from './plan-desk.svelte.ts';

/** So long that no timer of the test's own time keeps anything. */
const NEVER_MS = 1e8;

/** A plan of no parks, worth so much, proven to within so much. */
const viewOf = (objective: number, bound: number) =>
  ({ parks: [], targets: [], objective, bound, status: 'feasible', boundKind: 'relaxed', gap: 0, stats: {}, certificate: null, spared: null, version: 1 }) as unknown as PlanView; // prettier-ignore

/** A page as it is opened anew: what lies on the device outlives it. */
function openPage(device: { kept: unknown }, found: PlanView | null = null) {
  const page = { open: { project: { origin: 'file', version: 1 } } } as never;
  const client = {
    plan: (_: unknown, { signal }: { readonly signal: AbortSignal }) =>
      found
        ? Promise.resolve({ ok: true, value: { as: 1, whole: found } })
        : new Promise((__, left) => signal.addEventListener('abort', () => left(signal.reason))),
    planSoFar: () => Promise.resolve(null),
    // The land tells what the parks are worth, and nothing of a proof.
    planGiven: () => Promise.resolve({ ok: true, value: { ...viewOf(10, Infinity), bound: null } }),
    work: {
      read: () => Promise.resolve(device.kept),
      // As it is written: what cannot be copied is not kept.
      keep: (_: string, __: string, kept: unknown) => Promise.resolve(((device.kept = structuredClone(kept)), true)),
    },
  } as unknown as Client;
  const desk = new PlanDesk(page, new Choices(page, null), client);
  const keeping = new PlanKeeping((page as { open: never }).open, desk, client, NEVER_MS);
  return { desk, keeping };
}

it('a plan found just before the page is left is there again, with its proof, how it was found and the time that was chosen', async () => {
  const device = { kept: null as unknown };
  const { desk, keeping } = openPage(device, viewOf(10, 10.127));
  await keeping.load();
  desk.seconds = 30;
  expect(await desk.solve()).toBe(true);
  expect(desk.plan?.curve).toMatchObject([{ incumbent: 10, bound: 10.127 }]);
  expect(device.kept).toBeNull();
  // As `pagehide` does.
  keeping.flush();
  const again = openPage(device);
  await again.keeping.load();
  expect(again.keeping.restored).toMatchObject({ hasPlan: true, wasRunning: false });
  expect(again.desk.plan?.view).toMatchObject({ objective: 10, bound: 10.127 });
  expect(again.desk.curve).toEqual(desk.plan?.curve);
  expect(again.desk.seconds).toBe(30);
  // What is sought then and cancelled leaves the curve of the plan that is shown.
  const left = again.desk.solve({ code: 'resumed' });
  expect(again.desk.curve).toEqual([]);
  again.desk.cancel();
  expect(await left).toBe(false);
  expect(again.desk.curve).toEqual(desk.plan?.curve);
});
