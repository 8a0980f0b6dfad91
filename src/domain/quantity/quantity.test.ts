import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFixed, formatHectares, formatM2, formatMu, formatPercent, MINUS, NO_FIGURE } from './format.ts';
import { computedWithin, meets, meetsMu, STATED } from './threshold.ts';

describe('thresholds', () => {
  it('includes the number in 以上 and 不超过 and excludes it in 超过 and 不满', () => {
    expect([meets('>=', 1.5, 1.5), meets('<=', 1.5, 1.5), meets('>', 1.5, 1.5), meets('<', 1.5, 1.5)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('holds a stated area against a bound rounded to 0.01 m²', () => {
    expect(meetsMu('>=', 33333.33, 50, STATED)).toBe(true);
    expect(meetsMu('>=', 33333.32, 50, STATED)).toBe(false);
    expect(meetsMu('>', 33333.33, 50, STATED)).toBe(false);
    expect(meetsMu('>=', 66666.67, 100, STATED)).toBe(true);
    expect(meetsMu('>=', 66666.66, 100, STATED)).toBe(false);
  });
  it('holds a computed area against 2000/3 m² to the resolution of its coordinates', () => {
    expect(meetsMu('>=', 200000 / 3, 100)).toBe(true);
    expect(meetsMu('>=', 200000 / 3 - 0.05, 100)).toBe(false);
    expect(meetsMu('>=', 200000 / 3 - 0.05, 100, computedWithin(1000))).toBe(true);
    expect(meetsMu('>=', 200000 / 3 - 0.11, 100, computedWithin(1000))).toBe(false);
    expect(meetsMu('>', 200000 / 3 + 0.05, 100, computedWithin(1000))).toBe(false);
  });
  it('meets whole 亩 exactly, as integers do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -3, max: 3 }), (mu, thirds) => {
        const area = (2000 * mu + thirds) / 3;
        expect(meetsMu('>=', area, mu)).toBe(thirds >= 0);
        expect(meetsMu('<', area, mu)).toBe(thirds < 0);
      }),
    );
  });
  it('meets nothing without a number', () => {
    expect([meets('>=', NaN, 1), meets('<', NaN, 1)]).toEqual([false, false]);
  });
});

describe('fixed decimals', () => {
  it('rounds half up on the decimal the number is', () => {
    expect([formatFixed(1.005, 2), formatFixed(2.675, 2), formatFixed(0.5, 0), formatFixed(1e-7, 7)]).toEqual([
      '1.01',
      '2.68',
      '1',
      '0.0000001',
    ]);
  });
  it('uses a true minus, and none before zero', () => {
    expect(formatM2(-12.345)).toBe(`${MINUS}12.35`);
    expect(formatM2(-0.001)).toBe('0.00');
    expect(formatM2(NaN)).toBe(NO_FIGURE);
  });
  it('converts from the unrounded area', () => {
    expect([formatMu(66675), formatMu(66660.71), formatHectares(66675), formatHectares(66675, 2)]).toEqual([
      '100.0125',
      '99.9911',
      '6.6675',
      '6.67',
    ]);
    expect(formatPercent(0.0712)).toBe('7.12%');
    expect(formatFixed(1234567.5, 1, { group: ' ' })).toBe('1 234 567.5');
  });
  it('never shows a figure on the other side of its threshold, or on it', () => {
    expect(formatFixed(1.4999, 2, { bound: 1.5 })).toBe('1.4999');
    expect(formatFixed(1.5, 2, { bound: 1.5 })).toBe('1.50');
    expect(formatFixed(1.4999, 2, { bound: 1.5, precision: { resolution: 0.001 } })).toBe('1.50');
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.integer({ min: -100, max: 100 }), (x, bound) => {
        fc.pre(Math.abs(x - bound) > 1e-11 || x === bound);
        const shown = Number(formatFixed(x, 2, { bound }).replace(MINUS, '-'));
        expect(Math.sign(shown - bound)).toBe(Math.sign(x - bound));
      }),
    );
  });
});
