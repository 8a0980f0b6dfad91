import type { Language } from '../../texts/language.ts';
import { remember, remembered } from './remembered.ts';

const KEY = 'yuantu.language';
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The first the browser asks for that there are words in; Chinese where there are none: the page is for Chinese cities. */
const ofBrowser = (): Language =>
  (globalThis.navigator?.languages ?? [])
    .map((asked) => LANGUAGES.find((own) => asked.toLowerCase().split('-')[0] === own))
    .find((own) => own !== undefined) ?? 'zh';

/** What a page opens in: what its address asks for, else what was chosen here before, else what the browser asks for. */
export const openingLanguage = (asked: string | null | undefined): Language =>
  LANGUAGES.find((own) => own === asked) ?? remembered(KEY, LANGUAGES) ?? ofBrowser();

/** For the next time the page is opened. */
export const keepLanguage = (chosen: Language): void => remember(KEY, chosen);
