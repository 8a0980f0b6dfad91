import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberRange } from '../model.ts';
import { conditions } from '../fields/conditions.ts';
import { formOf } from './form.ts';
import { printBounds } from './print.ts';
import { readBounds } from './read.ts';
import type { BoundsForm } from './tokens.ts';

const far = formOf(conditions.far);
const share: BoundsForm = { unit: 'share', names: ['绿地率', '建筑密度'] };
const height = formOf(conditions.heightM);

const from = (min: number): NumberRange => ({ min });
const above = (min: number): NumberRange => ({ min, minExclusive: true });
const to = (max: number): NumberRange => ({ max });
const below = (max: number): NumberRange => ({ max, maxExclusive: true });
const between = (min: number, max: number): NumberRange => ({ min, max });

describe('bounds of a planning condition', () => {
  it.each<[string, NumberRange]>([
    ['>1.1,<1.8', { ...above(1.1), ...below(1.8) }],
    ['≥0.7且≤1.8', between(0.7, 1.8)],
    ['1 < 容积率', above(1)],
    ['≥1.6', from(1.6)],
    ['>1.1且<2.9', { ...above(1.1), ...below(2.9) }],
    ['1.5-2.5', between(1.5, 2.5)],
    ['1.5～2.5', between(1.5, 2.5)],
    ['1.5—2.5', between(1.5, 2.5)],
    ['1.5至2.5之间', between(1.5, 2.5)],
    ['1.5≤FAR≤2.5', between(1.5, 2.5)],
    ['1.0≤容积率≤2.0', between(1, 2)],
    ['1.0＜容积率≤2.0', { ...above(1), max: 2 }],
    ['2.5≥R≥1.5', between(1.5, 2.5)],
    ['容积率≥1.5', from(1.5)],
    ['容积率为1.5', between(1.5, 1.5)],
    ['容积率：１．５～２．５', between(1.5, 2.5)],
    ['不小于1.5', from(1.5)],
    ['不低于1.5', from(1.5)],
    ['不得低于1.5', from(1.5)],
    ['不少于1.5', from(1.5)],
    ['不大于2.0', to(2)],
    ['不高于2.0', to(2)],
    ['不超过2.0', to(2)],
    ['不得超过2.0', to(2)],
    ['大于等于1.5', from(1.5)],
    ['小于或等于2.0', to(2)],
    ['小于等于2.0', to(2)],
    ['大于1.6', above(1.6)],
    ['超过1.6', above(1.6)],
    ['小于2.0', below(2)],
    ['低于2.0', below(2)],
    ['不满2.0', below(2)],
    ['1.5以上', from(1.5)],
    ['1.5及以上', from(1.5)],
    ['1.5（含）以上', from(1.5)],
    ['1.5以上（不含1.5）', above(1.5)],
    ['小于2.0（含2.0）', to(2)],
    ['2.0以下', to(2)],
    ['2.0以内', to(2)],
    ['1.5以上2.5以下', between(1.5, 2.5)],
    ['1.5以上、2.5以下', between(1.5, 2.5)],
    ['大于1.0小于2.0', { ...above(1), ...below(2) }],
    ['≥1.5，≤3.0', between(1.5, 3)],
    ['>=1.5 and <=3.0', between(1.5, 3)],
    ['≯2.0', to(2)],
    ['≮1.0', from(1)],
    ['至少1.0', from(1)],
    ['1.2', between(1.2, 1.2)],
    ['介于1.5和2.5之间', between(1.5, 2.5)],
    ['1.0-2.0以内', between(1, 2)],
    ['介于 1.5 与 2.5（不含）之间', { min: 1.5, ...below(2.5) }],
    ['介于1.5至2.5之间', between(1.5, 2.5)],
    ['在1.5-2.5之间', between(1.5, 2.5)],
    ['容积率控制在1.5—2.5之间', between(1.5, 2.5)],
    ['从1.5到2.5', between(1.5, 2.5)],
    ['1.5（含）-2.5（含）', between(1.5, 2.5)],
    ['1.5（不含）～2.5（含）', { ...above(1.5), max: 2.5 }],
    ['1.5（不含）以上', above(1.5)],
    ['1.5含以上', from(1.5)],
    ['大于（含）1.5', from(1.5)],
    ['小于（等于）2.5', to(2.5)],
    ['[1.5,2.5]', between(1.5, 2.5)],
    ['（1.5，2.5］', { ...above(1.5), max: 2.5 }],
    ['容积率∈[1.5,+∞)', from(1.5)],
    ['容积率(FAR)≥1.5', from(1.5)],
    ['容积率（R）：1.5-2.5', between(1.5, 2.5)],
    ['计容容积率≥1.5', from(1.5)],
    ['容积率指标：1.5', between(1.5, 1.5)],
    ['容积率应不低于1.5', from(1.5)],
    ['容积率须大于1.5', above(1.5)],
    ['下限：1.5；上限：2.5', between(1.5, 2.5)],
    ['≥1.5/≤2.5', between(1.5, 2.5)],
    ['≥1.5~≤2.5', between(1.5, 2.5)],
    ['容积率〉1.5', above(1.5)],
    ['“≥1.5”', from(1.5)],
    ['不到1.5', below(1.5)],
    ['1.5起', from(1.5)],
    ['1.5或更高', from(1.5)],
    ['达到1.5以上', from(1.5)],
    ['1.5∼2.5', between(1.5, 2.5)],
    ['1.5〜2.5', between(1.5, 2.5)],
    ['1.5‑2.5', between(1.5, 2.5)],
    ['1.5‒2.5', between(1.5, 2.5)],
    ['1.5……2.5', between(1.5, 2.5)],
    ['不小於1.5', from(1.5)],
    ['不超過2.5', to(2.5)],
    ['1.5 to 2.5', between(1.5, 2.5)],
    ['between 1.5 and 2.5', between(1.5, 2.5)],
    ['at least 1.5', from(1.5)],
    ['no more than 2.5', to(2.5)],
    ['not exceeding 2.5', to(2.5)],
    ['greater than or equal to 1.5', from(1.5)],
    ['FAR above 1.5, below 2.5', { ...above(1.5), ...below(2.5) }],
    ['max. 2.5', to(2.5)],
    ['1.5 or more', from(1.5)],
    ['=1.2', between(1.2, 1.2)],
    ['等于或大于1.5', from(1.5)],
    ['等于或小于2.0', to(2)],
    ['小于、等于2.0', to(2)],
    ['1.5≤容积率（FAR）≤2.5', between(1.5, 2.5)],
    ['1.5－2.5', between(1.5, 2.5)],
    ['1.5−2.5', between(1.5, 2.5)],
    ['1.5——2.5', between(1.5, 2.5)],
    ['1.0以上（含1.0）2.0以下（含2.0）', between(1, 2)],
  ])('%s', (text, bounds) => expect(readBounds(text, far)).toEqual(bounds));

  it.each<[string, NumberRange]>([
    ['≤40%', to(0.4)],
    ['≤20％', to(0.2)],
    ['40%以上', from(0.4)],
    ['≥35%且≤65%', between(0.35, 0.65)],
    ['35-65%', between(0.35, 0.65)],
    ['35～65', between(0.35, 0.65)],
    ['≥0.35', from(0.35)],
    ['0.5%以下', to(0.005)],
    ['绿地率不高于20%', to(0.2)],
    ['不满7%', below(0.07)],
    ['百分之三十以上', from(0.3)],
    ['不超过百分之四十五', to(0.45)],
    ['百分之7以下', to(0.07)],
    ['介于30%和60%之间', between(0.3, 0.6)],
    ['[30%,60%]', between(0.3, 0.6)],
    ['at most 20 percent', to(0.2)],
    ['≤35（%）', to(0.35)],
    ['≤35﹪', to(0.35)],
    ['30～60％', between(0.3, 0.6)],
  ])('of a share: %s', (text, bounds) => expect(readBounds(text, share)).toEqual(bounds));

  it('of a share whose heading says per cent', () => {
    expect(readBounds('≥0.5', share, true)).toEqual(from(0.005));
    expect(readBounds('30', share, true)).toEqual(between(0.3, 0.3));
  });

  it.each<[string, NumberRange]>([
    ['不高于24米', to(24)],
    ['≤24m', to(24)],
    ['建筑高度24米', between(24, 24)],
    ['限高24米', to(24)],
    ['建筑限高：24m', to(24)],
    ['限高≤24', to(24)],
    ['控高24米', to(24)],
    ['12米≤H≤24米', between(12, 24)],
    ['≤１００米', to(100)],
    ['12m-24m', between(12, 24)],
    ['≤ 24 metres', to(24)],
    ['12米以上，24米以下', between(12, 24)],
  ])('of a height: %s', (text, bounds) => expect(readBounds(text, height)).toEqual(bounds));

  it.each([
    '',
    '按规划条件',
    '1.5左右',
    '约1.5',
    '≥1.5,≥2',
    '2.5-1.5',
    '>2,<2',
    '1.5/2.5',
    '≥',
    '1.5≥',
    '10 20',
    '≥1 .5',
    '1.5之间',
    '1.5和2.5',
    '大于1.5以上',
    '百分之三十',
    '[2.5,1.5]',
    '(1.5,1.5)',
    '[30%,60%]',
    '1.5~',
    '原则上不低于1.5',
    '不限',
    '绿地率≥1',
    '≥1.5%',
    '1.5米以上',
    '-1',
    '1.5以外',
    '1.0-2.0以上',
    '1.5以上以下',
    '2026-01-01',
    '≥1.5且'.repeat(40),
  ])('nothing is guessed of %s', (text) => expect(readBounds(text, far)).toBeNull());

  it('of ancillary land and floor, of what they are a share', () => {
    const [land, floor] = [formOf(conditions.ancillaryLand), formOf(conditions.ancillaryFloor)];
    expect(readBounds('不得超过总用地面积的7%', land)).toEqual(to(0.07));
    expect(readBounds('行政办公及生活服务设施用地面积不得超过工业项目总用地面积的7%', land)).toEqual(to(0.07));
    expect(readBounds('占总建筑面积的比例≤15%', floor)).toEqual(to(0.15));
  });

  it('a share above the whole is none', () => expect(readBounds('≤140%', share)).toBeNull());

  const decimal = (most: number) => fc.integer({ min: 0, max: most * 10_000 }).map((n) => n / 10_000);
  const bounds = (most: number): fc.Arbitrary<NumberRange> =>
    fc
      .tuple(decimal(most), decimal(most), fc.boolean(), fc.boolean(), fc.constantFrom('lower', 'upper', 'both'))
      .map(([a, b, minExclusive, maxExclusive, sides]): NumberRange => {
        const [min, max] = a < b ? [a, b] : [b, a];
        if (sides !== 'upper' && sides !== 'lower' && min === max) return { min, max };
        return {
          ...(sides !== 'upper' && { min, ...(minExclusive && { minExclusive }) }),
          ...(sides !== 'lower' && { max, ...(maxExclusive && { maxExclusive }) }),
        };
      });

  it('as they are printed are read the same', () => {
    for (const [form, most] of [
      [far, 20],
      [share, 1],
      [height, 300],
    ] as const)
      fc.assert(
        fc.property(bounds(most), (b) => void expect(readBounds(printBounds(b), form)).toEqual(b)),
        { numRuns: 500 },
      );
  });

  it('never throws, whatever stands there', () => {
    const words = fc.constantFrom('≥', '<', '1.5', '20%', '且', '不', '以上', '容积率', '~', '（', '米', ',', '超过');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const found = readBounds(parts.join(''), far);
        if (found) expect(readBounds(printBounds(found), far)).toEqual(found);
      }),
    );
  });
});
