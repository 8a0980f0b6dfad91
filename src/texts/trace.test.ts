import { expect, it } from 'vitest';
import { sayStepValue } from './trace.ts';

const labels = { measures: {}, exceptions: {}, fields: {}, values: { 'origin.new': { zh: '新建', en: 'new' } } };
const say = (language: 'zh' | 'en', node: string, value: string) =>
  sayStepValue(language, { depth: 0, node, value }, labels);

it('names the system a land class is of, because the same digits differ between them', () => {
  expect(say('zh', 'landClass', 'planning-guide-2023 100101')).toBe('规划用地分类（2023） 100101');
  expect(say('en', 'landClass', 'land-survey-3 1001')).toBe('third land survey 1001');
  expect(say('zh', 'landClass', 'own-system 7')).toBe('own-system 7');
});

it('says a recorded value as the pack names it, and another as it stands', () => {
  expect(say('zh', 'origin', 'new')).toBe('新建');
  expect(say('zh', 'origin', 'old')).toBe('old');
});
