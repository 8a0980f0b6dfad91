import type { FlipsView, ScreenView } from '../../../../city/screening/screen-view.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { Client } from '../../../../client/client.ts';
import { isAbort } from '../../project.svelte.ts';
import { flippingKeys, type Flip } from './flips.ts';
import { changesOf, nothingTried, stillTried, withTried, type TriedFigures } from './tried-figures.ts';

type Asked = Pick<Client, 'screen' | 'flips'>;

/** 认定 in all: rates, classes by district, thresholds; and what other thresholds would flip. The pack stays as it is. */
export class Screening {
  /** Null until the worker has told. */
  view = $state.raw<ScreenView | null>(null);
  /** Values that are tried, by the id of the figure. */
  tried = $state.raw<TriedFigures>(nothingTried);
  flips = $state.raw<FlipsView | null>(null);
  /** What is tried has no answer yet. */
  trying = $state(false);
  /** Of what would flip the part that is looked at in the table and on the map. */
  looked = $state.raw<Flip | null>(null);
  /** Its parcels. */
  readonly lookedKeys: ReadonlySet<Key> | null = $derived.by(() =>
    this.flips && this.looked ? flippingKeys(this.flips, this.looked) : null,
  );
  #asked = 0;
  #tries = 0;
  readonly #client: Asked;

  constructor(client: Asked) {
    this.#client = client;
  }

  async ask(): Promise<void> {
    const asked = ++this.#asked;
    const view = await this.#client.screen({ count: 0 }).catch(() => null);
    if (asked !== this.#asked || !view) return;
    this.view = view;
    this.tried = stillTried(this.tried, (id) => view.thresholds.some((own) => own.id === id));
    await this.#try();
  }

  /** Null takes it back to the value of the pack. */
  async try(id: string, value: number | null): Promise<void> {
    this.looked = null;
    const own = this.view?.thresholds.find((threshold) => threshold.id === id);
    this.tried = withTried(this.tried, id, value === own?.value ? null : value);
    await this.#try();
  }

  async reset(): Promise<void> {
    this.tried = nothingTried;
    await this.#try();
  }

  async #try(): Promise<void> {
    const own = ++this.#tries;
    if (this.tried.size === 0) {
      this.flips = this.looked = null;
      this.trying = false;
      return;
    }
    this.trying = true;
    const changes = changesOf(this.tried);
    const flips = await this.#client.flips({ changes }).catch((error: unknown) => {
      if (!isAbort(error)) this.flips = null;
      return null;
    });
    if (own !== this.#tries) return;
    this.trying = false;
    if (flips) this.flips = flips;
  }

  clear(): void {
    // What is still asked is of land that is closed.
    this.#asked++;
    this.#tries++;
    this.trying = false;
    this.view = null;
    this.flips = this.looked = null;
    this.tried = nothingTried;
  }
}
