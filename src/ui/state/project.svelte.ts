import type { Client, OpenOptions, ParcelView, PolicyView, ProjectView, ReadChoices } from '../../client/view.ts';
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
  readonly refusal: Refusal;
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
}

/** The files a project was read from, and what was said about them. */
export interface Source {
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

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
  #stop: AbortController | null = null;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  loadPolicy() {
    this.#client.policy().then(
      (policy) => (this.policy = policy),
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

  openFiles(files: readonly NamedBytes[], choices: ReadChoices = {}): Promise<boolean> {
    return this.#open('files', { files, choices }, (options) => this.#client.openFiles(files, { ...options, choices }));
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
    ask: (options: OpenOptions) => Promise<Result<ProjectView, Refusal>>,
  ): Promise<boolean> {
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
      const result = await ask({ signal: stop.signal, onProgress });
      if (result.ok) [this.project, this.source] = [result.value, source];
      else this.refused = { refusal: result.refusal, files, choices: source?.choices ?? {} };
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
