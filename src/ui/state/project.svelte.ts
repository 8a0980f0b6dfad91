import type { Client, OpenOptions } from '../../client/client.ts';
import type { Judging, OpenRefusal, ParcelView, PolicyView, ProjectView, ReadChoices } from '../../city/view.ts';
import type { VertexPrecision } from '../../domain/geometry/uncertainty.ts';
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

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const judgingOf = (date: string | null, precision: VertexPrecision | null): Judging => ({
  ...(date !== null && { date }),
  ...(precision && { precision }),
});

/** The open project and how it is opened. What was open stays open until something else has been read whole. */
export class OpenProject {
  project = $state.raw<ProjectView | null>(null);
  /** Null for the sample city. */
  source: Source | null = null;
  policy = $state.raw<PolicyView | null>(null);
  busy = $state.raw<Busy | null>(null);
  refused = $state.raw<Refused | null>(null);
  /** Message of a bug, shown as such. */
  fault = $state.raw<string | null>(null);
  /** Day someone chose to judge on; null: today. */
  date = $state<string | null>(null);
  /** A day that was asked for and that no pack is for. */
  noPolicyOn = $state.raw<{ readonly date: string; readonly earliest: string } | null>(null);
  /** While the open project is judged anew. */
  judging = $state(false);
  #turn = 0;
  #stop: AbortController | null = null;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  loadPolicy() {
    const { date } = this;
    this.#client.policy(date ?? undefined).then(
      (policy) => {
        if (policy && date === this.date) this.policy = policy;
      },
      // A cancelled opening ends the worker, and with it this question: ask again.
      (error: unknown) => (isAbort(error) ? this.loadPolicy() : (this.fault = String(error))),
    );
  }

  /** Everything about one parcel of the open project, by its row; null where nothing answers any more. */
  parcel(row: number): Promise<ParcelView | null> {
    return this.#client.parcel(row).catch(() => null);
  }

  /** Makes parcels out on the map: their points, while their outlines become the tiles `listed`. */
  async list(rows: Uint32Array): Promise<Listed | null> {
    const points = await this.#client.list(rows).catch(() => null);
    return points && { rows, points };
  }

  readonly tile: Client['tile'] = (...place) => this.#client.tile(...place);

  openSample(): Promise<boolean> {
    return this.#open('sample', null, (options) => this.#client.openSample(options));
  }

  /** What was said of the points of one file is not said of the next: `precision` is given anew. */
  openFiles(
    files: readonly NamedBytes[],
    choices: ReadChoices = {},
    precision: VertexPrecision | null = null,
  ): Promise<boolean> {
    const ask = (options: OpenOptions) => this.#client.openFiles(files, { ...options, choices });
    return this.#open('files', { files, choices }, ask, precision);
  }

  /** Judges on another day, null for today; false where no pack is for it, and the day stays as it was. */
  async judgeOn(date: string | null): Promise<boolean> {
    const before = this.date;
    if (date === before) return true;
    this.date = date;
    // The law comes first, so that new findings never stand beside the titles of the old one.
    const policy = await this.#client.policy(date ?? undefined).catch(() => null);
    const judged = policy !== null && (!this.project || (await this.#judge(this.project.precision)));
    if (this.date !== date) return false;
    if (judged) this.policy = policy;
    else this.date = before;
    if (!policy && date !== null) this.noPolicyOn = { date, earliest: this.policy?.earliest ?? '' };
    return judged;
  }

  /** What is said of the boundary points of the open project; null: nothing. */
  statePrecision(precision: VertexPrecision | null): Promise<boolean> {
    return this.#judge(precision);
  }

  /** True when the project was judged anew; of several askings the last one counts. */
  async #judge(precision: VertexPrecision | null): Promise<boolean> {
    const turn = ++this.#turn;
    this.judging = true;
    this.noPolicyOn = null;
    try {
      const result = await this.#client.judge(judgingOf(this.date, precision));
      if (turn !== this.#turn || !result || !this.project) return false;
      if (result.ok) this.project = { ...this.project, ...result.value };
      else this.#refuseDay(result.refusal);
      return result.ok;
    } catch (error) {
      // Another project was opened meanwhile.
      if (!isAbort(error)) this.fault = String(error);
      return false;
    } finally {
      if (turn === this.#turn) this.judging = false;
    }
  }

  #refuseDay({ params }: Refusal) {
    this.noPolicyOn = { date: String(params.date), earliest: String(params.earliest) };
  }

  cancel() {
    this.#stop?.abort();
  }

  dismiss() {
    this.refused = null;
    this.fault = null;
  }

  /** True when the project changed. */
  async #open(
    what: Busy['what'],
    source: Source | null,
    ask: (options: OpenOptions) => Promise<Result<ProjectView, OpenRefusal>>,
    precision: VertexPrecision | null = null,
  ): Promise<boolean> {
    const { date } = this;
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
      const result = await ask({ signal: stop.signal, onProgress, judging: judgingOf(date, precision) });
      if (result.ok) [this.project, this.source] = [result.value, source];
      else if (result.refusal.code === 'no-policy-then') {
        // The address may name any day: what can be opened is opened, as of today.
        this.#refuseDay(result.refusal);
        this.date = null;
        this.loadPolicy();
        return await this.#open(what, source, ask, precision);
      } else this.refused = { refusal: result.refusal, files, choices: source?.choices ?? {} };
      if (result.ok && date !== this.date) await this.#judge(precision);
      return result.ok;
    } catch (error) {
      if (!isAbort(error)) this.fault = String(error);
      return false;
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.busy = null;
      }
    }
  }
}
