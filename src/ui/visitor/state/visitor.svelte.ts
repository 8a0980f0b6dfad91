import type { Position } from 'geojson';
import { createContext } from 'svelte';
import type { Published } from '../../../client/published.ts';
import type { FirstFile } from '../../../publish/shape/published.ts';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Facet } from '../rows/facets.ts';
import { formatVisitorAddress, MOST_COMPARED, parseVisitorAddress, type View } from './address.ts';
import { Card } from './card.svelte.ts';
import { Listing } from './listing.svelte.ts';
import type { Offline } from './offline.svelte.ts';
import { Place } from './place.svelte.ts';
import type { VisitorSettings } from './settings.svelte.ts';

/** The page of a visitor: what is shown, and the address that says so. */
export class Visitor {
  readonly place: Place;
  readonly listing: Listing;
  readonly card: Card;
  view = $state<View>('list');
  /** A park the address named that is not on the map. */
  unknown = $state<string | null>(null);
  /** Row of the park whose card lies open. */
  row = $state<number | null>(null);
  /** Row of the park a walk over the map stands at. */
  walked = $state<number | null>(null);
  /** What the map shows; null as long as there is none. */
  inView = $state.raw<Bounds | null>(null);
  /** While the page is made ready for paper: nothing is folded or left for later. */
  printing = $state(false);
  /** Network, newer data, what is kept: looked after once list and map are there. */
  offline = $state.raw<Offline | null>(null);
  /** A place that is to be seen on the map, of land that was chosen. */
  shownAt = $state.raw<Position | null>(null);
  /** Rows, in the order they were chosen. */
  compared = $state.raw<readonly number[]>([]);
  /** Said to who listens to the page, by its one live region. */
  said = $state('');
  /** The page is shown in a frame of another: less stands around it. */
  readonly embedded: boolean;

  constructor(
    readonly first: FirstFile,
    readonly published: Published,
    readonly settings: VisitorSettings,
    private readonly page: Pick<Window, 'location' | 'history'> = window,
  ) {
    this.place = new Place(first);
    this.listing = new Listing(first, published, this.place);
    this.card = new Card(published);
    this.embedded = new URLSearchParams(page.location.search).has('embed');
    this.read();
  }

  get texts() {
    return this.settings.texts;
  }

  get title(): string {
    return this.first.title[this.settings.language];
  }

  slugOf = (row: number): string => this.first.parks.slug[row];

  /** Its name in the language of the page, the Chinese one where there is no other. */
  nameOf(row: number): string {
    const { name, nameEn } = this.first.parks;
    return (this.settings.language === 'en' && nameEn[row]) || name[row];
  }

  /** One sentence of it, from what the list knows. */
  sentenceOf(row: number): string {
    const { parks, townships, industries } = this.first;
    const { language } = this.settings;
    return this.texts.sentence({
      township: townships[parks.townships[row][0]]?.name[language] ?? '',
      type: parks.type[row],
      stage: parks.stage[row],
      industries: parks.industries[row].map((industry) => industries[industry][language]),
      sites: parks.sites[row],
    });
  }

  /** `lang` of a name: Chinese in an English page is said so. */
  nameLanguage(row: number): string | undefined {
    return this.settings.language === 'en' && !this.first.parks.nameEn[row] ? 'zh-Hans-CN' : undefined;
  }

  /** Takes what the address says: at first, and when someone goes back. */
  read() {
    const address = parseVisitorAddress(this.#hash());
    const rows = (slugs: readonly string[]) =>
      slugs.map((slug) => this.first.parks.slug.indexOf(slug)).filter((row) => row >= 0);
    this.row = rows(address.park ? [address.park] : [])[0] ?? null;
    this.unknown = this.row === null ? address.park : null;
    if (this.row !== null) void this.card.want(this.slugOf(this.row));
    this.view = address.view;
    this.listing.text = address.query;
    this.listing.chosen = address.chosen;
    this.compared = rows(address.compared);
    const township = this.first.townships.findIndex(({ code }) => code === address.township);
    if (township >= 0 ? township !== this.place.township : this.place.township !== null)
      this.place.choose(township >= 0 ? township : null);
    if (address.query) void this.listing.wantMore();
  }

  /** That of the address. A park in the query `?park=` is one whose link was written by hand: it is taken into the hash. */
  #hash(): string {
    const { pathname, search, hash } = this.page.location;
    const query = new URLSearchParams(search);
    const park = query.get('park');
    if (park === null) return hash;
    query.delete('park');
    const own = new URLSearchParams(hash.slice(1));
    if (!own.has('park')) own.set('park', park);
    this.page.history.replaceState(null, '', `${pathname}${queryText(query)}#${own.toString()}`);
    return this.page.location.hash;
  }

  /** Writes the address; a step that was chosen can be gone back from, typing cannot. */
  write(how: 'push' | 'replace') {
    const { township } = this.place;
    const hash = formatVisitorAddress({
      park: this.row === null ? null : this.slugOf(this.row),
      view: this.view,
      township: township === null ? null : this.first.townships[township].code,
      chosen: this.listing.chosen,
      query: this.listing.text,
      compared: this.compared.map(this.slugOf),
    });
    if (hash === this.page.location.hash) return;
    this.unknown = null;
    const address = this.page.location.pathname + this.page.location.search + hash;
    this.page.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  }

  open(row: number | null) {
    if (row !== null) void this.card.want(this.slugOf(row));
    this.row = row;
    this.walked = null;
    this.write('push');
  }

  show(view: View) {
    this.view = view;
    this.row = null;
    this.shownAt = null;
    this.write('push');
  }

  search(text: string) {
    void this.listing.wantMore();
    this.listing.text = text;
    this.#toList();
    this.write('replace');
  }

  toggle(facet: Facet, value: string) {
    this.listing.toggle(facet, value);
    this.#toList();
    this.write('push');
  }

  clearFilters() {
    this.listing.clear();
    this.write('push');
  }

  chooseTownship(row: number | null) {
    this.place.choose(row);
    this.write('push');
  }

  async locate() {
    if (await this.place.locate()) this.write('replace');
  }

  toggleCompared(row: number) {
    const has = this.compared.includes(row);
    if (!has && this.compared.length >= MOST_COMPARED) return;
    this.compared = has ? this.compared.filter((own) => own !== row) : [...this.compared, row];
    this.write('replace');
  }

  async toggleLanguage() {
    if (!(await this.settings.toggleLanguage())) return void (this.said = this.texts.unread.unreachable);
    const query = new URLSearchParams(this.page.location.search);
    if (this.settings.language === 'en') query.set('lang', 'en');
    else query.delete('lang');
    const { pathname, hash } = this.page.location;
    this.page.history.replaceState(null, '', pathname + queryText(query) + hash);
  }

  /** What is searched and filtered is seen in the list or the table, so anything in front of it gives way. */
  #toList() {
    this.row = null;
    if (this.view !== 'table') this.view = 'list';
  }
}

/** `embed=` is written `embed`, as it is asked for. */
function queryText(query: URLSearchParams): string {
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return text && `?${text}`;
}

export const [useVisitor, provideVisitor] = createContext<Visitor>();
