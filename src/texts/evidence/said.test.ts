import { expect, test } from 'vitest';
import { checkSaid, recomputedSaid } from './said.ts';
import { evidenceWords } from './words.ts';

const { zh } = evidenceWords;
const difference = { path: ['facts', 'x'], stated: 1, anew: 1 + 1e-12 };

test('digits of another browser and what an older file does not tell are counted apart, and neither beside what differs', () => {
  const differences = [
    { ...difference, rounding: true as const },
    { path: ['facts', 'y'], stated: undefined, anew: 1, besides: true as const },
    { path: ['facts', 'z'], stated: undefined, anew: 1, besides: true as const },
  ];
  const all = zh.recomputed(181, 37);
  expect(recomputedSaid({ differences, figures: 181, findings: 37 }, zh)).toBe(
    [all, zh.rounding(1), zh.besides(2)].join(' · '),
  );
  expect(recomputedSaid({ differences: [], figures: 181, findings: 37 }, zh)).toBe(all);
  expect(recomputedSaid({ differences: [...differences, difference], figures: 1, findings: 1 }, zh)).toBe(zh.found(1));
});

test('a check that was not made says so, and not that the file differs', () => {
  expect(checkSaid(null, { failed: true }, zh)).toEqual({ state: 'unknown', said: '没有核验成' });
  expect(checkSaid(null, { failed: false }, zh)).toEqual({ state: 'unknown', said: '正在核验…' });
  expect(checkSaid(false, { failed: false }, zh)).toEqual({ state: 'fail', said: zh.differs });
  expect(checkSaid(true, { failed: false }, zh)).toEqual({ state: 'pass', said: zh.agrees });
});
