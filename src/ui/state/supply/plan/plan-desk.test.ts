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
