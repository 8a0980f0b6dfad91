import type { Language } from './language.ts';
import { findingTexts } from './visitor/finding.ts';
import { mapTexts } from './visitor/map.ts';
import { pageTexts } from './visitor/page.ts';
import { parkTexts } from './visitor/park.ts';

/*
 * What the page of a visitor of the published map says from the first: plain words, and nothing of the office's tables, which would
 * be ten times what the page may weigh. What is asked for later brings its own.
 */

const textsIn = (language: Language) => ({
  ...pageTexts[language],
  ...findingTexts[language],
  ...parkTexts[language],
  ...mapTexts[language],
});

export type VisitorTexts = ReturnType<typeof textsIn>;
export const visitorTexts: Readonly<Record<Language, VisitorTexts>> = { zh: textsIn('zh'), en: textsIn('en') };
