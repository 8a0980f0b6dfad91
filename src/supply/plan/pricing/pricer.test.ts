import { describe, expect, it } from 'vitest';
import { noChoices } from '../shape/problem.ts';
import { smallCity } from '../master/test-small-city.ts';
import { Pricer } from './pricer.ts';
import { compared } from './test-compared.ts';

/* Tens of thousands of such cases were run by hand; here some of them. */

describe('pricer', () => {
  it('gives the parks that every subset gives: the best of each township and year, all above a bound, one at a time', () => {
    const sums = { best: 0, none: 0, every: 0, alone: 0 };
    for (let seed = 0; seed < 250; seed++) {
      const found = compared(seed);
      expect(found.wrong, `case ${seed}`).toEqual([]);
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += found[key];
    }
    for (const count of Object.values(sums)) expect(count).toBeGreaterThan(50);
  });

  it('ends where there are more parks than were asked for: of 32 parcels there are billions', () => {
    const city = smallCity(1, 80);
    const kinds = city.kinds.map((kind) => ({ ...kind, landMu: kind.landMu.map(() => 1), mostLandMu: 1e6 }));
    const problem = { ...city, kinds, mostSites: 32 };
    const prices = { limits: new Float64Array(3), targets: new Float64Array(3), parcels: new Float64Array(240) };
    expect(new Pricer(problem, noChoices).every(prices, -1e6, 100)).toBeNull();
  });
});
