import type { FirstFile, SearchFile } from '../shape/published.ts';
import { pinyinOf } from '../words/pinyin.ts';

/** Further words to search parks, townships and industries by; addresses as the cards have them, in the order of the list. */
export const searchFile = (
  { parks, townships, industries }: Pick<FirstFile, 'parks' | 'townships' | 'industries'>,
  addresses: readonly string[],
): SearchFile => ({
  parkPinyin: parks.name.map(pinyinOf),
  parkAddress: addresses,
  townshipPinyin: townships.map(({ name }) => pinyinOf(name.zh)),
  industryPinyin: industries.map(({ zh }) => pinyinOf(zh)),
});
