import { expect, it } from 'vitest';
import { Choices } from '../choices.svelte.ts';
import { Assembling } from './assembling.svelte.ts';

it('a township that is left while its parks are sought is sought no more', async () => {
  const page = { open: { project: null } };
  const view = { townships: [{ id: 'T' }, { id: 'U' }], keys: [], townshipOf: [] };
  const client = {
    candidates: () => Promise.resolve({ ok: true, value: view }),
    townshipParks: () => new Promise(() => undefined),
  };
  const assembling = new Assembling(page, new Choices(page, null), client as never);
  await assembling.ask();
  assembling.choose('T');
  expect(assembling.seeking).toBe(true);
  assembling.choose(null);
  expect(assembling.seeking).toBe(false);
});
