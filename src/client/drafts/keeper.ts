import type { Deed } from '../../city/session.ts';
import type { Judging } from '../../city/view.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Draft, DraftEntry, Drafts, DraftSource } from './draft.ts';

/** What is open, as a draft of it is begun. */
export interface Kept {
  readonly title: string;
  readonly source: DraftSource;
  readonly judging: Judging;
}

/**
 * Keeps what is done to the open land on the device, in order, each before its answer is shown. Land that is only looked at
 * is not kept: a draft begins with the first deed. Where keeping fails the work goes on, and each answer says so until all
 * of it is kept after all.
 */
export class DraftKeeper {
  readonly #drafts: Drafts;
  #draft: DraftEntry | null = null;
  /** Done and not kept. */
  #waiting: Deed[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
  }

  /** The draft that is open; null while nothing was done. */
  get draft(): DraftEntry | null {
    return this.#draft;
  }

  /** Other land is open, or a draft again. */
  opened(draft: Draft | null): void {
    this.#draft = draft?.entry ?? null;
    this.#waiting = [];
  }

  /** Null once everything done is on the device, else why it is not. */
  keep(deed: Deed, of: () => Kept): Promise<DraftRefusal | null> {
    this.#waiting.push(deed);
    const own = this.#turn.then(() => this.#keepAll(of));
    this.#turn = own;
    return own;
  }

  async #keepAll(of: () => Kept): Promise<DraftRefusal | null> {
    while (this.#waiting.length > 0) {
      const [deed] = this.#waiting;
      const draft = this.#draft;
      const { source, ...begun } = of();
      const kept = draft
        ? await this.#drafts.append(draft.id, draft.deeds, deed)
        : await this.#drafts.begin(begun, source, deed);
      if (!kept.ok) return kept.refusal;
      // Other land was opened meanwhile.
      if (this.#draft !== draft) return null;
      this.#draft = kept.value;
      this.#waiting.shift();
    }
    return null;
  }
}
