import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('shares that sum as printed', () => {
  it('gives thirds 33.34, 33.33, 33.33', () => {
    expect(apportion([1, 1, 1], 100, 2)).toEqual([33.34, 33.33, 33.33]);
  });
  it('sums to the whole and is nowhere a unit of the last digit off', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(weights, (ws) => {
        const total = ws.reduce((a, b) => a + b, 0);
        fc.pre(total > 1e-6);
        const shares = apportion(ws, 100, 2);
        expect(shares.reduce((sum, share) => sum + Math.round(share * 100), 0)).toBe(10_000);
        shares.forEach((share, i) => expect(Math.abs(share - (ws[i] / total) * 100)).toBeLessThan(0.01 + 1e-9));
      }),
    );
  });
  it('is 0 throughout where there is nothing', () => {
    expect(apportion([0, 0], 100, 2)).toEqual([0, 0]);
  });
});
