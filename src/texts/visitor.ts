import type { Language } from './language.ts';
import type { zh } from './visitor/zh.ts';

/*
 * What the page of a visitor of the published map says from the first: plain words, and nothing of the office's tables, which would
 * be ten times what the page may weigh. What is asked for later brings its own. Each reader fetches the words of one language.
 */

export type VisitorTexts = typeof zh;

export const visitorTexts: Readonly<Record<Language, () => Promise<VisitorTexts>>> = {
  zh: async () => (await import('./visitor/zh.ts')).zh,
  en: async () => (await import('./visitor/en.ts')).en,
};

/** Words of the page, and the language they are in. */
export interface Spoken {
  readonly language: Language;
  readonly texts: VisitorTexts;
}

export const spokenIn = async (language: Language): Promise<Spoken> => ({
  language,
  texts: await visitorTexts[language](),
});
