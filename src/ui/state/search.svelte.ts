import { fold } from '../../domain/land/parcel-columns.ts';
import { parcelsFound } from '../../domain/land/parcel-search.ts';
import { STATES_OF_USE, type StateOfUse } from '../../domain/land/states-of-use.ts';
import type { ParkLine } from '../../city/view.ts';
import {
  isLandFilter,
  landFilters,
  parcelCount,
  parcelMatcher,
  parkFilters,
  parkMatches,
  parkText,
  type Filter,
} from '../search/filters.ts';
import { labelsFrom } from '../../texts/labels.ts';
import type { OpenProject } from './project.svelte.ts';

const byName = new Intl.Collator('zh-Hans-CN');
const none = new Uint32Array(0);

/** More parcels than this are seen as land. */
const FEW = 500;

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
      .sort((a, b) => byName.compare(a.name ?? a.id, b.name ?? b.id))
      .map((line) => ({ line, text: parkText(line, labelsFrom(this.#open.policy)) })),
  );
  /** Those whose boundary is known: the map can go there. */
  readonly #townships = $derived.by(() =>
    (this.#open.project?.townships ?? []).flatMap(({ name, bounds }) => (bounds ? [{ name, bounds }] : [])),
  );

  /** True when the list is one of parcels: a surveyor's file, or a filter on the state of land. */
  readonly listsParcels = $derived(this.#parks.length === 0 || isLandFilter(this.filter));

  readonly parks: readonly ParkLine[] = $derived.by(() => {
    const filter = this.filter;
    if (isLandFilter(filter)) return [];
    return this.#parks
      .filter(({ line, text }) => (filter === 'all' || parkMatches(line, filter)) && text.includes(this.#words))
      .map(({ line }) => line);
  });

  /** Rows of the parcels listed. */
  readonly parcels: Uint32Array = $derived.by(() => {
    const filter = this.filter;
    const columns = this.#open.project?.parcels;
    if (!columns || (!this.listsParcels && !this.#words)) return none;
    const rows = parcelsFound(columns, this.#words);
    return isLandFilter(filter) ? rows.filter(parcelMatcher(columns, filter)) : rows;
  });

  readonly townships = $derived(this.#words ? this.#townships.filter((t) => fold(t.name).includes(this.#words)) : []);

  /** Ids of the parks the map shows; null for all. Before a filter on land they step back. */
  readonly visible: readonly string[] | null = $derived(
    this.#words || this.filter !== 'all' ? this.parks.map(({ id }) => id) : null,
  );

  /** The one state of use the map shows; null for all. */
  readonly status: StateOfUse | null = $derived(STATES_OF_USE.find((state) => state === this.filter) ?? null);

  /**
   * Rows of the parcels listed, for the map to make out; null: none. Those of a filter, and the few of a surveyor's file:
   * kilometres apart they would not be seen at all.
   */
  readonly listed: Uint32Array | null = $derived(
    isLandFilter(this.filter) || (this.listsParcels && this.parcels.length <= FEW) ? this.parcels : null,
  );

  /** The filters that would leave something, with how much. */
  readonly filters: readonly { readonly filter: Filter; readonly count: number }[] = $derived.by(() => {
    const parks = this.#parks;
    const columns = this.#open.project?.parcels;
    const all = { filter: 'all' as Filter, count: parks.length || (columns?.size ?? 0) };
    return [
      all,
      ...parkFilters.map((filter) => ({ filter, count: parks.filter(({ line }) => parkMatches(line, filter)).length })),
      ...landFilters.map((filter) => ({
        filter,
        count: columns ? parcelCount(columns, filter) : 0,
      })),
    ].filter(({ count, filter }) => count > 0 || filter === 'all');
  });

  reset() {
    this.text = '';
    this.filter = 'all';
  }
}
