import type { Deed } from '../../city/deeds.ts';
import type { Judging } from '../../city/view.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Draft, DraftEntry, Drafts, DraftSource } from './draft.ts';

/** What is open, as a draft of it is begun. */
export interface Kept {
  readonly title: string;
  readonly source: DraftSource;
  readonly judging: Judging;
}

/** The open land; another that is opened is another object, so that each deed stays with the land it was done to. */
interface Keeping {
  draft: DraftEntry | null;
  /** Done and not kept. */
  readonly waiting: Deed[];
}

/**
 * Keeps what is done to the open land on the device, in order, each before its answer is shown. Land that is only looked at
 * is not kept: a draft begins with the first deed. Where keeping fails the work goes on, and each answer says so until all
 * of it is kept after all.
 */
export class DraftKeeper {
  readonly #drafts: Drafts;
  #open: Keeping = { draft: null, waiting: [] };
  #turn: Promise<unknown> = Promise.resolve();

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
  }

  /** The draft that is open; null while nothing was done. */
  get draft(): DraftEntry | null {
    return this.#open.draft;
  }

  /** Other land is open, or a draft again. What waits to be kept of the land before is kept in its own draft. */
  opened(draft: Draft | null): void {
    this.#open = { draft: draft?.entry ?? null, waiting: [] };
  }

  /** Null once everything done to the same land is on the device, else why it is not. `of`: what is open now. */
  keep(deed: Deed, of: Kept): Promise<DraftRefusal | null> {
    const open = this.#open;
    open.waiting.push(deed);
    const own = this.#turn.then(() => this.#keepAll(open, of));
    this.#turn = own.catch(() => undefined);
    return own;
  }

  async #keepAll(open: Keeping, { source, ...begun }: Kept): Promise<DraftRefusal | null> {
    const { waiting } = open;
    while (waiting.length > 0) {
      const [deed] = waiting;
      const { draft } = open;
      const kept = draft
        ? await this.#drafts.append(draft.id, draft.deeds, deed)
        : await this.#drafts.begin(begun, source, deed);
      if (!kept.ok) return kept.refusal;
      open.draft = kept.value;
      waiting.shift();
    }
    return null;
  }
}
