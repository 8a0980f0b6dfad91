import type { Answer, Call, Input } from '../city/calls.ts';
import type { Result } from '../domain/outcome.ts';
import type { DraftRefusal } from '../desk/draft-refusal.ts';
import type { DraftEntry, Drafts } from './drafts/draft.ts';
import type { KeptGuides } from './drafts/guides.ts';
import type { KeptReferences } from './drafts/references.ts';
import type { KeptWork } from './kept-work.ts';
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

/** 草案 on this device: each is opened as it was left. */
export interface KeptDrafts extends Pick<Drafts, 'list' | 'remove'> {
  open(id: string, options?: AskOptions): Promise<Answer<'openFiles'> | Result<never, DraftRefusal>>;
  /** What is done to what is open is kept in it; null while nothing was done. */
  readonly current: DraftEntry | null;
  /** 参考层 kept with what is open. */
  readonly references: Pick<KeptReferences, 'list' | 'keep' | 'drop'>;
  /** 辅助线, likewise. */
  readonly guides: Pick<KeptGuides, 'list' | 'keep'>;
  /** How many other windows of this device have the same draft open. */
  others(): Promise<number>;
  /** Does here what was done to it in another window; what it was is told by `since` and `history`. */
  takeOver(): Promise<void>;
  /**
   * Told when another window did something: to the draft that is open here (`takeOver` does it here, if it was not done
   * yet), or to another. One listener.
   */
  onTold(listener: (isOfThis: boolean) => void): void;
}

/**
 * What the page asks for; answered by a worker here, or by a server over HTTP. A promise is rejected with an `AbortError` where
 * its answer would stand beside another project, law or question than it was asked of, and with `WorkerLost` where nobody
 * is left to give it.
 */
export interface Client extends Calls {
  /** What was done on this device and is kept here; null where nothing is. */
  readonly drafts: KeptDrafts | null;
  /** What desks keep of a project on this device; null where nothing is kept. */
  readonly work: KeptWork | null;
  /** Told whenever it changes; one listener. */
  onHealth(listener: (health: Health) => void): void;
}
