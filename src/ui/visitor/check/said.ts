import type { FoundDifference, Unchecked } from '../../../client/check-line.ts';
import type { CheckTexts } from '../../../texts/visitor/check.ts';
import type { Language } from '../../../texts/language.ts';
import { outcomeWord } from '../../../texts/outcomes.ts';

/** One thing published otherwise than it comes to, as a sentence; figures unrounded, so that a difference is seen. */
export function saidDifference(difference: FoundDifference, language: Language, texts: CheckTexts): string {
  const number = (value: number | null) => (value === null ? texts.none : String(value));
  const word = (outcome: Parameters<typeof outcomeWord>[1] | null) =>
    outcome === null ? texts.none : outcomeWord(language, outcome);
  switch (difference.what) {
    case 'park':
      return texts.absent(texts.places[difference.in]);
    case 'finding':
      return texts.finding(difference.rule, word(difference.published), word(difference.anew));
    case 'worst':
      return texts.worst(word(difference.published), word(difference.anew));
    case 'count':
      return texts.count(word(difference.outcome), difference.published, difference.anew);
    default: {
      const { what, in: place, published, anew } = difference;
      return texts.figure(texts.places[place], texts.what[what], number(published), number(anew));
    }
  }
}

export function saidUnchecked(why: Unchecked, texts: CheckTexts): string {
  switch (why.code) {
    case 'not-fetched':
      return texts.unchecked[why.code](why.file, why.status === null ? texts.noAnswer : `HTTP ${why.status}`);
    case 'not-read':
      return texts.unchecked[why.code](why.file, why.detail);
    case 'no-such-policy':
      return texts.unchecked[why.code](why.policy);
  }
}
