import type { Theme } from '../../map/index.ts';
import type { Language } from '../../texts/language.ts';
import { uiTexts } from '../../texts/ui/index.ts';

const themeKey = 'yuantu.theme';

/** Storage may be closed to us (private mode, policy); then the choice lasts as long as the page. */
function remembered(): Theme | null {
  try {
    const value = localStorage.getItem(themeKey);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

/** Language and theme. The theme follows the system until someone chooses. */
export class Settings {
  language = $state<Language>('zh');
  #chosen = $state<Theme | null>(remembered());
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
    try {
      localStorage.setItem(themeKey, this.#chosen);
    } catch {
      // Not remembered; still switched.
    }
  }
}
