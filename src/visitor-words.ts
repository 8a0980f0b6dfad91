import { spokenIn } from './texts/visitor.ts';
import { openingLanguage } from './ui/state/language.ts';

/**
 * Words of the language the published map opens in. A script of its own, which runs before the page's code has come, so that
 * its words come beside that code, and those of no other language.
 */
export const spoken = spokenIn(openingLanguage(new URLSearchParams(location.search).get('lang')));
