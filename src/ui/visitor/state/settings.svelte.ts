import type { Language } from '../../../texts/language.ts';
import { visitorTexts } from '../../../texts/visitor.ts';
import { remember, remembered } from '../../state/remembered.ts';

type Theme = 'light' | 'dark';

const languageKey = 'yuantu.language';
const themeKey = 'yuantu.theme';

/** Language and theme: what the address asks for, else what was chosen here before, else the system's theme and Chinese. */
export class VisitorSettings {
  language = $state<Language>('zh');
  #theme = $state<Theme | null>(remembered(themeKey, ['light', 'dark']));
  #dark = $state(false);
  highContrast = $state(false);
  readonly dark = $derived((this.#theme ?? (this.#dark ? 'dark' : 'light')) === 'dark');
  readonly texts = $derived(visitorTexts[this.language]);
  /** For `lang` of the page, and of words there is no English of. */
  readonly htmlLanguage = $derived(this.language === 'zh' ? 'zh-Hans-CN' : 'en');

  constructor(query: string) {
    const asked = new URLSearchParams(query).get('lang');
    this.language = asked === 'en' || asked === 'zh' ? asked : (remembered(languageKey, ['zh', 'en']) ?? 'zh');
    follow('(prefers-color-scheme: dark)', (on) => (this.#dark = on));
    follow('(prefers-contrast: more), (forced-colors: active)', (on) => (this.highContrast = on));
  }

  toggleLanguage() {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    remember(languageKey, this.language);
  }

  toggleTheme() {
    this.#theme = this.dark ? 'light' : 'dark';
    remember(themeKey, this.#theme);
  }

  /** Whether it was chosen here, rather than the system's. */
  get theme(): Theme | null {
    return this.#theme;
  }
}

function follow(query: string, say: (on: boolean) => void) {
  const media = matchMedia(query);
  say(media.matches);
  media.addEventListener('change', () => say(media.matches));
}
