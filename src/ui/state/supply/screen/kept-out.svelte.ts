import type { KeptOutView } from '../../../../city/screening/screen-view.ts';
import type { Client } from '../../../../client/client.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import type { FlagPage } from './flag-list.svelte.ts';
import { faultyFields, type FaultyField } from './faulty-fields.ts';

type Problem = KeptOutView['problems'][number];

/** A parcel that is kept out, with all that is wrong with its data. */
export interface KeptOutParcel {
  readonly key: Key;
  readonly id: string;
  readonly problems: readonly Problem[];
  /** What can be typed anew. */
  readonly fields: readonly FaultyField[];
}

/** So many problems are asked for at once. */
const AT_ONCE = 200;

/** 数据有误、不计: parcels whose data keep them out, gone through in the order of the file; asked for once they are looked at. */
export class KeptOutList {
  isOpen = $state(false);
  failed = $state(false);
  /** Problems of all parcels; null until the worker has told. */
  total = $state<number | null>(null);
  #problems = $state.raw<readonly Problem[]>([]);
  /** The one that is looked at. */
  inHand = $state<Key | null>(null);
  /** Why what was typed was not taken. */
  refusal = $state.raw<Refusal | null>(null);
  #asked = 0;
  readonly #page: Pick<FlagPage, 'edits'>;
  readonly #client: Pick<Client, 'keptOut' | 'edit'>;

  constructor(page: Pick<FlagPage, 'edits'>, client: Pick<Client, 'keptOut' | 'edit'>) {
    this.#page = page;
    this.#client = client;
  }

  /** Those that are told until now. */
  readonly parcels: readonly KeptOutParcel[] = $derived.by(() => {
    // Problems of a parcel stand one after another.
    const parcels: { key: Key; id: string; problems: Problem[] }[] = [];
    for (const problem of this.#problems) {
      const last = parcels.at(-1);
      if (last?.key === problem.key) last.problems.push(problem);
      else parcels.push({ key: problem.key, id: problem.id, problems: [problem] });
    }
    return parcels.map((parcel) => ({ ...parcel, fields: faultyFields(parcel.problems) }));
  });

  get hasMore(): boolean {
    return this.#problems.length < (this.total ?? 0);
  }

  /** Unfolded or folded; what is not told yet is asked for. */
  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (isOpen && this.total === null) void this.#ask([]);
  }

  more(): Promise<void> {
    return this.#ask(this.#problems);
  }

  /** The land is another: as many as were told are told again. */
  async again(): Promise<void> {
    if (!this.isOpen) this.clear();
    else await this.#ask([], Math.max(AT_ONCE, this.#problems.length));
  }

  take(key: Key | null): void {
    this.inHand = key;
    this.refusal = null;
  }

  /** A field typed anew, as one step that can be undone; null takes it away. True once it is done. */
  async set(key: Key, field: string, value: unknown): Promise<boolean> {
    this.refusal = null;
    const edit = await this.#client
      .edit({ intent: { do: 'fields', table: 'parcel', keys: [key], fields: { [field]: value } } })
      .catch(() => null);
    const done = edit?.ok ? await this.#page.edits.change(edit.value.change) : edit;
    if (done && !done.ok) this.refusal = done.refusal;
    return done?.ok ?? false;
  }

  clear(): void {
    this.#asked++;
    this.failed = false;
    this.inHand = this.refusal = this.total = null;
    this.#problems = [];
  }

  async #ask(known: readonly Problem[], count = AT_ONCE): Promise<void> {
    const asked = ++this.#asked;
    this.failed = false;
    const view = await this.#client.keptOut({ from: known.length, count }).catch(() => null);
    if (asked !== this.#asked) return;
    this.failed = view === null;
    if (!view) return;
    this.#problems = [...known, ...view.problems];
    this.total = view.total;
  }
}
