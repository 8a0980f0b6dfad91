import { expect, it } from 'vitest';
import { followed, placedWishes, withoutEntrance, type GoneSide, type OfSides } from './side-wishes.ts';

/** Sides that face these ways, each 100 m from the next. */
const sidesOf = (...facing: readonly number[]) =>
  facing.map((facingDeg, n) => ({ at: [0, 100 * n] as const, facingDeg }));
const none: readonly GoneSide[] = [];

it('the setback of a side that is gone is not given to the one beside it, which has its own', () => {
  const before = sidesOf(0, 230, 270);
  const wishes = { sideSetbacksM: { 1: 10, 2: 8 }, entranceSide: 2 };
  expect(followed({ wishes, gone: none }, before, before)).toEqual({ wishes, gone: none });
  expect(followed({ wishes, gone: none }, before, before.slice(0, 2))).toEqual({
    wishes: { sideSetbacksM: { 1: 10 }, entranceSide: null },
    gone: [{ ...before[2], setbackM: 8, isEntrance: true }],
  });
});

it('a side that is parted by a new corner keeps its wishes in one of its parts', () => {
  const before = sidesOf(0, 90, 180);
  const after = [...sidesOf(0, 80), { at: [0, 110] as const, facingDeg: 100 }, ...sidesOf(0, 0, 0, 180).slice(3)];
  const wishes = { sideSetbacksM: { 1: 10 }, entranceSide: 1 };
  expect(followed({ wishes, gone: none }, before, after).wishes).toEqual(wishes);
  const last = { sideSetbacksM: { 2: 9 }, entranceSide: null };
  expect(followed({ wishes: last, gone: none }, before, after).wishes.sideSetbacksM).toEqual({ 3: 9 });
});

it('a side that comes back has what was wished of it, but for what was wished elsewhere meanwhile', () => {
  const all = sidesOf(0, 90, 180, 270);
  const cut = all.slice(0, 3);
  const wishes: OfSides = { sideSetbacksM: { 0: 5, 3: 8 }, entranceSide: 3 };
  const without = followed({ wishes, gone: none }, all, cut);
  expect(without.wishes).toEqual({ sideSetbacksM: { 0: 5 }, entranceSide: null });
  expect(followed(without, cut, all)).toEqual({ wishes, gone: none });
  // By other numbers, and a little rounded.
  const turned = [all[3], ...cut].map(({ at, facingDeg }) => ({ at: [at[0] + 0.01, at[1]] as const, facingDeg }));
  expect(followed(without, cut, turned).wishes).toEqual({ sideSetbacksM: { 0: 8, 1: 5 }, entranceSide: 0 });
  // A side somewhere else that faces the same way is not it.
  const other = [...cut, { at: [20, 300] as const, facingDeg: 270 }];
  expect(followed(without, cut, other)).toEqual(without);
  const moved = { ...without, wishes: { ...without.wishes, entranceSide: 1 } };
  expect(followed(moved, cut, all)).toEqual({ wishes: { ...wishes, entranceSide: 1 }, gone: none });
  expect(followed({ ...without, gone: withoutEntrance(without.gone) }, cut, all).wishes.entranceSide).toBeNull();
});

it('what is wished on land that is left has the places of its sides', () => {
  const sides = sidesOf(0, 90);
  expect(placedWishes({ sideSetbacksM: { 1: 7 }, entranceSide: 0 }, sides)).toEqual([
    { ...sides[0], setbackM: null, isEntrance: true },
    { ...sides[1], setbackM: 7, isEntrance: false },
  ]);
});
