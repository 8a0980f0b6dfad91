import type { Outcome } from '../policy/shape/outcome.ts';
import type { Language } from './language.ts';

/** The six outcomes in the words of `docs`: never colour alone. */
const words: Record<Outcome, Readonly<Record<Language, string>>> = {
  fail: { zh: '不符合', en: 'Not met' },
  advisory: { zh: '未达原则性要求', en: 'Below guideline' },
  relaxed: { zh: '需认定', en: 'Authority decides' },
  unknown: { zh: '资料不足', en: 'Not enough data' },
  pass: { zh: '符合', en: 'Met' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
};

/** Order in lists; it differs from the order of combining on purpose: what can be acted on comes first. */
export const outcomeOrder: readonly Outcome[] = ['fail', 'advisory', 'relaxed', 'unknown', 'pass', 'not-applicable'];

/** Null as long as it is not judged. */
export const outcomeWord = (language: Language, outcome: Outcome | null): string =>
  outcome === null ? (language === 'zh' ? '判定中' : 'To come') : words[outcome][language];
