import { expect, it } from 'vitest';
import { Raising } from './raising.svelte.ts';
import { storeysDragged, storeysWheeled } from './drag.ts';

it('a drag is whole storeys, from one to the most there can be', () => {
  expect([9, 11, 31, -9, -11, -400].map((px) => storeysDragged(px, 20, 3, 100))).toEqual([0, 1, 2, 0, -1, -2]);
  expect(storeysDragged(1e6, 20, 3, 100)).toBe(97);
  // Seen from above a storey is no way at all: one px is not a storey then.
  expect(storeysDragged(4, 0.01, 3, 100)).toBe(0);
  expect([100, 240, -100].map((px) => storeysWheeled(px, 3, 100))).toEqual([1, 2, -1]);
});

it('what is dragged is tried, and done once as one step; dropped it is as it was', async () => {
  const said: unknown[] = [];
  const raising = new Raising({
    selected: [{ table: 'building', key: 7 }],
    try: (intent) => said.push(['try', intent]),
    do: (intent) => Promise.resolve(said.push(['do', intent])),
  });
  const raised = (by: number) => ({ do: 'storeys', buildings: [7], by });
  for (const by of [1, 2, 2]) raising.try(7, by);
  await raising.take();
  await raising.take();
  raising.try(7, -1);
  raising.drop();
  raising.drop();
  await raising.step(1);
  expect(said).toEqual([
    ['try', raised(1)],
    ['try', raised(2)],
    ['do', raised(2)],
    ['try', raised(-1)],
    ['try', null],
    ['do', raised(1)],
  ]);
});
