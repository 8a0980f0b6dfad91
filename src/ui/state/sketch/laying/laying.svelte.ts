import type { SketchView } from '../../../../city/sketching/sketch-view.ts';
import type { Client } from '../../../../client/client.ts';
import { ranked, USUAL_WEIGHTS, type AimWeights } from '../../../../desk/laying/ranking.ts';
import {
  areSame,
  followed,
  NO_SIDE_WISHES,
  placedWishes,
  withoutEntrance,
  type GoneSide,
} from '../../../../desk/laying/side-wishes.ts';
import { stays, USUAL_WISHES, type LayingWishes } from '../../../../desk/laying/wishes.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { ScenarioId } from '../../../../desk/scenario.ts';
import type { SketchDesk } from '../sketch-desk.svelte.ts';
import type { SketchPage } from '../workbench.ts';
import type { LaidLand, Offered, OfferedBuilding } from './asked.ts';
import { keptAtFirst, parcelsInHand } from './in-hand.ts';
import { Prices } from './prices.svelte.ts';
import { Search } from './search.svelte.ts';
import { LandShown } from '../land-shown.ts';

/** What the panel asks of the page. */
export interface LayingPage extends SketchPage {
  readonly sketch: SketchDesk;
  readonly scenarios: {
    readonly hand: ScenarioId;
    begin(): Promise<boolean>;
    giveUp(begun: ScenarioId, of: ScenarioId): Promise<void>;
    close(): void;
  };
  readonly inspecting: { readonly lines: SketchView | null };
  readonly floors: { close(): void };
}

/** Who types changes a wish several times a second. */
const REST_MS = 120;

/** 排布: complete layouts of land in hand, one after another as they are made; one is looked at, or taken. */
export class Laying {
  isOpen = $state(false);
  /** Counts how often it was asked to be seen. */
  shown = $state(0);
  parcels = $state.raw<readonly Key[]>([]);
  wishes = $state.raw<LayingWishes>(USUAL_WISHES);
  weights = $state.raw<AimWeights>(USUAL_WEIGHTS);
  /** What was wished of sides that are not there now. */
  gone = $state.raw<readonly GoneSide[]>([]);
  /** The one that is looked at. */
  picked = $state.raw<Offered | null>(null);
  /** A side of the land that is pointed at. */
  side = $state<number | null>(null);
  /** The building that was locked or unlocked last: where the keys are. */
  toggled = $state.raw<OfferedBuilding | null>(null);
  /** The one that could not be taken last. */
  refused = $state.raw<Offered | null>(null);
  readonly search: Search;
  readonly ranked = $derived.by(() => ranked(this.search.layouts, this.weights));
  readonly prices: Prices;
  readonly #page: LayingPage;
  /** A person picked, rather than the panel for them. */
  #isOwnPick = false;
  /** Which of its kind they picked. */
  #place = 0;
  /** By whose numbers wishes of sides are kept. */
  #sides: LaidLand['sides'] = [];
  /** What was wished of sides of land that was laid out before. */
  #elsewhere: readonly GoneSide[] = [];
  readonly #land: LandShown;

  constructor(page: LayingPage, client: Client) {
    this.#page = page;
    this.#land = new LandShown(page);
    this.prices = new Prices(client);
    this.search = new Search(client, {
      asked: () => ({ parcels: this.parcels, wishes: this.wishes }),
      isOther: (land) => this.#hasOtherSides(land),
      came: (isAll) => this.#came(isAll),
      forgot: () => {
        this.#look(null);
        this.#isOwnPick = false;
        this.#place = 0;
      },
    });
  }

  get land(): LaidLand | null {
    return this.search.land;
  }

  get layouts(): readonly Offered[] {
    return this.search.layouts;
  }

  /** What can be laid out now: parcels that are selected, or those of the park in hand. */
  get offered(): readonly Key[] {
    return parcelsInHand(this.#page.sketch.selected, this.#page.inspecting.lines);
  }

  /** Parcels of the park in hand, to be laid out in place of the ones that are, or with them. */
  get choices(): SketchView['parcels'] {
    const lines = this.#page.inspecting.lines?.parcels ?? [];
    return lines.length > 1 && this.parcels.every((own) => lines.some(({ key }) => key === own)) ? lines : [];
  }

  /** Opens the panel for what is in hand; wishes stay as they were left. */
  open(): void {
    const parcels = this.offered;
    if (parcels.length === 0) return;
    this.#page.floors.close();
    this.#take(parcels, keptAtFirst(this.#page.sketch.selected, this.#page.inspecting.lines));
    this.#land.take();
    this.#page.scenarios.close();
    this.isOpen = true;
    this.shown++;
  }

  #take(parcels: readonly Key[], kept: LayingWishes['kept']): void {
    this.#elsewhere = [...placedWishes(this.wishes, this.#sides), ...this.gone, ...this.#elsewhere];
    this.gone = this.#sides = [];
    this.parcels = parcels;
    this.wishes = { ...this.wishes, ...NO_SIDE_WISHES, kept, locked: [] };
    this.search.forget();
    this.search.soon(0);
  }

  close(): void {
    this.search.close();
    this.isOpen = false;
    this.side = this.toggled = null;
    this.#look(null);
  }

  /** A parcel of the park is laid out with the others, or not. */
  toggleParcel(key: Key): void {
    const rest = this.parcels.filter((own) => own !== key);
    const parcels = rest.length < this.parcels.length ? rest : [...this.parcels, key];
    if (parcels.length > 0) this.#take(parcels, 'existing');
  }

  /** Layouts follow a wish once it rests; those of before are shown until the first one comes. */
  wish(wishes: Partial<LayingWishes>): void {
    this.wishes = { ...this.wishes, ...wishes };
    // Another entrance, or none of one's own, is wished in place of the one that is gone.
    if (wishes.entranceSide !== undefined) this.gone = withoutEntrance(this.gone);
    this.#soon(REST_MS);
  }

  #soon(ms: number): void {
    this.prices.clear();
    this.search.soon(ms);
  }

  /** All wishes are the usual ones again; what stays, stays. */
  wishUsual(): void {
    this.gone = [];
    this.wish({ ...USUAL_WISHES, kept: this.wishes.kept, locked: this.wishes.locked });
  }

  keep(key: Key, isKept: boolean): void {
    // By the wishes: the land is as the last answer had it, before what was wished since.
    const kept = (this.land?.buildings ?? []).filter((own) => (own.key === key ? isKept : stays(this.wishes, own)));
    this.#keep(kept.map((own) => own.key));
  }

  keepAll(isKept: boolean): void {
    this.#keep(isKept ? 'all' : []);
  }

  /** What stays of the land may stand where something was locked. */
  #keep(kept: LayingWishes['kept']): void {
    this.wish({ kept, locked: [] });
  }

  isLocked(building: OfferedBuilding): boolean {
    return this.wishes.locked.some((own) => isAt(own, building));
  }

  /** 锁定: a building of a layout stays as it is and the rest is laid out again; or it does not any more. */
  lock(building: OfferedBuilding): void {
    const { locked } = this.wishes;
    const rest = locked.filter((own) => !isAt(own, building));
    this.toggled = building;
    // The kind on which it was done is looked at; while layouts still come, the one that was picked may be yet to come.
    if (!(this.#isOwnPick && this.search.isMaking)) this.#place = this.picked ? this.#placeOf(this.picked) : 0;
    this.#isOwnPick = true;
    this.wish({ locked: rest.length < locked.length ? rest : [...locked, building] });
  }

  pick(layout: Offered): void {
    this.#isOwnPick = true;
    this.#place = this.#placeOf(layout);
    this.toggled = null;
    this.#look(layout);
    this.#price();
  }

  #price(): void {
    if (this.picked && !this.search.isMaking) void this.prices.ask(this.parcels, this.wishes, this.picked);
  }

  /** Shown as if it were done, on the map and in the figures. */
  #look(layout: Offered | null): void {
    this.refused = null;
    if (!layout && !this.picked) return;
    this.picked = layout;
    this.#page.sketch.try(layout?.intent ?? null);
  }

  /** 采用: true once it is done. */
  async take(layout: Offered): Promise<boolean> {
    this.refused = null;
    const done = await this.#page.sketch.do(layout.intent);
    if (done.ok) this.close();
    else this.#refuse(layout);
    return done.ok;
  }

  /** Told beside its buttons while it is looked at; else where every refusal is. */
  #refuse(layout: Offered): void {
    if (this.picked === layout) this.refused = layout;
  }

  /** 作为新方案: the same in a scenario of its own, so that layouts are compared as scenarios. */
  async takeAsScenario(layout: Offered): Promise<boolean> {
    const { scenarios } = this.#page;
    const of = scenarios.hand;
    if (!(await scenarios.begin())) {
      this.#refuse(layout);
      return false;
    }
    const begun = scenarios.hand;
    const isTaken = await this.take(layout);
    if (!isTaken) await scenarios.giveUp(begun, of);
    return isTaken;
  }

  /** Once the panel is open, whenever the land is another; of another project it is shut. */
  follow(): void {
    const other = this.isOpen ? this.#land.differs() : null;
    if (!other) return;
    this.#land.take();
    if (other === 'land') return this.#soon(0);
    this.gone = this.#elsewhere = this.#sides = [];
    this.close();
  }

  /** A boundary that is drawn otherwise since has other sides, or the same by other numbers: it is asked about with these. */
  #hasOtherSides(land: LaidLand): boolean {
    const gone = [...this.gone, ...this.#elsewhere];
    const own = followed({ wishes: this.wishes, gone }, this.#sides, land.sides);
    this.#sides = land.sides;
    this.#elsewhere = this.#elsewhere.filter((side) => own.gone.includes(side));
    this.gone = own.gone.filter((side) => !this.#elsewhere.includes(side));
    if (areSame(own.wishes, this.wishes)) return false;
    this.search.land = land;
    this.wishes = { ...this.wishes, ...own.wishes };
    this.#soon(REST_MS);
    return true;
  }

  #came(isAll: boolean): void {
    this.#holdPark();
    this.#showAgain(isAll);
    if (!isAll) return;
    this.#price();
    this.#page.announcement = this.#page.settings.texts.laying.said(this.layouts.length);
  }

  /** 停止: those that are made can be looked at and taken. */
  stop(): void {
    this.search.stop();
    if (this.search.made > 0) this.#showAgain(true);
    this.#price();
    this.#page.announcement = this.#page.settings.texts.laying.stopped(this.search.made);
  }

  /** 接着排: what wishes cost is told again once all are made. */
  goOn(): void {
    this.prices.clear();
    this.search.goOn();
  }

  #placeOf(layout: Offered): number {
    return Math.max(0, this.layouts.filter(({ family }) => family === layout.family).indexOf(layout));
  }

  /** Of the kind that is looked at, the one in the same place among those of its kind; else the last of them. */
  #sameKind(): Offered | null {
    const same = this.layouts.filter(({ family }) => family === this.picked?.family);
    return same[this.#place] ?? same.at(-1) ?? null;
  }

  /** What is looked at follows: of the same kind, and until a person picks the best there is. */
  #showAgain(isAll: boolean): void {
    const same = this.#sameKind();
    const best = this.ranked[0]?.layout ?? null;
    const layout = this.#isOwnPick ? (same ?? (isAll ? best : this.picked)) : isAll || !same ? best : same;
    if (layout !== this.picked) this.#look(layout);
  }

  /** The park whose land it is is judged with it. */
  #holdPark(): void {
    const [first, ...others] = this.land?.parcels ?? [];
    const park = others.every(({ parkId }) => parkId === first.parkId) ? first?.parkId : undefined;
    if (this.#page.park === null && park !== undefined) this.#page.selectPark(park, false);
  }
}

/** Metres within which two buildings are one: layouts round their corners. */
const SAME_M = 0.1;

export const isAt = (a: OfferedBuilding, b: OfferedBuilding): boolean =>
  a.ring.length === b.ring.length &&
  a.ring.every(([x, y], i) => Math.hypot(x - b.ring[i][0], y - b.ring[i][1]) < SAME_M);
