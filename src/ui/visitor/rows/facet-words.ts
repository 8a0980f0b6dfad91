import type { Outcome } from '../../../policy/shape/outcome.ts';
import type { FirstFile } from '../../../publish/shape/published.ts';
import type { Language } from '../../../texts/language.ts';
import { outcomeWord } from '../../../texts/outcomes.ts';
import type { VisitorTexts } from '../../../texts/visitor.ts';
import { filterTexts } from '../../../texts/visitor/filters.ts';
import { FACETS, type Chosen, type Facet } from './facets.ts';

interface Saying {
  readonly texts: VisitorTexts;
  readonly language: Language;
  readonly industries: FirstFile['industries'];
}

/** A value of a filter as its button has it. */
export function facetWord(facet: Facet, value: string, { texts, language, industries }: Saying): string {
  if (facet === 'type') return texts.type[value as 'service'];
  if (facet === 'stage') return texts.stage[value as 'planned'];
  if (facet === 'stars') return filterTexts[language].stars(Number(value));
  if (facet === 'free') return texts.filters.free;
  if (facet === 'outcome') return outcomeWord(language, value as Outcome);
  return industries.find(({ zh }) => zh === value)?.[language] ?? value;
}

interface Search {
  readonly text: string;
  /** What is listed is like it alone. */
  readonly isLike: boolean;
}

/** All that is chosen and searched for, in a line: `类型：生产制造类；空房：有空房；“柳溪”`; '' where nothing is. */
export function narrowedText(chosen: Chosen, { text, isLike }: Search, saying: Saying): string {
  const { marks } = saying.texts;
  const words = filterTexts[saying.language];
  const colon = saying.language === 'zh' ? '：' : ': ';
  const quoted = `“${text.trim()}”`;
  const facets = FACETS.filter((facet) => chosen[facet]?.length).map(
    (facet) =>
      words.facet[facet] + colon + chosen[facet]!.map((value) => facetWord(facet, value, saying)).join(marks.and),
  );
  return [...facets, ...(text.trim() ? [isLike ? words.like(quoted) : quoted] : [])].join(marks.stop);
}
