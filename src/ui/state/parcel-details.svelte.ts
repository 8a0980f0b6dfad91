import { keyAt, rowOf } from '../../domain/land/parcel-columns.ts';
import type { Key } from '../../domain/land/change.ts';
import type { ParcelView } from '../../city/view.ts';
import type { OpenProject } from './project.svelte.ts';
import type { Prepared } from './shown-project.svelte.ts';

/** The parcel whose card is open: asked for when it is chosen, because the page holds no more of each than a list needs. */
export class ParcelDetails {
  view = $state.raw<ParcelView | null>(null);
  readonly #open: OpenProject;
  #asked = 0;
  /** What is to be gone to once it is told of. */
  #toGo: string | null = null;

  constructor(open: OpenProject) {
    this.#open = open;
    open.followers.push(() => this.#prepare());
  }

  /** Row of a parcel of the open project by its id; −1 without one. */
  row(id: string): number {
    const columns = this.#open.project?.parcels;
    return columns ? rowOf(columns.ids, id) : -1;
  }

  #key(row: number): Key {
    return keyAt(this.#open.project!.parcels, row);
  }

  rows(ids: Iterable<string>): Uint32Array {
    return Uint32Array.from([...ids].map((id) => this.row(id)).filter((row) => row >= 0));
  }

  /**
   * Whether it is to be gone to: so too where that was asked before, as by Enter on a line that the keys rest on a moment later.
   * Null where there is no such parcel, or something else was asked for meanwhile.
   */
  async load(id: string, fly: boolean): Promise<{ readonly fly: boolean } | null> {
    const turn = ++this.#asked;
    const row = this.row(id);
    this.#toGo = row >= 0 && (fly || this.#toGo === id) ? id : null;
    if (row < 0) return null;
    const view = await this.#open.parcel(this.#key(row));
    if (turn !== this.#asked) return null;
    const told = { fly: this.#toGo === id };
    this.#toGo = null;
    if (!view) return null;
    this.view = view;
    return told;
  }

  /** What is on its way is no longer wanted. */
  leave(): void {
    this.#asked++;
    this.#toGo = null;
  }

  /** Judged anew or changed, the parcel is told of anew; it may be gone. */
  async #prepare(): Promise<Prepared> {
    const { view } = this;
    if (!view) return () => undefined;
    const anew = await this.#open.parcel(view.facts.key);
    return () => {
      if (this.view === view) this.view = anew;
    };
  }

  async boundsOf(ids: Iterable<string>): Promise<number[]> {
    const views = await Promise.all(Array.from(this.rows(ids), (row) => this.#open.parcel(this.#key(row))));
    return views.flatMap((view) => view?.bounds ?? []);
  }
}
