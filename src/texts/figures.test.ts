import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueText } from '../domain/quantity/shown.ts';
import { boundText, displayed, displayedMargin, displayedText, fixed } from './figures.ts';

it('never rounds a figure onto or across a threshold', () => {
  expect(valueText(99.99996, 'mu', { bound: 100 })).toBe('99.99996');
  expect(valueText(100.0000001, 'mu', { bound: 100 })).toBe('100.0000001');
  expect(valueText(100, 'mu', { bound: 100 })).toBe('100.0000');
  fc.assert(
    fc.property(fc.double({ min: -1e-4, max: 1e-4, noNaN: true }), (off) => {
      const value = 1.5 + off;
      fc.pre(Math.abs(off) > 1e-8);
      expect(Math.sign(Number(valueText(value, 'ratio', { bound: 1.5 })) - 1.5)).toBe(Math.sign(off));
    }),
  );
});

it('groups thousands and writes a true minus, but no minus zero', () => {
  expect(fixed(-1234567.891, 2)).toBe('−1,234,567.89');
  expect(fixed(-0.001, 2)).toBe('0.00');
});

const share = { percent: true };
const shownValue = (value: number, bound: number) =>
  Number(displayedText('en', displayed(value, 'ratio', share, { bound })).replace('%', ''));

it('writes every share of whole per mille as a hand would, without the noise of binary fractions', () => {
  for (let mille = 0; mille <= 1000; mille++) {
    const { value, unit } = displayed(mille / 1000, 'ratio', share);
    expect(boundText('zh', value, unit)).toBe(`${mille % 10 === 0 ? mille / 10 : (mille / 10).toFixed(1)}%`);
  }
});

it('keeps a share on its own side of the bound, and one equal within its resolution on it', () => {
  const bounds = fc.constantFrom(0.07, 0.25, 0.2, 0.5);
  fc.assert(
    fc.property(bounds, fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), (bound, off) => {
      fc.pre(Math.abs(off) > 1e-11);
      expect(Math.sign(shownValue(bound + off, bound) - bound * 100)).toBe(Math.sign(off));
    }),
  );
  const against = { bound: 0.07, precision: { resolution: 0.000_001 } };
  expect(displayedText('zh', displayed(0.070_000_9, 'ratio', share, against))).toBe('7.00%');
});

it('leaves a plot ratio and an area as they are, and writes a margin in points', () => {
  expect(displayed(1.5, 'ratio').unit).toBe('ratio');
  expect(displayed(0.5, 'mu', share)).toMatchObject({ value: 0.5, unit: 'mu' });
  expect(displayedText('zh', displayedMargin(0.013, 'ratio', share))).toBe('1.30 个百分点');
  expect(displayedText('zh', displayedMargin(-1e-7, 'ratio', share))).toBe('−0.00001 个百分点');
});
