import type { Language } from '../../../texts/language.ts';
import { visitorTexts, type Spoken, type VisitorTexts } from '../../../texts/visitor.ts';
import { keepLanguage } from '../../state/language.ts';
import { remember, remembered } from '../../state/remembered.ts';

type Theme = 'light' | 'dark';

const themeKey = 'yuantu.theme';

/** Language and theme: that the page opened in and that which was chosen here before or is the system's, until another is chosen. */
export class VisitorSettings {
  #spoken: Spoken;
  #theme = $state<Theme | null>(remembered(themeKey, ['light', 'dark']));
  #dark = $state(false);
  highContrast = $state(false);
  readonly dark = $derived((this.#theme ?? (this.#dark ? 'dark' : 'light')) === 'dark');
  /** For `lang` of the page, and of words there is no English of. */
  readonly htmlLanguage = $derived(this.language === 'zh' ? 'zh-Hans-CN' : 'en');

  constructor(opening: Spoken) {
    this.#spoken = $state.raw(opening);
    follow('(prefers-color-scheme: dark)', (on) => (this.#dark = on));
    follow('(prefers-contrast: more), (forced-colors: active)', (on) => (this.highContrast = on));
  }

  get language(): Language {
    return this.#spoken.language;
  }

  get texts(): VisitorTexts {
    return this.#spoken.texts;
  }

  /** False where the words did not come: the language stays. */
  async speak(language: Language): Promise<boolean> {
    try {
      this.#spoken = { language, texts: await visitorTexts[language]() };
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
