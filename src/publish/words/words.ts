import type { Language } from '../../texts/language.ts';
import type { Words } from '../shape/published.ts';

/** As a name stands at the head of a line. */
export const capital = ({ zh, en }: Words): Words => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });

/** The same said in both languages. */
export const inBoth = (say: (language: Language) => string): Words => ({ zh: say('zh'), en: say('en') });
