import type { Answer, Input } from '../../city/calls.ts';
import { applied } from '../../client/applied.ts';
import type { Client } from '../../client/client.ts';
import type { AskOptions } from '../../client/line.ts';
import type {
  Backdrop,
  HistoryView,
  Judging,
  OpenRefusal,
  ParcelView,
  ParkLine,
  ParkView,
  PolicyView,
  ProjectView,
  ReadChoices,
} from '../../city/view.ts';
import type { Change, Key } from '../../domain/land/change.ts';
import { keyAt } from '../../domain/land/parcel-columns.ts';
import type { TraceStep } from '../../policy/shape/finding.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Refusal, Result } from '../../domain/outcome.ts';
import type { NamedBytes } from '../../formats/contract.ts';
import type { Listed } from '../../map/index.ts';

export interface Busy {
  readonly what: 'sample' | 'files';
  readonly names: readonly string[];
  readonly done: number;
  readonly step: string;
}

export interface Refused {
  readonly refusal: OpenRefusal;
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
}

/** The files a project was read from, and what was said about them. */
export interface Source {
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
}

const untouched: HistoryView = { undo: null, redo: null, unsaved: 0 };

/** Shows what was asked for beforehand. */
export type Prepared = () => void;

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const isDraftRefusal = (refusal: Refusal): refusal is DraftRefusal =>
  ['device-full', 'device-refuses', 'draft-gone', 'draft-ahead'].includes(refusal.code);

/** What findings shall be made with: the day (null: today) and what is said of the boundary points. */
export interface Wanted {
  readonly date: string | null;
  readonly precision: VertexPrecision | null;
}

const judgingOf = ({ date, precision }: Wanted): Judging => ({
  ...(date !== null && { date }),
  ...(precision && { precision }),
});

/** The open project and how it is opened. What was open stays open until something else has been read whole. */
export class OpenProject {
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
  /** Why what was done last is not kept on this device; null: it is; undefined: nothing was done yet. */
  unkept = $state.raw<DraftRefusal | null | undefined>(undefined);
  /** Null for the sample city, and for a draft. */
  source: Source | null = null;
  policy = $state.raw<PolicyView | null>(null);
  busy = $state.raw<Busy | null>(null);
  refused = $state.raw<Refused | null>(null);
  /** Message of a bug, shown as such. */
  fault = $state.raw<string | null>(null);
  /** Day the findings are of, where someone chose one; null: today. */
  date = $state<string | null>(null);
  /** The same with the precision, as it was wished last; what is shown follows when it is judged. */
  wanted = $state.raw<Wanted>({ date: null, precision: null });
  /** The day that was asked for last, before it is known whether a law is for it. */
  asked = $state<string | null>(null);
  #lawBefore: Promise<unknown> = Promise.resolve();
  /** Judging and changing what is open take turns: each is shown before the next is asked. */
  #turn: Promise<unknown> = Promise.resolve();
  #shown: Wanted = this.wanted;
  /** What ended with its worker: the opening of files, or what was open while and after it is read again. */
  ended = $state<'opening' | 'lost' | 'gone' | null>(null);
  /** A day that was asked for and that no pack is for. */
  noPolicyOn = $state.raw<{ readonly date: string; readonly earliest: string } | null>(null);
  /** While the open project is judged anew. */
  judging = $state(false);
  #stop: AbortController | null = null;
  #stopJudging: AbortController | null = null;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    client.onHealth((health) => (this.ended = health === 'lost' || health === 'gone' ? health : null));
  }

  /** The day an address names, before anything is open. */
  startOn(date: string | null) {
    this.date = date;
    this.wanted = this.#shown = { date, precision: null };
    this.asked = date;
  }

  loadPolicy() {
    const { date } = this;
    this.#client.policy({ date: date ?? undefined }).then(
      (policy) => {
        if (policy && date === this.date) this.policy = policy;
      },
      // A cancelled opening ends the worker, and with it this question: ask again.
      (error: unknown) => (isAbort(error) ? this.loadPolicy() : this.#fail(error)),
    );
  }

  /** Everything about one parcel of the open project; null where nothing answers any more. */
  parcel(key: Key): Promise<ParcelView | null> {
    return this.#client.parcel({ key }).catch(() => null);
  }

  /** Everything about one park; null where nothing answers any more. */
  park(key: Key): Promise<ParkView | null> {
    return this.#client.park({ key }).catch(() => null);
  }

  /** How a rule came out for a park; no steps where nothing answers any more. */
  async trace(park: Key, rule: string): Promise<readonly TraceStep[]> {
    return (await this.#client.trace({ park, rule }).catch(() => null)) ?? [];
  }

  /** What lies under the land: asked for once there is a map. */
  async askBackdrop(): Promise<void> {
    const { opening } = this;
    const backdrop = await this.#client.backdrop().catch(() => null);
    if (opening === this.opening) this.backdrop = backdrop;
  }

  /** Makes parcels out on the map: their points, while their outlines become the tiles `listed`. */
  async list(rows: Uint32Array): Promise<Listed | null> {
    const { project } = this;
    if (!project) return null;
    const keys = rows.map((row) => keyAt(project.parcels, row));
    const points = await this.#client.list({ keys }).catch(() => null);
    return points && { keys, points };
  }

  readonly tile: Client['tile'] = (...asked) => this.#client.tile(...asked);

  openSample(): Promise<boolean> {
    return this.#open('sample', null, (judging, options) => this.#client.openSample({ judging }, options));
  }

  /** What was said of the points of one file is not said of the next: `precision` is given anew. */
  openFiles(
    files: readonly NamedBytes[],
    choices: ReadChoices = {},
    precision: VertexPrecision | null = null,
  ): Promise<boolean> {
    const source = { files, choices };
    return this.#open(
      'files',
      source,
      (judging, options) => this.#client.openFiles({ ...source, judging }, options),
      precision,
    );
  }

  /** What was done on this device before, open as it was left; why not, or false where that is shown as of any file. */
  async openDraft(id: string): Promise<boolean | DraftRefusal> {
    const { drafts } = this.#client;
    let refused: DraftRefusal | null = null;
    const done = await this.#open('files', null, async (_, options) => {
      const opened = await drafts!.open(id, options);
      if (!opened.ok && isDraftRefusal(opened.refusal)) refused = opened.refusal;
      return opened;
    });
    if (refused) {
      this.refused = null;
      return refused;
    }
    if (done) {
      this.history = (await this.#client.history()) ?? untouched;
      this.unkept = null;
    }
    return done;
  }

  /** Judges on another day, null for today; false where no pack is for it, and the day stays as it was. */
  async judgeOn(date: string | null): Promise<boolean> {
    if (date === this.asked) return true;
    this.asked = date;
    this.noPolicyOn = null;
    // Laws come in the order they were asked for, so that the last day wished for is the last one judged by.
    const before = this.#lawBefore;
    const law = this.#client
      .policy({ date: date ?? undefined })
      .catch((error: unknown) => void (isAbort(error) || this.#fail(error)));
    this.#lawBefore = Promise.all([before, law]);
    await before;
    const policy = await law;
    if (policy) return this.#judge({ ...this.wanted, date });
    if (policy === null) this.#refuseDay(date, this.policy?.earliest ?? '');
    if (this.asked === date) this.asked = this.wanted.date;
    return false;
  }

  /** What is said of the boundary points of the open project; null: nothing. */
  statePrecision(precision: VertexPrecision | null): Promise<boolean> {
    return this.#judge({ ...this.wanted, precision });
  }

  /** Day, law and findings change together or not at all. Of several wishes the last one counts; it holds those before. */
  async #judge(wanted: Wanted): Promise<boolean> {
    this.wanted = wanted;
    this.judging = true;
    this.#stopJudging?.abort();
    const { signal } = (this.#stopJudging = new AbortController());
    let done = false;
    try {
      const policy = await this.#client.policy({ date: wanted.date ?? undefined });
      done =
        policy !== null &&
        (await this.#inTurn(async () => this.wanted === wanted && this.#apply(wanted, policy, signal)));
    } catch (error) {
      // Another project was opened, or something else wished, meanwhile.
      if (!isAbort(error)) this.#fail(error);
    }
    if (this.wanted !== wanted) return false;
    this.judging = false;
    if (done) this.#shown = wanted;
    else {
      // A day whose law is still to come stays asked for.
      if (this.asked === wanted.date) this.asked = this.#shown.date;
      this.wanted = this.#shown;
    }
    return done;
  }

  async #apply(wanted: Wanted, policy: PolicyView, signal: AbortSignal): Promise<boolean> {
    const result = this.project && (await this.#client.judge(judgingOf(wanted), { signal }));
    if (this.wanted !== wanted) return false;
    if (result && !result.ok) {
      this.#refuseDay(wanted.date, String(result.refusal.params.earliest));
      return false;
    }
    if (this.project && !result) return false;
    const parks = result?.value.parks ?? [];
    const shown = await Promise.all(this.followers.map((prepare) => prepare(parks)));
    if (this.wanted !== wanted) return false;
    this.date = wanted.date;
    this.policy = policy;
    if (this.project && result) this.project = { ...this.project, ...result.value };
    for (const show of shown) show();
    return true;
  }

  /** A repair that was chosen, as a change; null where nothing answers any more. */
  mend(mending: Input<'mend'>): Promise<Answer<'mend'>> {
    return this.#client.mend(mending);
  }

  /** Does a change to the land, and shows what is new with it. */
  change(change: Change): Promise<Answer<'apply'>> {
    return this.#inTurn(() => this.#changed(this.#client.apply({ change })));
  }

  /** 撤销; null where there is nothing to undo. */
  undo(): Promise<Answer<'undo'>> {
    return this.#inTurn(() => this.#changed(this.#client.undo()));
  }

  /** 重做; null where there is nothing to do again. */
  redo(): Promise<Answer<'redo'>> {
    return this.#inTurn(() => this.#changed(this.#client.redo()));
  }

  /** All that is open as one file; null where nothing answers any more. */
  save(format: Input<'save'>['format']): Promise<Answer<'save'>> {
    return this.#inTurn(async () => {
      const file = await this.#client.save({ format });
      if (file?.ok) this.history = { ...this.history, unsaved: 0 };
      return file;
    });
  }

  /** List, map and cards change together. */
  async #changed(asked: Promise<Answer<'apply'>>): Promise<Answer<'apply'>> {
    const { opening } = this;
    const done = await asked;
    if (!done?.ok || !this.project || opening !== this.opening) return done;
    const { version } = this.project;
    const { delta } = done.value;
    const isNext = delta.from === version || delta.whole;
    const since = isNext ? delta : await this.#client.since({ version });
    if (!since || opening !== this.opening) return done;
    const project = applied(this.project, since);
    const shown = await Promise.all(this.followers.map((prepare) => prepare(project.parks)));
    if (opening !== this.opening) return done;
    this.project = project;
    this.history = done.value.history;
    this.unkept = done.value.unkept;
    for (const show of shown) show();
    return done;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const own = before.then(task, task);
    this.#turn = own.catch(() => undefined);
    return own;
  }

  #refuseDay(date: string | null, earliest = '') {
    if (date !== null) this.noPolicyOn = { date, earliest };
  }

  #fail(error: unknown) {
    if (error instanceof Error && error.name === 'WorkerLost') this.ended ??= 'opening';
    else this.fault = String(error);
  }

  cancel() {
    this.#stop?.abort();
  }

  dismiss() {
    this.refused = null;
    this.fault = null;
    if (this.ended === 'opening') this.ended = null;
  }

  /** True when the project changed. */
  async #open(
    what: Busy['what'],
    source: Source | null,
    ask: (judging: Judging, options: AskOptions) => Promise<Result<ProjectView, OpenRefusal>>,
    precision: VertexPrecision | null = null,
  ): Promise<boolean> {
    const judgedBy = { date: this.wanted.date, precision };
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.dismiss();
    const files = source?.files ?? [];
    const names = files.map((file) => file.name);
    this.busy = { what, names, done: 0, step: '' };
    try {
      const onProgress = (done: number, step: string) => {
        if (this.#stop === stop) this.busy = { what, names, done, step };
      };
      const result = await ask(judgingOf(judgedBy), { signal: stop.signal, onProgress });
      if (result.ok) await this.#opened(result.value, source, judgedBy);
      else if (result.refusal.code === 'no-policy-then') {
        // The address may name any day: what can be opened is opened, as of today.
        this.#refuseDay(judgedBy.date, String(result.refusal.params.earliest));
        this.startOn(null);
        this.loadPolicy();
        return await this.#open(what, source, ask, precision);
      } else this.refused = { refusal: result.refusal, files, choices: source?.choices ?? {} };
      return result.ok;
    } catch (error) {
      if (!isAbort(error)) this.#fail(error);
      return false;
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.busy = null;
      }
    }
  }

  /** The project is shown as it was judged; where another day is wanted by now, it is judged once more. */
  async #opened(project: ProjectView, source: Source | null, judgedBy: Wanted) {
    const { date } = this.wanted;
    [this.project, this.source, this.backdrop] = [project, source, null];
    this.opening++;
    this.history = untouched;
    this.unkept = undefined;
    this.wanted = this.#shown = judgedBy;
    this.judging = false;
    if (judgedBy.date !== this.date) {
      this.date = judgedBy.date;
      this.loadPolicy();
    }
    if (date !== judgedBy.date) await this.#judge({ ...judgedBy, date });
  }
}
