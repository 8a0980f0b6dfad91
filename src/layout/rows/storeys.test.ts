import { expect, it } from 'vitest';
import { highBesideLow } from './storeys.ts';

const floorOf = (groups: readonly number[], storeys: readonly number[]): number =>
  groups.reduce((sum, area, i) => sum + area * storeys[i], 0);

it('puts up high the group with which the floor asked is hardly exceeded, else the first', () => {
  // Two rows, the first four times the second: high, it alone would bring a third more than is asked.
  expect(highBesideLow([6696, 1512], 28_200, 4, 9)).toEqual([3, 6]);
  expect(highBesideLow([2000, 2000, 2000], 18_000, 4, 9)).toEqual([5, 2, 2]);
});

it('reaches the floor with one group above the hinge, or has all that can be', () => {
  for (let i = 1; i < 300; i++) {
    const groups = Array.from({ length: 1 + (i % 5) }, (_, k) => 800 + ((i * (k + 3) * 397) % 5000));
    const floor = ((i * 911) % 60) * 1000;
    const storeys = highBesideLow(groups, floor, 4, 9);
    expect(Math.max(...storeys)).toBeGreaterThan(4);
    expect(Math.max(...storeys)).toBeLessThanOrEqual(9);
    const most = floorOf(groups, groups.map(() => 9)); // prettier-ignore
    expect(floorOf(groups, storeys), String(i)).toBeGreaterThanOrEqual(Math.min(floor, most) - 1e-6);
  }
  expect(highBesideLow([], 1000, 4, 9)).toEqual([]);
});
