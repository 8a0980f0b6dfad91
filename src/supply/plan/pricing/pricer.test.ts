import { describe, expect, it } from 'vitest';
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
});
