import type { KeptDrafts } from '../../client/client.ts';
import type { HistoryView } from '../../city/view.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import { draftSentences } from '../../texts/changes.ts';
import { sayRefusal } from '../../texts/index.ts';
import type { Edits } from './edits.svelte.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { ScenarioDesk } from './sketch/scenarios/scenario-desk.svelte.ts';

export type DraftLine = Extract<Awaited<ReturnType<KeptDrafts['list']>>, { readonly ok: true }>['value'][number];

interface DraftsPage {
  readonly open: OpenProject;
  readonly edits: Edits;
  readonly settings: Settings;
  readonly scenarios: Pick<ScenarioDesk, 'nameOf'>;
  /** Said to a screen reader once. */
  announcement: string;
  /** Other land is open: nothing of what was selected is there. */
  fresh(files: null): void;
  selectPark(id: string): void;
}

/** 草案 kept on this device: listed, opened as they were left, thrown away; the open one is shared with other windows. */
export class DraftList {
  entries = $state.raw<readonly DraftLine[]>([]);
  /** Why they cannot be listed, opened or deleted. */
  #failure = $state.raw<DraftRefusal | null>(null);
  /** How many other windows have the same draft open. */
  others = $state(0);
  #elsewhere = $state.raw<{ readonly said: string; readonly history: HistoryView } | null>(null);
  /** Whether a list is seen, and is to be looked for anew as drafts change. */
  #seen = 0;
  readonly #page: DraftsPage;
  readonly #kept: KeptDrafts | null;

  constructor(page: DraftsPage, kept: KeptDrafts | null) {
    this.#page = page;
    this.#kept = kept;
    kept?.onTold((isOfThis) => void this.#told(isOfThis));
  }

  get failure(): string | null {
    return this.#failure && sayRefusal(this.#page.settings.language, this.#failure, draftSentences);
  }

  /** What another window did last, in words, until something else is done. */
  get elsewhere(): string | null {
    return this.#elsewhere?.history === this.#page.open.history ? this.#elsewhere.said : null;
  }

  /** Whether the browser keeps nothing here, as far as is known before anything was done. */
  get isRefused(): boolean {
    return this.#failure?.code === 'device-refuses' || this.#failure?.code === 'device-held';
  }

  /** The draft that is open; null while nothing was done. */
  get current(): string | null {
    void [this.#page.open.history, this.entries];
    return this.#kept?.current?.id ?? null;
  }

  /** When what was done last was kept; null where nothing was. */
  get keptAt(): number | null {
    const { history, unkept } = this.#page.open;
    void history;
    return unkept === null ? (this.#kept?.current?.changedAt ?? null) : null;
  }

  /** Shows a list of them, which follows what other windows do; the answer ends it. */
  watch(): () => void {
    this.#seen++;
    void this.look();
    return () => void this.#seen--;
  }

  /** Looked for anew: another window may have begun one. */
  async look(): Promise<void> {
    const found = await this.#kept?.list();
    if (found?.ok) this.entries = found.value;
    if (found && !found.ok) this.#failure = found.refusal;
    else if (this.isRefused) this.#failure = null;
  }

  async open(id: string): Promise<void> {
    if (!(await this.#page.edits.mayGo())) return;
    this.#failure = null;
    const opened = await this.#page.open.openDraft(id);
    if (opened === true) {
      this.#page.fresh(null);
      this.#select(id);
      // What another window did while it was being read.
      await this.#told(true);
    } else if (opened) this.#failure = opened;
  }

  async remove(id: string): Promise<void> {
    const gone = await this.#kept?.remove(id);
    await this.look();
    this.#failure = gone && !gone.ok ? gone.refusal : null;
  }

  /** The park that something was done to last, if it is there. */
  #select(id: string): void {
    const park = this.entries.find((entry) => entry.id === id)?.card?.park;
    if (park && this.#page.open.project?.parks.some((own) => own.id === park.id)) this.#page.selectPark(park.id);
  }

  /** Something happened in another window: done here too where it is of the draft that is open, and said. */
  async #told(isOfThis: boolean): Promise<void> {
    const { open, edits, settings } = this.#page;
    const { elsewhere: before, scenarios } = open.history;
    const version = open.project?.version;
    const isTaken = isOfThis && (await open.takeOver().catch(() => false)) && open.history.elsewhere > before;
    const { hand } = open.history.scenarios;
    // A scenario that was renamed or dropped is seen in the list: no step of the land was done.
    if (isTaken && (hand !== scenarios.hand || open.project?.version !== version)) {
      const say = settings.texts.sketchStart;
      const step = open.history.redo === null ? open.history.undo : null;
      const gone = hand !== scenarios.hand ? this.#page.scenarios.nameOf(hand) : null;
      const said =
        gone !== null
          ? settings.texts.scenarios.elsewhere(gone)
          : step
            ? say.elsewhere(edits.nameOf(step))
            : say.elsewhereUndone;
      this.#elsewhere = { said, history: open.history };
      this.#page.announcement = said;
    }
    if (isOfThis) await this.#count();
    if (this.#seen > 0) await this.look();
  }

  async #count(): Promise<void> {
    this.others = (await this.#kept?.others()) ?? 0;
  }
}
