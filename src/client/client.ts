import type { Answer, Call, Input } from '../city/calls.ts';
import type { AskOptions } from './line.ts';

/** Whether what is open can be asked: `lost` while it is read again after its worker ended, `gone` when that failed. */
export type Health = 'well' | 'lost' | 'back' | 'gone';

type Asked<I> = I extends void
  ? []
  : object extends I
    ? [input?: I, options?: AskOptions]
    : [input: I, options?: AskOptions];

/** Every call of `city/calls.ts` by its name. */
export type Calls = { readonly [C in Call]: (...asked: Asked<Input<C>>) => Promise<Answer<C>> };

/**
 * What the page asks for; answered by a worker here, or by a server over HTTP. A promise is rejected with an `AbortError` where
 * its answer would stand beside another project, law or question than it was asked of, and with `WorkerLost` where nobody
 * is left to give it.
 */
export interface Client extends Calls {
  /** Told whenever it changes; one listener. */
  onHealth(listener: (health: Health) => void): void;
}
