import type { Answer, Input } from '../../city/calls.ts';
import type {
  Backdrop,
  Changed,
  Delta,
  HistoryView,
  ParcelView,
  ParkLine,
  ParkView,
  ProjectView,
} from '../../city/view.ts';
import { applied, withLines } from '../../client/applied.ts';
import type { Client } from '../../client/client.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Change, Key } from '../../domain/land/change.ts';
import type { Refusal, Result } from '../../domain/outcome.ts';
import { keyAt } from '../../domain/land/parcel-columns.ts';
import type { Listed } from '../../map/index.ts';
import type { TraceStep } from '../../policy/shape/finding.ts';

const untouched: HistoryView = {
  undo: null,
  redo: null,
  unsaved: 0,
  elsewhere: 0,
  scenarios: {
    hand: 0,
    all: [{ id: 0, name: '', of: 0, steps: 0, back: 0, isDropped: false, taken: null }],
    unsaved: 0,
  },
};

/** Shows what was asked for beforehand. */
export type Prepared = () => void;

/** The project the page shows, while its land changes: what else is asked of it, and what is done to it. */
export class ShownProject {
  project = $state.raw<ProjectView | null>(null);
  /** Counts what was opened; what is judged anew or changed is the same opening. */
  opening = $state(0);
  readonly isOpen = $derived(this.project !== null);
  /** Null until it is asked for. */
  backdrop = $state.raw<Backdrop | null>(null);
  /** Who shows more of a project than this: asked for by the law of now, it is shown together with the rest. */
  readonly followers: ((parks: readonly ParkLine[]) => Promise<Prepared>)[] = [];
  /** What of what was done can be undone and done again. */
  history = $state.raw<HistoryView>(untouched);
  /** How many steps the land is past what was opened: what is done beside the land stands between two of them. */
  depth = $state(0);
  /** Why what was done last is not kept on this device; null: it is; undefined: nothing was done yet. */
  unkept = $state.raw<DraftRefusal | null | undefined>(undefined);
  /** Other windows went on with the draft while nothing could be kept here: what is open has a draft of its own now. */
  apart = $state(false);
  /** Judging and changing what is open take turns: each is shown before the next is asked. */
  #turn: Promise<unknown> = Promise.resolve();
  protected readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** Everything about one parcel of the open project; null where nothing answers any more. */
  parcel(key: Key): Promise<ParcelView | null> {
    return this.client.parcel({ key }).catch(() => null);
  }

  /** Everything about one park; null where nothing answers any more. */
  park(key: Key): Promise<ParkView | null> {
    return this.client.park({ key }).catch(() => null);
  }

  /** How a rule came out for a park; no steps where nothing answers any more. */
  async trace(park: Key, rule: string): Promise<readonly TraceStep[]> {
    return (await this.client.trace({ park, rule }).catch(() => null)) ?? [];
  }

  /** What lies under the land: asked for once there is a map. */
  async askBackdrop(): Promise<void> {
    const { opening } = this;
    const backdrop = await this.client.backdrop().catch(() => null);
    if (opening === this.opening) this.backdrop = backdrop;
  }

  /** Makes parcels out on the map: their points and outlines become tiles. */
  async list(rows: Uint32Array): Promise<Listed | null> {
    const { project } = this;
    if (!project) return null;
    const keys = rows.map((row) => keyAt(project.parcels, row));
    const count = await this.client.list({ keys }).catch(() => null);
    return count === null ? null : { count };
  }

  readonly tile: Client['tile'] = (...asked) => this.client.tile(...asked);

  /** 证据文件: what a park rests on and comes to. */
  evidence(park: Key): Promise<Answer<'evidence'>> {
    return this.client.evidence({ park });
  }

  /** A repair that was chosen, as a change; null where nothing answers any more. */
  mend(mending: Input<'mend'>): Promise<Answer<'mend'>> {
    return this.client.mend(mending);
  }

  /** Does a change to the land, and shows what is new with it. */
  change(change: Change): Promise<Answer<'apply'>> {
    const scenario = this.history.scenarios.hand;
    return this.inTurn(() => this.#changed(this.client.apply({ change, scenario }), 1));
  }

  /** 方案: begins, goes to, names, drops or takes over one, and shows what is in hand then. */
  scenario(step: Input<'scenario'>['step']): Promise<Answer<'scenario'>> {
    return this.inTurn(() => this.#changed(this.client.scenario({ step }), 1));
  }

  /** 撤销; null where there is nothing to undo. Refused where another window did something since this was asked. */
  undo(): Promise<Answer<'undo'>> {
    const { elsewhere } = this.history;
    return this.inTurn(() => this.#changed(this.client.undo({ elsewhere }), -1));
  }

  /** 重做; null where there is nothing to do again; as `undo`. */
  redo(): Promise<Answer<'redo'>> {
    const { elsewhere } = this.history;
    return this.inTurn(() => this.#changed(this.client.redo({ elsewhere }), 1));
  }

  /** Shows what other windows did to the same draft, as soon as what is done here was shown; true where there was anything. */
  takeOver(): Promise<boolean> {
    const { opening } = this;
    return this.inTurn(async () => {
      await this.client.drafts?.takeOver();
      const version = this.project?.version;
      if (version === undefined || opening !== this.opening) return false;
      const [since, history] = await Promise.all([this.client.since({ version }), this.client.history()]);
      if (!since || !history) return false;
      // What is done with scenarios 方案 may leave the land as it is.
      if (since.version === version && history.elsewhere === this.history.elsewhere) return false;
      await this.#show(since, opening, () => {
        this.history = history;
        this.depth++;
      });
      return true;
    });
  }

  /** Shows lines of parks that were judged since they were shown; false where nothing answers any more. */
  judged(ask: () => Promise<readonly ParkLine[] | null>): Promise<boolean> {
    const { opening } = this;
    return this.inTurn(async () => {
      const lines = await ask().catch(() => null);
      if (!lines || !this.project || opening !== this.opening) return false;
      this.project = withLines(this.project, lines);
      return true;
    });
  }

  /** All that is open as one file; null where nothing answers any more. */
  save(format: Input<'save'>['format']): Promise<Answer<'save'>> {
    return this.inTurn(async () => {
      const file = await this.client.save({ format });
      if (file?.ok) this.history = (await this.client.history()) ?? { ...this.history, unsaved: 0 };
      return file;
    });
  }

  /** List, map and cards change together. */
  async #changed<R extends Refusal>(
    asked: Promise<Result<Changed, R> | null>,
    by: 1 | -1,
  ): Promise<Result<Changed, R> | null> {
    const { opening } = this;
    const done = await asked;
    if (!done?.ok || !this.project || opening !== this.opening) return done;
    const { version } = this.project;
    const { delta } = done.value;
    const isNext = delta.from === version || delta.whole;
    const since = isNext ? delta : await this.client.since({ version });
    if (since)
      await this.#show(since, opening, () => {
        this.history = done.value.history;
        this.depth += by;
        this.unkept = done.value.unkept;
        this.apart ||= done.value.apart ?? false;
      });
    return done;
  }

  /** What is new, with whatever else is to be shown with it; nothing where another project is open by now. */
  async #show(since: Delta, opening: number, withIt: () => void): Promise<void> {
    if (opening !== this.opening) return;
    const project = applied(this.project!, since);
    const showRest = await this.prepared(project.parks);
    if (opening !== this.opening) return;
    this.project = project;
    withIt();
    showRest();
  }

  protected inTurn<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const own = before.then(task, task);
    this.#turn = own.catch(() => undefined);
    return own;
  }

  /** What follows the project, asked for and ready to be shown with it. */
  protected async prepared(parks: readonly ParkLine[]): Promise<Prepared> {
    const shown = await Promise.all(this.followers.map((prepare) => prepare(parks)));
    return () => {
      for (const show of shown) show();
    };
  }

  /** Another one is shown, to which nothing was done yet. */
  protected isAnother(project: ProjectView): void {
    this.project = project;
    this.backdrop = null;
    this.opening++;
    this.history = untouched;
    this.depth = 0;
    this.unkept = undefined;
    this.apart = false;
  }
}
