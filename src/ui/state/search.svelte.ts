import type { ParcelView, ParkView } from '../../client/view.ts';
import {
  fold,
  idsOfParcels,
  isLandFilter,
  landFilters,
  parcelMatches,
  parcelText,
  parkFilters,
  parkMatches,
  parkText,
  townshipsOf,
  type Filter,
} from './matching.ts';
import type { OpenProject } from './project.svelte.ts';

/** Search words and filter, and what they leave of the open project. The map shows the same parks as the list. */
export class Search {
  text = $state('');
  filter = $state<Filter>('all');
  readonly #open: OpenProject;

  constructor(open: OpenProject) {
    this.#open = open;
  }

  readonly #words = $derived(fold(this.text));
  readonly #parks = $derived.by(() =>
    [...(this.#open.project?.parks ?? [])]
      .sort((a, b) => (a.park.name ?? a.park.id).localeCompare(b.park.name ?? b.park.id, 'zh-Hans-CN'))
      .map((view) => ({ view, text: parkText(view) })),
  );
  readonly #parcels = $derived.by(() =>
    (this.#open.project?.parcels ?? []).map((view) => ({ view, text: parcelText(view) })),
  );
  readonly #townships = $derived.by(() => {
    const project = this.#open.project;
    return project ? townshipsOf(project) : [];
  });

  /** True when the list is one of parcels: a surveyor's file, or a filter on the state of land. */
  readonly listsParcels = $derived(this.#parks.length === 0 || isLandFilter(this.filter));

  readonly parks: readonly ParkView[] = $derived.by(() => {
    const filter = this.filter;
    if (isLandFilter(filter)) return [];
    return this.#parks
      .filter(({ view, text }) => (filter === 'all' || parkMatches(view, filter)) && text.includes(this.#words))
      .map(({ view }) => view);
  });

  readonly parcels: readonly ParcelView[] = $derived.by(() => {
    const filter = this.filter;
    if (!this.listsParcels && !this.#words) return [];
    return this.#parcels
      .filter(({ view, text }) => (!isLandFilter(filter) || parcelMatches(view, filter)) && text.includes(this.#words))
      .map(({ view }) => view);
  });

  readonly townships = $derived(this.#words ? this.#townships.filter((t) => fold(t.name).includes(this.#words)) : []);

  /** Ids of the parks the map shows; null for all. */
  readonly visible: readonly string[] | null = $derived(
    this.#words || (this.filter !== 'all' && !isLandFilter(this.filter))
      ? this.parks.map((view) => view.park.id)
      : null,
  );

  /** Ids of the parcels the list holds because of a filter, for the map to make out; null: none. */
  readonly listed: ReadonlySet<string> | null = $derived.by(() =>
    isLandFilter(this.filter) ? idsOfParcels(this.parcels) : null,
  );

  /** The filters that would leave something, with how much. */
  readonly filters: readonly { readonly filter: Filter; readonly count: number }[] = $derived.by(() => {
    const parks = this.#parks;
    const parcels = this.#parcels;
    const all = { filter: 'all' as Filter, count: parks.length || parcels.length };
    return [
      all,
      ...parkFilters.map((filter) => ({ filter, count: parks.filter(({ view }) => parkMatches(view, filter)).length })),
      ...landFilters.map((filter) => ({
        filter,
        count: parcels.filter(({ view }) => parcelMatches(view, filter)).length,
      })),
    ].filter(({ count, filter }) => count > 0 || filter === 'all');
  });

  reset() {
    this.text = '';
    this.filter = 'all';
  }
}
