import type { Theme } from '../../map/index.ts';
import type { Language } from '../../texts/language.ts';
import { uiTexts } from '../../texts/ui/index.ts';

const themeKey = 'yuantu.theme';
const lettersKey = 'yuantu.letterKeys';

/** Storage may be closed to us (private mode, policy); then the choice lasts as long as the page. */
function remembered<T extends string>(key: string, values: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(key);
    return values.find((own) => own === value) ?? null;
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered; still switched.
  }
}

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
