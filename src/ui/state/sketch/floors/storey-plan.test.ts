import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Client } from '../../../../client/client.ts';
import type { FloorsPage } from './floors-page.ts';
import { StoreyPlan } from './storey-plan.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a building shown again is as it was left, and of another project nothing of the one before is seen', async () => {
  const page = {
    open: { opening: 1, project: { version: 0 } },
    park: {},
    sketch: { try: () => undefined },
  };
  const view = { building: { id: 'B' }, ring: [], storeys: 3, leastM2: 0, leased: [], proposals: [] };
  const client = { floorPlans: async () => ({ ok: true, value: view }) };
  const plan = new StoreyPlan(page as unknown as FloorsPage, client as unknown as Client);
  plan.show(4);
  await vi.runOnlyPendingTimersAsync();
  plan.goTo(2);
  await vi.runOnlyPendingTimersAsync();
  plan.rest();
  plan.show(4);
  expect([plan.view, plan.storey]).toEqual([view, 2]);
  plan.rest();
  page.open.opening = 2;
  plan.show(4);
  expect([plan.view, plan.storey]).toEqual([null, 1]);
  plan.rest();
});

it('what was refused is said by the panel alone, not over the map too', async () => {
  const refusal = { code: 'units-sold', params: {} };
  const said: unknown[] = [];
  const page = {
    open: { opening: 1, project: { version: 0 } },
    park: {},
    sketch: { try: () => undefined, do: async () => ({ ok: false, refusal }), say: (own: unknown) => said.push(own) },
  };
  const view = { building: { id: 'B' }, ring: [], storeys: 3, leastM2: 0, leased: [], proposals: [] };
  const client = { floorPlans: async () => ({ ok: true, value: view }) };
  const plan = new StoreyPlan(page as unknown as FloorsPage, client as unknown as Client);
  plan.show(4);
  await vi.runOnlyPendingTimersAsync();
  expect(await plan.do({ parts: [] } as never, 'wall-moved' as never)).toBe(false);
  expect([plan.refusal, said]).toEqual([refusal, [null]]);
  plan.rest();
});
