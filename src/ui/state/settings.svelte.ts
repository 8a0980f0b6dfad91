import type { Theme } from '../../map/index.ts';
import type { Language } from '../../texts/language.ts';
import { uiTexts } from '../../texts/ui/index.ts';
import { keepLanguage } from './language.ts';
import { remember, remembered } from './remembered.ts';

const themeKey = 'yuantu.theme';
const lettersKey = 'yuantu.letterKeys';

/** Language, theme and keys. The theme follows the system until someone chooses. */
export class Settings {
  language = $state<Language>('zh');
  #chosen = $state<Theme | null>(remembered(themeKey, ['light', 'dark']));
  /** Whether a letter alone does a command: in the way of who speaks to the computer, or slips on a key. */
  letterKeys = $state(remembered(lettersKey, ['on', 'off']) !== 'off');
  #system = $state<Theme>('light');
  readonly theme = $derived(this.#chosen ?? this.#system);
  readonly texts = $derived(uiTexts[this.language]);

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#system = dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', (event) => (this.#system = event.matches ? 'dark' : 'light'));
  }

  toggleLanguage() {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    keepLanguage(this.language);
  }

  toggleTheme() {
    this.#chosen = this.theme === 'dark' ? 'light' : 'dark';
    remember(themeKey, this.#chosen);
  }

  toggleLetterKeys() {
    this.letterKeys = !this.letterKeys;
    remember(lettersKey, this.letterKeys ? 'on' : 'off');
  }
}
