import type { Language } from '../texts/language.ts';
import type { Output } from './terminal.ts';

/** Long work that is shown, in the order it is done. */
export type Stage = 'reading' | 'measuring' | 'placing' | 'judging' | 'working' | 'writing';

const words: Readonly<Record<Stage, Readonly<Record<Language, string>>>> = {
  reading: { zh: '正在读取', en: 'reading' },
  measuring: { zh: '正在检查界线、计算面积', en: 'examining and measuring boundaries' },
  placing: { zh: '正在判定所在镇（街道）', en: 'finding townships' },
  judging: { zh: '正在逐条对照', en: 'judging clause by clause' },
  working: { zh: '正在计算', en: 'working' },
  writing: { zh: '正在写入', en: 'writing' },
};

/** More parcels than this take seconds. */
export const HEAVY_PARCELS = 20_000;
/** Work that is over sooner needs no line. Milliseconds. */
const PATIENCE_MS = 400;
const BETWEEN_MS = 100;
/** To the first column, and the rest of the line erased. */
const FRESH_LINE = '\r\u001b[K';

/** One line at the foot of the terminal that says how far the work is; nothing where stderr is a file or a pipe. */
export class Progress {
  readonly #language: Language;
  readonly #screen: Output;
  readonly #began = Date.now();
  #last = 0;
  #shown = false;

  constructor(language: Language, screen: Output) {
    this.#language = language;
    this.#screen = screen;
  }

  /** Follows one stage: the share done, 0 … 1. `heavy`: it takes long and says nothing on its way, so it is shown at once. */
  stage(stage: Stage, heavy = false): (done: number) => void {
    if (heavy) this.#show(words[stage][this.#language]);
    return (done) => {
      const now = Date.now();
      if (now - this.#began < PATIENCE_MS || now - this.#last < BETWEEN_MS) return;
      this.#last = now;
      this.#show(`${words[stage][this.#language]} ${Math.floor(100 * done)} %`);
    };
  }

  /** What is done and how far it is, in words. */
  tell(text: string): void {
    const now = Date.now();
    if (now - this.#last < BETWEEN_MS) return;
    this.#last = now;
    this.#show(text);
  }

  /** Takes the line away, before anything else is printed. */
  clear(): void {
    if (this.#shown) this.#screen.write(FRESH_LINE);
    this.#shown = false;
  }

  #show(text: string): void {
    if (!this.#screen.isTTY) return;
    this.#screen.write(`${FRESH_LINE}${text} …`);
    this.#shown = true;
  }
}
