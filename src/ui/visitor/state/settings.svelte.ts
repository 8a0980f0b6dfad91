import type { Language } from '../../../texts/language.ts';
import { visitorTexts, type VisitorTexts } from '../../../texts/visitor.ts';
import { keepLanguage, openingLanguage } from '../../state/language.ts';
import { remember, remembered } from '../../state/remembered.ts';

type Theme = 'light' | 'dark';

const themeKey = 'yuantu.theme';

/** Language and theme: what the address asks for, else what was chosen here before, else the system's. */
export class VisitorSettings {
  language = $state<Language>('zh');
  texts = $state.raw<VisitorTexts>(visitorTexts.zh);
  #theme = $state<Theme | null>(remembered(themeKey, ['light', 'dark']));
  #dark = $state(false);
  highContrast = $state(false);
  readonly dark = $derived((this.#theme ?? (this.#dark ? 'dark' : 'light')) === 'dark');
  /** For `lang` of the page, and of words there is no English of. */
  readonly htmlLanguage = $derived(this.language === 'zh' ? 'zh-Hans-CN' : 'en');

  readonly #opening: Language;

  constructor(query: string) {
    this.#opening = openingLanguage(new URLSearchParams(query).get('lang'));
    follow('(prefers-color-scheme: dark)', (on) => (this.#dark = on));
    follow('(prefers-contrast: more), (forced-colors: active)', (on) => (this.highContrast = on));
  }

  /** Takes the language the page opens in; where its words cannot be had those of Chinese are there. */
  begin = (): Promise<boolean> => this.speak(this.#opening);

  /** False where the words did not come: the language stays. */
  async speak(language: Language): Promise<boolean> {
    try {
      this.texts = language === 'zh' ? visitorTexts.zh : await visitorTexts.en();
      this.language = language;
      return true;
    } catch {
      return false;
    }
  }

  async toggleLanguage(): Promise<boolean> {
    const other = this.language === 'zh' ? 'en' : 'zh';
    const spoken = await this.speak(other);
    if (spoken) keepLanguage(other);
    return spoken;
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
