import type { Deed } from '../../city/deeds.ts';
import type { DraftCard } from '../../city/draft-card.ts';
import type { Judging } from '../../city/view.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Draft, DraftEntry, Drafts, DraftSource } from './draft.ts';
import type { Windows } from './windows.ts';

/** What is open, as a draft of it is begun. */
export interface Kept {
  readonly title: string;
  readonly source: DraftSource;
  readonly judging: Judging;
}

/** Why what was done is not on the device, null where it is; and whether this window has a draft of its own by that. */
export interface Keeping {
  readonly unkept: DraftRefusal | null;
  readonly apart: boolean;
}

/** The turn of one who does something to the open land. */
export interface Turn {
  /** What other windows did to the same draft and was not yet done here: it comes first. */
  readonly unseen: readonly Deed[];
  /** It was done here too. */
  took(): void;
  /** It cannot be done here: from now on this window has a draft of its own. */
  part(): void;
  /** Keeps what was done here after it; undefined where nothing is kept at all. `of`: what is open. */
  keep(deed: Deed, of: Kept): Promise<Keeping | undefined>;
}

/** The open land; another that is opened is another object, so that each deed stays with the land it was done to. */
interface Log {
  draft: DraftEntry | null;
  readonly done: Deed[];
  /** How many of them are on the device. */
  kept: number;
}

const opened = (deeds: readonly Deed[], draft: DraftEntry | null): Log => ({
  draft,
  done: [...deeds],
  kept: draft ? deeds.length : 0,
});

/**
 * Keeps what is done to the open land on the device, in order, each before its answer is shown. Land that is only looked at
 * is not kept: a draft begins with the first deed. Where keeping fails the work goes on, and each answer says so until all
 * of it is kept after all.
 *
 * The deeds of a draft as they lie on the device are its one order. A window does something in its turn: while it has the
 * draft alone it first does what others did since, and its own on top of that. So all windows of a draft hold the same land.
 * A window whose deeds could not be kept while others went on begins a draft of its own with all it did: nothing is lost.
 */
export class DraftKeeper {
  readonly #drafts: Drafts | null;
  readonly #windows: Windows | null;
  #open: Log = opened([], null);
  #turn: Promise<unknown> = Promise.resolve();
  /** Told of the draft that what is open has from now on. */
  onBegun: (draft: string) => void = () => undefined;
  onOpened: (draft: string | null) => void = () => undefined;

  constructor(drafts: Drafts | null, windows: Windows | null = null) {
    this.#drafts = drafts;
    this.#windows = windows;
  }

  /** The draft that is open; null while nothing was done. */
  get draft(): DraftEntry | null {
    return this.#open.draft;
  }

  /** All that was done to what is open, in order. */
  get done(): readonly Deed[] {
    return this.#open.done;
  }

  /** Other land is open, or a draft again. What waits to be kept of the land before is kept in its own draft. */
  opened(deeds: readonly Deed[], draft: Draft | null): void {
    this.#open = opened(deeds, draft?.entry ?? null);
    this.#windows?.open(this.draft?.id ?? null);
    this.onOpened(this.draft?.id ?? null);
  }

  /** Does something to the open land in its turn: one after the other here, and of several windows one alone. */
  inTurn<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    const open = this.#open;
    const drafts = this.#drafts;
    if (!drafts) return work({ ...noOthers, keep: (deed) => Promise.resolve(void open.done.push(deed)) });
    const own = this.#turn.then(() => this.#alone(open, async () => work(await this.#turnOf(drafts, open))));
    this.#turn = own.catch(() => undefined);
    return own;
  }

  /** Keeps what a list shows of the draft that is open. */
  describe(card: DraftCard): void {
    const { draft } = this;
    if (draft) void this.#drafts?.describe(draft.id, card).then(() => this.#windows?.tell(draft.id));
  }

  #alone<T>({ draft }: Log, work: () => Promise<T>): Promise<T> {
    return draft && this.#windows ? this.#windows.alone(draft.id, work) : work();
  }

  async #turnOf(drafts: Drafts, open: Log): Promise<Turn> {
    const unseen = await unseenOf(drafts, open);
    return {
      unseen,
      took: () => {
        open.done.push(...unseen);
        open.kept += unseen.length;
      },
      part: () => part(open),
      keep: (deed, of) => {
        open.done.push(deed);
        return this.#keep(drafts, open, of);
      },
    };
  }

  async #keep(drafts: Drafts, open: Log, { source, ...begun }: Kept): Promise<Keeping> {
    const { done } = open;
    let apart = false;
    while (open.kept < done.length) {
      const { draft, kept } = open;
      const now = draft ? await drafts.append(draft.id, kept, done[kept]) : await drafts.begin(begun, source, done);
      if (now.ok) this.#kept(open, now.value);
      else if (now.refusal.code === 'draft-ahead' || now.refusal.code === 'draft-gone') {
        part(open);
        apart = true;
      } else return { unkept: now.refusal, apart };
    }
    return { unkept: null, apart };
  }

  #kept(open: Log, draft: DraftEntry): void {
    const isBegun = open.draft === null;
    open.draft = draft;
    open.kept = draft.deeds;
    if (isBegun && open === this.#open) {
      this.#windows?.open(draft.id);
      this.onBegun(draft.id);
    }
    this.#windows?.tell(draft.id);
  }
}

const noOthers = { unseen: [], took: () => undefined, part: () => undefined };

/** What waits here was done before others went on: it is not done upon theirs. */
async function unseenOf(drafts: Drafts, { draft, done, kept }: Log): Promise<readonly Deed[]> {
  if (!draft || kept < done.length) return [];
  const found = await drafts.deedsFrom(draft.id, kept);
  return found.ok ? found.value : [];
}

function part(open: Log): void {
  open.draft = null;
  open.kept = 0;
}
