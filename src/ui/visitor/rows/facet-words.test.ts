import { expect, it } from 'vitest';
import { visitorTexts } from '../../../texts/visitor.ts';
import { narrowedText } from './facet-words.ts';

it('what is listed is told: filters, what was searched for, and that it is only like that', async () => {
  const zh = { texts: await visitorTexts.zh(), language: 'zh', industries: [] } as const;
  const en = { texts: await visitorTexts.en(), language: 'en', industries: [] } as const;
  expect(narrowedText({ outcome: ['fail'] }, { text: ' 柳溪', isLike: false }, zh)).toBe('对照政策：不符合；“柳溪”');
  expect(narrowedText({}, { text: '食品园', isLike: true }, zh)).toBe('与“食品园”相近');
  expect(narrowedText({}, { text: 'liuxu', isLike: true }, en)).toBe('like “liuxu”');
  expect(narrowedText({}, { text: '', isLike: false }, en)).toBe('');
});
