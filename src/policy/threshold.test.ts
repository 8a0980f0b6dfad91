import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../domain/land/figure.ts';
import type { Op } from './shape/outcome.ts';
import { marginOf, meets, precisionMatters } from './threshold.ts';

const area = (value: number, more: Partial<Figure> = {}): Figure => ({
  what: 'landArea',
  value,
  unit: 'm2',
  inputs: [],
  ...more,
});
const inMu = (value: number, op: Op = '>=') => ({ op, value, unit: 'mu' as const });

/** Independent witness: whole hundredths of m² against whole 亩, in integers; 亩 = 2000/3 m². */
const meetsExactly = (hundredths: bigint, mu: bigint): boolean => 3n * hundredths >= 2000n * 100n * mu;

describe('a figure against a bound', () => {
  it('in 亩 agrees with integer arithmetic, wherever the figure is not within rounding of the bound', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000n), fc.bigInt(-500n, 500n), (mu, off) => {
        const hundredths = (200_000n * mu) / 3n + off;
        fc.pre(3n * hundredths === 200_000n * mu || off > 1n || off < -1n);
        expect(meets(area(Number(hundredths) / 100), inMu(Number(mu)))).toBe(meetsExactly(hundredths, mu));
      }),
    );
  });

  it.each([
    [33_333.33, 50, true],
    [33_333.32, 50, false],
    [66_666.67, 100, true],
    [66_666.66, 100, false],
  ])('stated %f m² is %i 亩: %s', (value, mu, met) => {
    expect(meets(area(value, { basis: 'registered' }), inMu(mu))).toBe(met);
  });

  it('computed, within its resolution of the bound, is at the bound', () => {
    const near = area(66_666.6, { basis: 'plane', resolution: 0.1 });
    const ops: readonly Op[] = ['>=', '<=', '=', '>', '<'];
    expect(ops.map((op) => meets(near, inMu(100, op)))).toEqual([true, true, true, false, false]);
    expect(marginOf(near, inMu(100))).toBe(0);
    expect(meets(area(66_666.5, { basis: 'plane', resolution: 0.1 }), inMu(100))).toBe(false);
  });

  it('stated to four decimals of a hectare it meets or misses as far as that says', () => {
    const stated = (value: number) => area(value, { basis: 'registered', resolution: 0.5, coarse: true });
    expect([66_667, 66_666.2, 66_666].map((value) => meets(stated(value), inMu(100)))).toEqual([true, true, false]);
    expect([marginOf(stated(66_667), inMu(100)), marginOf(stated(66_666), inMu(100))]).toEqual([0, -0.001]);
    expect(precisionMatters(stated(66_667))).toBe(true);
  });

  it('compares a ratio of sums in spite of floating-point noise', () => {
    const ratio: Figure = { what: 'share', value: 0.1 + 0.2, unit: 'ratio', inputs: [] };
    expect(meets(ratio, { op: '<=', value: 0.3, unit: 'ratio' })).toBe(true);
    expect(meets(ratio, { op: '<=', value: 0.2999, unit: 'ratio' })).toBe(false);
  });

  it('has a margin whose sign is the verdict', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom<Op>('>=', '<='),
        (value, mu, op) => {
          expect(marginOf(area(value), inMu(mu, op)) >= 0).toBe(meets(area(value), inMu(mu, op)));
        },
      ),
    );
  });

  it('can be off by the precision of vertices only where it was computed', () => {
    expect(precisionMatters(area(1, { basis: 'plane' }))).toBe(true);
    expect(precisionMatters(area(1, { basis: 'registered', resolution: 1 }))).toBe(false);
    expect(precisionMatters(area(1, { resolution: 0.005 }))).toBe(false);
    expect(precisionMatters(area(1, { resolution: 0.5 }))).toBe(true);
  });
});
