import type { Client } from '../../client/client.ts';
import type { AskOptions } from '../../client/line.ts';
import type { Judging, OpenRefusal, PolicyView, ProjectView, ReadChoices } from '../../city/view.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Refusal, Result } from '../../domain/outcome.ts';
import type { NamedBytes } from '../../formats/contract.ts';
import { draftSentences } from '../../texts/changes.ts';
import { ShownProject } from './shown-project.svelte.ts';

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

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const isDraftRefusal = (refusal: Refusal): refusal is DraftRefusal => Object.hasOwn(draftSentences, refusal.code);

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
export class OpenProject extends ShownProject {
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
  #shown: Wanted = this.wanted;
  /** What ended with its worker: the opening of files, or what was open while and after it is read again. */
  ended = $state<'opening' | 'lost' | 'gone' | null>(null);
  /** A day that was asked for and that no pack is for. */
  noPolicyOn = $state.raw<{ readonly date: string; readonly earliest: string } | null>(null);
  /** While the open project is judged anew. */
  judging = $state(false);
  #stop: AbortController | null = null;
  #stopJudging: AbortController | null = null;

  constructor(client: Client) {
    super(client);
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
    this.client.policy({ date: date ?? undefined }).then(
      (policy) => {
        if (policy && date === this.date) this.policy = policy;
      },
      // A cancelled opening ends the worker, and with it this question: ask again.
      (error: unknown) => (isAbort(error) ? this.loadPolicy() : this.#fail(error)),
    );
  }

  openSample(): Promise<boolean> {
    return this.#open('sample', null, (judging, options) => this.client.openSample({ judging }, options));
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
      (judging, options) => this.client.openFiles({ ...source, judging }, options),
      precision,
    );
  }

  /** What was done on this device before, open as it was left; why not, or false where that is shown as of any file. */
  async openDraft(id: string): Promise<boolean | DraftRefusal> {
    const { drafts } = this.client;
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
      this.history = (await this.client.history()) ?? this.history;
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
    const law = this.client
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
      const policy = await this.client.policy({ date: wanted.date ?? undefined });
      done =
        policy !== null &&
        (await this.inTurn(async () => this.wanted === wanted && this.#apply(wanted, policy, signal)));
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
    const result = this.project && (await this.client.judge(judgingOf(wanted), { signal }));
    if (this.wanted !== wanted) return false;
    if (result && !result.ok) {
      this.#refuseDay(wanted.date, String(result.refusal.params.earliest));
      return false;
    }
    if (this.project && !result) return false;
    const showRest = await this.prepared(result?.value.parks ?? []);
    if (this.wanted !== wanted) return false;
    this.date = wanted.date;
    this.policy = policy;
    if (this.project && result) this.project = { ...this.project, ...result.value };
    showRest();
    return true;
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
      } else if (this.#stop === stop) this.refused = { refusal: result.refusal, files, choices: source?.choices ?? {} };
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
    this.source = source;
    this.isAnother(project);
    this.wanted = this.#shown = judgedBy;
    this.judging = false;
    if (judgedBy.date !== this.date) {
      this.date = judgedBy.date;
      this.loadPolicy();
    }
    if (date !== judgedBy.date) await this.#judge({ ...judgedBy, date });
  }
}
