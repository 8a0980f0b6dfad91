import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditions } from '../domain/land/fields/conditions.ts';
import type { NumberRange } from '../domain/land/model.ts';
import { formOf } from '../domain/land/written-bounds/form.ts';
import { readBounds } from '../domain/land/written-bounds/read.ts';
import { boundsStyles, writtenBounds } from './written-bounds.ts';

const far = { name: '容积率' };

it.each([
  ['signs', '≥1.5且<2.5'],
  ['range', '1.5～2.5（不含）'],
  ['named', '1.5≤容积率<2.5'],
  ['words', '不小于1.5且小于2.5'],
  ['behind', '1.5以上、2.5（不含）以下'],
] as const)('in the form %s', (style, text) =>
  expect(writtenBounds({ min: 1.5, max: 2.5, maxExclusive: true }, { language: 'zh', style, ...far })).toBe(text),
);

const bounds = (most: number): fc.Arbitrary<NumberRange> => {
  const end = fc.integer({ min: 0, max: most * 10_000 }).map((n) => n / 10_000);
  const sides = fc.constantFrom('lower', 'upper', 'both');
  return fc.tuple(end, end, fc.boolean(), fc.boolean(), sides).map(([a, b, minExclusive, maxExclusive, which]) => {
    const [min, max] = a < b ? [a, b] : [b, a];
    if (which === 'both' && min === max) return { min, max };
    return {
      ...(which !== 'upper' && { min, ...(minExclusive && { minExclusive }) }),
      ...(which !== 'lower' && { max, ...(maxExclusive && { maxExclusive }) }),
    };
  });
};

it.each([
  ['far', '容积率', 'FAR', 20],
  ['green', '绿地率', '绿地率', 1],
  ['heightM', '建筑高度', '建筑高度', 300],
] as const)('%s written in any form is read as the same bounds', (field, zh, en, most) =>
  fc.assert(
    fc.property(bounds(most), fc.constantFrom(...boundsStyles), fc.constantFrom('zh', 'en'), (own, style, language) => {
      const isShare = field === 'green';
      const text = writtenBounds(own, { language, style, isShare, name: language === 'zh' ? zh : en });
      expect(readBounds(text, formOf(conditions[field])), text).toEqual(own);
    }),
    { numRuns: 500 },
  ),
);
