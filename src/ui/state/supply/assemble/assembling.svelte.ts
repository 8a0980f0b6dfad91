import type { Answer } from '../../../../city/calls.ts';
import type { Client } from '../../../../client/client.ts';
import type { Refusal } from '../../../../domain/outcome.ts';
import { rowOf, rowOfKey, textAt } from '../../../../domain/land/parcel-columns.ts';
import { isAbort, type OpenProject } from '../../project.svelte.ts';
import type { Choices } from '../choices.svelte.ts';
import { badgesApart, siteKeys, type ParksOnMap, type ParkToDraw } from '../parks-on-map.ts';

type Value<C extends 'candidates' | 'townshipParks'> =
  Extract<NonNullable<Answer<C>>, { readonly ok: true }> extends { readonly value: infer V } ? NonNullable<V> : never;
export type CandidatesView = Value<'candidates'>;
export type CandidateTownship = CandidatesView['townships'][number];
export type TownshipParksView = Value<'townshipParks'>;
export type CandidatePark = TownshipParksView['parks'][number];

interface AssemblingPage {
  readonly open: Pick<OpenProject, 'project'>;
}

/** A park by its parcels: it is the same whatever its place in a list. */
export const parkName = ({ parcels }: { readonly parcels: readonly { readonly id: string }[] }): string =>
  JSON.stringify(parcels.map(({ id }) => id).sort());

/** 组合: the townships parks can be made in, the best parks of the one in hand, and the park of these that is looked at. */
export class Assembling implements ParksOnMap {
  /** Null until the worker has told. */
  view = $state.raw<CandidatesView | null>(null);
  parks = $state.raw<TownshipParksView | null>(null);
  /** Why what is asked cannot be told: what was decided names land that is none. */
  refusal = $state.raw<Refusal | null>(null);
  failed = $state(false);
  /** The parks of the township are sought. */
  seeking = $state(false);
  /** Ids of what is in hand. */
  #townshipId = $state<string | null>(null);
  #chosen = $state<string | null>(null);
  #hovered = $state<string | null>(null);
  #asked = 0;
  #sought = 0;
  readonly #page: AssemblingPage;
  readonly #choices: Choices;
  readonly #client: Pick<Client, 'candidates' | 'townshipParks'>;

  constructor(page: AssemblingPage, choices: Choices, client: Pick<Client, 'candidates' | 'townshipParks'>) {
    this.#page = page;
    this.#choices = choices;
    this.#client = client;
  }

  readonly township: CandidateTownship | null = $derived.by(
    () => this.view?.townships.find(({ id }) => id === this.#townshipId) ?? null,
  );
  /** The park that is looked at; the best one where none was chosen. */
  readonly chosen: CandidatePark | null = $derived.by(() => {
    const parks = this.parks?.parks ?? [];
    return parks.find((park) => parkName(park) === this.#chosen) ?? parks[0] ?? null;
  });

  readonly parksToDraw: readonly ParkToDraw[] = $derived.by(() => {
    const parks = this.parks?.parks ?? [];
    const sites = badgesApart(parks.map(siteKeys));
    return parks.map((park, n) => ({
      id: parkName(park),
      label: String(n + 1),
      isChosen: park === this.chosen,
      isLocked: park.isLocked,
      sites: sites[n],
    }));
  });

  /** Candidates of the township in hand, or all of them, as rows of the project's parcels. */
  readonly parcelRows: Uint32Array | null = $derived.by(() => {
    const { view, township } = this;
    const columns = this.#page.open.project?.parcels;
    if (!view || !columns) return null;
    const place = township ? view.townships.indexOf(township) : -1;
    const keys = view.keys.filter((_, n) => place < 0 || view.townshipOf[n] === place);
    return keys.map((key) => rowOfKey(columns, key)).filter((row) => row < columns.size);
  });

  /** As an address names the one in hand, before it is known which it is. */
  get townshipId(): string | null {
    return this.#townshipId;
  }

  get hovered(): string | null {
    return this.#hovered;
  }

  hover(id: string | null): void {
    this.#hovered = id;
  }

  pick(id: string): void {
    this.#chosen = id;
  }

  /** Where a parcel is a candidate; null where it is none. */
  townshipOf(parcelId: string): CandidateTownship | null {
    const { view } = this;
    const columns = this.#page.open.project?.parcels;
    if (!view || !columns) return null;
    const at = view.keys.findIndex((key) => textAt(columns.ids, rowOfKey(columns, key)) === parcelId);
    return at < 0 ? null : view.townships[view.townshipOf[at]];
  }

  /** Area of parcels, m², as far as it is known. */
  areaOf(ids: readonly string[]): number {
    const { parcels } = this.#page.open.project ?? {};
    const areas = ids.map((id) => (parcels ? parcels.areaM2[rowOf(parcels.ids, id)] : NaN));
    return areas.reduce((sum, areaM2) => sum + (areaM2 > 0 ? areaM2 : 0), 0);
  }

  /** Its parks are sought; null: none is in hand. */
  choose(id: string | null): void {
    if (id === this.#townshipId) return;
    this.#townshipId = id;
    this.#chosen = this.#hovered = this.parks = null;
    void this.#seek();
  }

  /** All there is now, by what is decided now. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    this.failed = false;
    const told = await this.#client.candidates({ asked: this.#choices.asked }).catch((error: unknown) => {
      if (!isAbort(error)) this.failed = true;
      return null;
    });
    if (asked !== this.#asked || !told) return;
    this.refusal = told.ok ? null : told.refusal;
    this.view = told.ok ? told.value : null;
    if (!this.township) this.#townshipId = this.parks = null;
    const [only, ...others] = this.view?.townships ?? [];
    if (only && others.length === 0) this.#townshipId = only.id;
    await this.#seek();
  }

  async #seek(): Promise<void> {
    const sought = ++this.#sought;
    const township = this.#townshipId;
    this.seeking = township !== null && this.view !== null;
    if (township === null || !this.view) return;
    const told = await this.#client.townshipParks({ asked: this.#choices.asked, township }).catch(() => null);
    if (sought !== this.#sought) return;
    this.seeking = false;
    if (told?.ok) this.parks = told.value;
    else if (told) this.refusal = told.refusal;
  }

  /** Other land is open. */
  clear(): void {
    this.#asked++;
    this.#sought++;
    this.view = this.parks = this.refusal = null;
    this.#townshipId = this.#chosen = this.#hovered = null;
    this.seeking = this.failed = false;
  }
}
