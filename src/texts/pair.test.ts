import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedText, valueText } from '../domain/quantity/shown.ts';
import type { MeasuredPair } from '../policy/measured-pairs.ts';
import { boundText, displayed, displayedText } from './figures.ts';
import { countedText, shownPair } from './pair.ts';

const pairOf = (
  value: number,
  bound: number,
  op: '>=' | '<=' = '>=',
  unit: 'mu' | 'm2' | 'ratio' | 'yuanPerM2' = 'mu',
  more: Partial<MeasuredPair['measured']> = {},
): MeasuredPair => ({
  measured: { what: 'x', value, unit, ...more },
  required: { what: 'x', op, value: bound, unit },
  margin: Math.abs(value - bound) <= (more.resolution ?? 0) ? 0 : op === '>=' ? value - bound : bound - value,
});

/** Independent of the formatter: the shown decimals as whole numbers of 10^-15. */
const whole = (text: string): bigint => {
  const [, sign, units, fraction = ''] = /^(−?)([\d,]+)(?:\.(\d+))?/.exec(text)!;
  const scaled = BigInt(units.replaceAll(',', '') + fraction.padEnd(15, '0'));
  return sign ? -scaled : scaled;
};
const texts = (pair: MeasuredPair, label?: { readonly percent?: boolean }) => {
  const { measured, required, margin } = shownPair(pair, label);
  return {
    measured: displayedText('zh', measured),
    required: boundText('zh', required!.value, required!.unit, required!.against),
    margin: displayedText('zh', margin!),
  };
};

describe('measured, required and what is missing', () => {
  it('add up as they are shown, and stay on their own side, whatever the figures', () => {
    const bound = fc.oneof(
      fc.constantFrom(100, 50, 1.5, 500, 300, 0.07, 0.25),
      // A computed bound, such as a guide price, ends nowhere.
      fc.double({ min: 0.1, max: 1e4, noNaN: true }),
    );
    const unit = fc.constantFrom('mu', 'm2', 'ratio', 'yuanPerM2');
    const off = fc.oneof(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
      fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 20_000),
    );
    fc.assert(
      fc.property(bound, off, unit, fc.constantFrom<'>=' | '<='>('>=', '<='), fc.boolean(), (b, o, u, op, percent) => {
        fc.pre(Math.abs(o) > 1e-8 && b + o > 0);
        const pair = pairOf(b + o, b, op, u);
        const shown = texts(pair, { percent: percent && u === 'ratio' });
        const apart = whole(shown.measured) - whole(shown.required);
        expect(op === '>=' ? apart : -apart).toBe(whole(shown.margin));
        expect(apart > 0n).toBe(o > 0);
        // The difference is that of the figures as they are, to the last digit shown.
        const decimals = shown.margin.match(/\.(\d+)/)?.[1].length ?? 0;
        const scale = percent && u === 'ratio' ? 100 : 1;
        const told = Number(whole(shown.margin)) / 1e15;
        expect(Math.abs(told - pair.margin! * scale)).toBeLessThanOrEqual(0.500_01 * 10 ** -decimals + 1e-9);
      }),
      { numRuns: 2000, examples: [[42.55209021745461, 6.63525376864982e-8, 'ratio', '>=', true]] },
    );
  });

  it('tell a plot ratio a hundredth of a m² or a cm² short as closely as a size', () => {
    expect(texts(pairOf(99_999.99 / 66_666.67, 1.5, '>=', 'ratio'))).toMatchObject({ measured: '1.4999998' });
    expect(texts(pairOf((100_000 - 1e-4) / (200_000 / 3), 1.5, '>=', 'ratio'))).toEqual({
      measured: '1.499999998',
      required: '1.5',
      margin: '−0.000000002',
    });
    expect(texts(pairOf(100 - 1.5e-7, 100))).toEqual({
      measured: '99.9999999 亩',
      required: '100 亩',
      margin: '−0.0000001 亩',
    });
  });

  it('take more digits of a computed bound only where those usual do not add up', () => {
    expect(texts(pairOf(2761, 2760.1234, '<=', 'yuanPerM2'))).toEqual({
      measured: '2,761.00 元/m²',
      required: '2,760.12 元/m²',
      margin: '−0.88 元/m²',
    });
    expect(texts(pairOf(2761.0051, 2760.1249, '<=', 'yuanPerM2'))).toEqual({
      measured: '2,761.005 元/m²',
      required: '2,760.125 元/m²',
      margin: '−0.880 元/m²',
    });
  });
});

describe('a figure that only its resolution lets count as the bound', () => {
  it('says so, with how far that goes', () => {
    const near = pairOf(99.9999, 100, '>=', 'mu', { basis: 'plane', resolution: 1.51e-4 });
    expect(countedText('zh', near)).toBe('坐标精度 ±0.00016 亩之内，视同 100 亩');
    expect(countedText('en', near)).toBe('within the precision of the coordinates (±0.00016 mu), counted as 100 mu');
    const coarse = pairOf(99.9993, 100, '>=', 'mu', { basis: 'registered', resolution: 7.5e-4, coarse: true });
    expect(countedText('zh', coarse)).toBe('登记面积末位 ±0.00075 亩之内，视同 100 亩');
    const share = pairOf(0.070_000_9, 0.07, '<=', 'ratio', { basis: 'plane', resolution: 1e-6 });
    expect(countedText('zh', share, { percent: true })).toBe('坐标精度 ±0.0001 个百分点之内，视同 7%');
  });

  it('is silent where it is the bound, is not near it, or is registered to 0.01 m²', () => {
    expect(countedText('zh', pairOf(100, 100, '>=', 'mu', { basis: 'plane', resolution: 1e-4 }))).toBeNull();
    expect(countedText('zh', pairOf(99, 100, '>=', 'mu', { basis: 'plane', resolution: 1e-4 }))).toBeNull();
    const registered = {
      ...pairOf(49.999_995, 50, '>=', 'mu', { basis: 'registered', resolution: 7.5e-6 }),
      margin: 0,
    };
    expect(countedText('zh', registered)).toBeNull();
  });
});

it('a ceiling is never written as more than it is', () => {
  expect(displayedText('zh', displayed(66.6666, 'wanYuan', { ceiling: true }))).toBe('66.66 万元');
  expect(displayedText('zh', displayed(66.6666, 'wanYuan'))).toBe('66.67 万元');
  // 0.1 + 0.2 and its kind are the figure they stand for, not a digit less.
  expect(displayedText('zh', displayed(57.29 * 100 * 0.01, 'wanYuan', { ceiling: true }))).toBe('57.29 万元');
  fc.assert(
    fc.property(fc.double({ min: 0, max: 300, noNaN: true }), (value) => {
      const shown = Number(displayedText('en', displayed(value, 'wanYuan', { ceiling: true })).split(' ')[0]);
      expect(shown).toBeLessThanOrEqual(value + 1e-12);
      expect(value - shown).toBeLessThan(0.01);
    }),
  );
});

it('亩 have four decimals where they are judged and two in lists, and cross no bound in either', () => {
  expect([valueText(80, 'mu'), listedText(80, 'mu'), listedText(79.98, 'mu')]).toEqual(['80.0000', '80.00', '79.98']);
  fc.assert(
    fc.property(fc.constantFrom(50, 100), fc.double({ min: -0.02, max: 0.02, noNaN: true }), (bound, off) => {
      fc.pre(Math.abs(off) > 1e-9);
      for (const write of [valueText, listedText])
        expect(Math.sign(Number(write(bound + off, 'mu', { bound })) - bound)).toBe(Math.sign(off));
    }),
  );
});
