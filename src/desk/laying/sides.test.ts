import { expect, it } from 'vitest';
import { renumbered } from './sides.ts';

/** Sides that face these ways, each 100 m from the next. */
const sidesOf = (...facing: readonly number[]) =>
  facing.map((facingDeg, n) => ({ at: [0, 100 * n] as const, facingDeg }));

it('the setback of a side that is gone is not given to the one beside it, which has its own', () => {
  const before = sidesOf(0, 230, 270);
  const wishes = { sideSetbacksM: { 1: 10, 2: 8 }, entranceSide: 2 };
  expect(renumbered(wishes, before, before)).toBeNull();
  expect(renumbered(wishes, before, before.slice(0, 2))).toEqual({ sideSetbacksM: { 1: 10 }, entranceSide: null });
});

it('a side that is parted by a new corner keeps its wishes in one of its parts', () => {
  const after = [...sidesOf(0, 80), { at: [0, 110] as const, facingDeg: 100 }, ...sidesOf(0, 0, 0, 180).slice(3)];
  const wishes = { sideSetbacksM: { 1: 10 }, entranceSide: 1 };
  expect(renumbered(wishes, sidesOf(0, 90, 180), after)).toBeNull();
  expect(
    renumbered({ sideSetbacksM: { 2: 9 }, entranceSide: null }, sidesOf(0, 90, 180), after)?.sideSetbacksM,
  ).toEqual({ 3: 9 });
});
