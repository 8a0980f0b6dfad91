import type { Language } from '../../texts/language.ts';
import type { Words } from '../shape/published.ts';

/** The same said in both languages. */
export const inBoth = (say: (language: Language) => string): Words => ({ zh: say('zh'), en: say('en') });
