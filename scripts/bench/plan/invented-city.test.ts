import { describe, expect, it } from 'vitest';
import { inventedCity } from './invented-city.ts';

describe('invented city', () => {
  it('is the same for the same seed, its townships together and neighbours both ways', () => {
    const city = inventedCity({ size: 500, seed: 1 });
    expect(inventedCity({ size: 500, seed: 1 })).toEqual(city);
    expect(inventedCity({ size: 500, seed: 2 }).parcels.landMu).not.toEqual(city.parcels.landMu);
    const { townships, parcels } = city;
    expect([townships[0], townships[180], townships.every((start, t) => t === 0 || start >= townships[t - 1])]).toEqual(
      [0, 500, true],
    );
    const township = Array.from({ length: 180 }, (_, t) =>
      Array<number>(townships[t + 1] - townships[t]).fill(t),
    ).flat();
    const { starts, values } = parcels.near;
    const pairs = Array.from({ length: 500 }, (_, place) =>
      [...values.subarray(starts[place], starts[place + 1])].map((other) => `${place},${other}`),
    ).flat();
    expect(pairs.length).toBeGreaterThan(300);
    for (const pair of pairs) {
      const [place, other] = pair.split(',').map(Number);
      expect(pairs).toContain(`${other},${place}`);
      expect(township[other]).toBe(township[place]);
    }
  });
  it('has more land to give and larger parks where that is asked for', () => {
    const [usual, large] = [{}, { quotas: 3.1, parkSizes: 3 }].map((more) =>
      inventedCity({ size: 500, seed: 1, ...more }),
    );
    for (const [n, limit] of large.limits.entries()) expect(limit.most).toBeCloseTo(3.1 * usual.limits[n].most, 6);
    expect(large.kinds.map(({ mostLandMu }) => mostLandMu)).toEqual([600, 300]);
    expect(large.parcels).toEqual(usual.parcels);
  });
});
