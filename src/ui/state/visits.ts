import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { ParcelView, ParkLine } from '../../city/view.ts';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import {
  formatAddress,
  parseAddress,
  type Address,
  type MapView,
  type SupplyStep,
  type Workspace,
} from '../address/address.ts';
import type { MapMover } from './map-mover.ts';
import type { PolicyDesk } from './policy-desk.svelte.ts';
import { isFilter } from '../search/filters.ts';
import type { OpenProject, Source } from './project.svelte.ts';
import type { Search } from './search.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { MassView } from './sketch/mass/mass-view.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { Assembling } from './supply/assemble/assembling.svelte.ts';
import type { FlagList } from './supply/screen/flag-list.svelte.ts';
import type { Trial } from './trial.svelte.ts';

/** What was opened: the files with what was said of them; the sample city is none. */
export type Opening = { readonly source: Source; readonly precision: VertexPrecision | null } | null;

/** What of the page a step of the history holds, and how the page gets back to it. */
export interface VisitedPage {
  workspace: Workspace;
  place: MapView | null;
  readonly selection: Selection;
  readonly settings: Settings;
  readonly open: OpenProject;
  readonly desk: PolicyDesk;
  readonly trial: Trial;
  readonly supply: {
    step: SupplyStep;
    readonly flags: Pick<FlagList, 'said' | 'restore'>;
    readonly assembling: Pick<Assembling, 'townshipId' | 'choose'>;
  };
  readonly search: Search;
  readonly mass: Pick<MassView, 'arrive'>;
  readonly map: MapMover | null;
  readonly park: ParkLine | null;
  readonly parcel: ParcelView | null;
  readonly files: { reopen(opening: Opening): Promise<boolean> };
  showSelected(place: MapView | null): Promise<void>;
  restoreDay(date: string | null): Promise<void>;
}

const holds = ([west, south, east, north]: Bounds, { lon, lat }: MapView) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/**
 * The steps of the browser's history. Each has an address, which can be sent to someone, and the project it was in, which
 * stays in this page's memory: back and forward read it again. Nothing of a file is written into the history itself.
 */
export class Visits {
  readonly #page: VisitedPage;
  readonly #openings = new Map<string, Opening>();
  /** Steps of an earlier life of this page name openings that are gone. */
  readonly #life = crypto.randomUUID();
  #opening = this.#keep(null);
  /** On the way to another project; meanwhile the address is already its own. */
  #arriving = false;
  #arrivals = 0;
  /** The day of an address that is still to be judged by: meanwhile a move of the map must not write it away. */
  #day: { readonly date: string | null } | null = null;

  /** What an address says of the law, until law and land are there to show it. */
  #toShow: Pick<Address, 'trial' | 'clauseOf'> = {};

  constructor(page: VisitedPage) {
    this.#page = page;
    history.replaceState({ opening: this.#opening }, '');
    window.addEventListener('popstate', ({ state }) => void this.#arrive(state));
  }

  #keep(opening: Opening): string {
    const id = `${this.#life} ${this.#openings.size}`;
    this.#openings.set(id, opening);
    return id;
  }

  /** Another project is a step of its own, with nothing selected in it yet. */
  opened(opening: Opening): void {
    this.#toShow = {};
    if (this.#arriving) return;
    this.#opening = this.#keep(opening);
    history.pushState({ opening: this.#opening }, '', this.#hash());
  }

  write(how: 'push' | 'replace'): void {
    const hash = this.#hash();
    if (this.#arriving || hash === location.hash) return;
    const state = { opening: this.#opening };
    if (how === 'push') history.pushState(state, '', hash);
    else history.replaceState(state, '', hash);
  }

  #hash(): string {
    const { selection, settings, open, workspace, search, place, supply } = this.#page;
    return formatAddress({
      place: place ?? undefined,
      parkId: selection.parkId ?? undefined,
      parcelId: selection.parcelId ?? undefined,
      language: settings.language,
      date: (this.#day?.date === open.asked ? open.asked : open.date) ?? undefined,
      ...(search.text && { query: search.text }),
      ...(search.filter !== 'all' && { filter: search.filter }),
      ...(workspace !== 'public' && { workspace }),
      ...(workspace === 'policy' && this.#law()),
      ...(workspace === 'supply' && (supply.step === 'screen' ? { rows: supply.flags.said } : { step: supply.step })),
      ...(workspace === 'supply' &&
        supply.step === 'assemble' && { township: supply.assembling.townshipId ?? undefined }),
      clauseOf: selection.clause?.rule ?? this.#toShow.clauseOf,
    });
  }

  /** What of the law is read, and tried. */
  #law(): Pick<Address, 'ruleId' | 'view' | 'trial'> {
    const { desk, trial } = this.#page;
    const { ruleId, view } = desk;
    if (ruleId === null) return {};
    const { parameter, value } = trial;
    const tried = view === 'trial' && parameter?.rule === ruleId && value !== parameter.value;
    return {
      ruleId,
      ...(view !== 'rule' && { view }),
      trial: tried ? { parameter: parameter.id, value } : this.#toShow.trial,
    };
  }

  async #arrive(state: unknown): Promise<void> {
    const address = parseAddress(location.hash);
    const id = (state as { opening?: string } | null)?.opening ?? this.#opening;
    const opening = this.#openings.get(id);
    const arrival = ++this.#arrivals;
    if (id !== this.#opening && opening !== undefined) {
      this.#arriving = true;
      const done = await this.#page.files.reopen(opening);
      // Gone on meanwhile: what counts is the step arrived at last.
      if (arrival !== this.#arrivals) return;
      this.#arriving = false;
      if (!done) return;
      this.#opening = id;
    } else if (this.#arriving) {
      this.#arriving = false;
      this.#page.open.cancel();
    }
    this.restore(address);
    if (this.#page.open.project) await this.#page.showSelected(address.place ?? null);
  }

  /** Takes over what an address says; where the map goes is told by `look`. */
  restore(address: Address): void {
    const page = this.#page;
    page.selection.parcel(address.parcelId ?? null, address.parkId ?? null);
    if (address.language) page.settings.language = address.language;
    if ((address.date ?? null) !== page.open.asked) void this.#judgeOn(address.date ?? null);
    page.search.text = address.query ?? '';
    page.search.filter = isFilter(address.filter) ? address.filter : 'all';
    page.workspace = address.workspace ?? 'public';
    if (address.workspace === 'supply') {
      page.supply.step = address.step ?? 'screen';
      if (page.supply.step === 'screen') page.supply.flags.restore(address.rows ?? {});
      if (page.supply.step === 'assemble') page.supply.assembling.choose(address.township ?? null);
    }
    if (address.ruleId !== (page.desk.ruleId ?? undefined)) page.desk.choose(address.ruleId ?? null);
    page.desk.view = address.view ?? 'rule';
    this.#toShow = { trial: address.trial, clauseOf: address.clauseOf };
    if (page.open.project) this.showLaw();
    if (address.place) {
      page.place = address.place;
      page.mass.arrive(address.place);
    }
  }

  /** Opens the words of the law an address names, and tries the figure it tries, once both can be. */
  showLaw(): void {
    const { open, trial, selection } = this.#page;
    const { trial: tried, clauseOf } = this.#toShow;
    if (!open.project || !open.policy) return;
    this.#toShow = {};
    const parameter = open.policy.parameters.find(({ id }) => id === tried?.parameter);
    if (tried && parameter) {
      trial.choose(parameter);
      trial.move(tried.value);
    }
    const rule = open.policy.rules.find(({ id }) => id === clauseOf);
    if (rule) selection.clause = { rule: rule.id, clause: rule.clause, phrase: rule.phrase, strength: rule.strength };
  }

  async #judgeOn(date: string | null): Promise<void> {
    const day = (this.#day = { date });
    await this.#page.restoreDay(date);
    if (this.#day !== day) return;
    this.#day = null;
    // A day no policy is for stands in the address no longer.
    this.write('replace');
  }

  /** The map goes to the place an address names, if the project is there; and to what is selected, if it is not seen then. */
  look(place: MapView | null): void {
    const { map, open, park, parcel } = this.#page;
    const { project } = open;
    if (!map || !project) return;
    const there = place !== null && holds(project.bounds, place);
    const selected = parcel?.bounds ?? park?.bounds ?? null;
    if (there) map.jumpTo(place);
    if (selected && !(there && map.shows(selected))) map.flyTo(selected, parcel ? 17 : undefined);
    else if (!there && !selected) map.flyTo(project.bounds, project.sample ? undefined : 18);
  }
}
