import type { Tried } from '../../../city/sketching/tried.ts';
import { triedFrom } from '../../../client/tried-from.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Intent } from '../../../desk/intent.ts';
import type { SketchCalls } from './asked.ts';

/** What would come of what is in hand, judged on a fork: of several the last, one asked at a time. */
export class Trying {
  /** Null while nothing is in hand, or nothing would come of it. */
  tried = $state.raw<Tried | null>(null);
  /** What it is of. */
  intent = $state.raw<Intent | null>(null);
  #isAsking = false;
  #asked: Intent | null = null;
  #asks = 0;
  /** The last answer, by its number: the next is told as what is another in it. */
  #held: { readonly as: number; readonly tried: Tried } | null = null;
  readonly #calls: SketchCalls;
  readonly #park: () => Key | null;

  constructor(calls: SketchCalls, park: () => Key | null) {
    this.#calls = calls;
    this.#park = park;
  }

  try(intent: Intent | null): void {
    this.intent = intent;
    if (intent === null) {
      this.tried = this.#asked = null;
      return;
    }
    if (!this.#isAsking) void this.#ask();
  }

  /** What is there is another by now. */
  again(): void {
    this.#asked = null;
    this.try(this.intent);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (this.intent !== null && this.intent !== this.#asked) {
      const intent = (this.#asked = this.intent);
      const tried = await this.#answer(intent);
      // What cannot be judged shows the figures of what is there.
      if (this.#asked === intent) this.tried = tried;
    }
    this.#isAsking = false;
  }

  async #answer(intent: Intent): Promise<Tried | null> {
    const [as, held] = [++this.#asks, this.#held];
    const told = await this.#calls.tried({ park: this.#park(), intent, as, held: held?.as }).catch(() => null);
    if (!told?.ok) return null;
    const tried = triedFrom(told.value, held?.tried ?? null);
    this.#held = { as, tried };
    return tried;
  }
}
