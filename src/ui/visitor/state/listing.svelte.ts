import type { Published } from '../../../client/published.ts';
import type { FirstFile, SearchFile } from '../../../publish/shape/published.ts';
import { facetValues, passes, toggled, type Chosen, type Facet, type FacetValues } from '../rows/facets.ts';
import type { Place } from './place.svelte.ts';

/** Which parks are listed and in which order: by what is searched for and filtered, nearest first where a place is known. */
export class Listing {
  text = $state('');
  /** So many rows are made: of a list that is left and come back to no less. */
  made = $state(0);
  chosen = $state.raw<Chosen>({});
  readonly values: FacetValues;
  readonly #byName: readonly number[];
  #more = $state.raw<SearchFile | null>(null);
  /** Fetched once someone searches, or before, when there is nothing else to do. */
  #search = $state.raw<typeof import('../rows/search.ts') | null>(null);
  readonly #finder = $derived.by(() => this.#search && new this.#search.Finder(this.first, this.#more));
  readonly #words = $derived(this.#search?.wordsOf(this.text) ?? []);
  /** Rows in which what is searched for is found, with how well; null where nothing is searched for. */
  readonly #exact = $derived(this.#finder && this.#words.length > 0 ? this.#finder.parks(this.#words) : null);
  /** The same; where there is none, those it may have been meant for. */
  readonly #found = $derived(this.#exact?.size === 0 ? this.#finder!.near(this.#words) : this.#exact);
  /** Rows the search leaves, whatever is filtered: counts of the filters are of these. */
  readonly searched = $derived.by(() => (this.#found ? [...this.#found.keys()] : this.#byName));
  readonly rows = $derived.by((): readonly number[] => {
    const left = this.#byName.filter(
      (row) => (!this.#found || this.#found.has(row)) && passes(this.values, this.chosen, row),
    );
    const { told, from, order } = this.place;
    const rank = (row: number) => this.#found?.get(row) ?? 0;
    const off = (row: number) => order[row] ?? Infinity;
    if (this.#found && !told) return left.sort((a, b) => rank(a) - rank(b));
    return from ? left.sort((a, b) => off(a) - off(b)) : left;
  });
  /** Whether what is listed was not found as it was typed. */
  readonly isLike = $derived(this.#exact?.size === 0 && this.rows.length > 0);
  /** Townships the search names. */
  readonly townships = $derived(this.#finder && this.#words.length > 0 ? this.#finder.townships(this.#words) : []);
  readonly chosenCount = $derived(Object.values(this.chosen).reduce((sum, values) => sum + values.length, 0));

  constructor(
    private readonly first: FirstFile,
    private readonly published: Pick<Published, 'search'>,
    private readonly place: Place,
  ) {
    this.values = facetValues(first);
    const { compare } = new Intl.Collator('zh-Hans-CN');
    const { name } = first.parks;
    this.#byName = name.map((_, row) => row).sort((a, b) => compare(name[a], name[b]));
  }

  /** The words of pinyin and the addresses, once someone begins to type; without them the rest is searched. */
  async wantMore() {
    void this.wantFinder();
    if (this.#more) return;
    const read = await this.published.search();
    if (read.ok) this.#more = read.value;
  }

  async wantFinder() {
    this.#search ??= await import('../rows/search.ts').catch(() => null);
  }

  toggle(facet: Facet, value: string) {
    this.chosen = toggled(this.chosen, facet, value);
  }

  clear() {
    this.chosen = {};
  }
}
