import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixed, valueText } from './figures.ts';

it('never rounds a figure onto or across a threshold', () => {
  expect(valueText(99.99996, 'mu', 100)).toBe('99.99996');
  expect(valueText(100.0000001, 'mu', 100)).toBe('100.0000001');
  expect(valueText(100, 'mu', 100)).toBe('100.0000');
  fc.assert(
    fc.property(fc.double({ min: -1e-4, max: 1e-4, noNaN: true }), (off) => {
      const value = 1.5 + off;
      fc.pre(Math.abs(off) > 1e-8);
      expect(Math.sign(Number(valueText(value, 'ratio', 1.5)) - 1.5)).toBe(Math.sign(off));
    }),
  );
});

it('groups thousands and writes a true minus, but no minus zero', () => {
  expect(fixed(-1234567.891, 2)).toBe('−1,234,567.89');
  expect(fixed(-0.001, 2)).toBe('0.00');
});
