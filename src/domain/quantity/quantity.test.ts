import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFixed, MINUS, NO_FIGURE } from './format.ts';
import { compare, holds, STATED, type Comparison } from './threshold.ts';

describe('thresholds', () => {
  it.each<[Comparison, number[]]>([
    ['>=', [0, 1]],
    ['<=', [-1, 0]],
    ['>', [1]],
    ['<', [-1]],
    ['=', [0]],
  ])('%s includes the number as 民法典 1259 has it', (op, sides) => {
    expect(([-1, 0, 1] as const).filter((side) => holds(op, side))).toEqual(sides);
  });
  it('takes two values within what they resolve for one', () => {
    expect(compare(1.5, 1.5)).toBe(0);
    expect([compare(100, 100.04, { resolution: 0.05 }), compare(100, 100.06, { resolution: 0.05 })]).toEqual([0, -1]);
    expect([compare(33_333.33, 100_000 / 3, STATED), compare(33_333.32, 100_000 / 3, STATED)]).toEqual([0, -1]);
    expect(compare(66_666.67, 200_000 / 3, STATED)).toBe(0);
    expect(compare(1.005, 1.01, STATED)).toBe(0);
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
    expect(formatFixed(-12.345, 2)).toBe(`${MINUS}12.35`);
    expect(formatFixed(-0.001, 2)).toBe('0.00');
    expect(formatFixed(NaN, 2)).toBe(NO_FIGURE);
  });
  it('puts what is asked for between thousands', () => {
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
