import { differenceOf, type Difference } from '../../domain/plain-difference.ts';
import type { Tried } from './tried.ts';

/** What the asker calls an answer, and what it calls the one it holds, if any. */
export interface AskedAs {
  readonly as?: number;
  readonly held?: number;
}

/** What would be so: all of it, or what is another than in the answer that is held. */
export type ToldTried = { readonly whole: Tried } | { readonly differs: Difference | null };

/** Answers of trials one after the other: of a large park two pointers differ in little. */
export class TriedTelling {
  /** The answer that was given last, by the name the asker gave it. */
  #last: { readonly as: number; readonly tried: Tried } | null = null;

  tell(tried: Tried, { as, held }: AskedAs): ToldTried {
    const last = this.#last;
    this.#last = as === undefined ? null : { as, tried };
    return last && last.as === held ? { differs: differenceOf(last.tried, tried) } : { whole: tried };
  }
}
