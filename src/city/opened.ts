import type { Key } from '../domain/land/change.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { Format } from '../formats/index.ts';
import { decideFlag, type DecideFlagInput } from '../desk/decide-flag.ts';
import { landUsesOf } from '../policy/land-uses.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import type { RuleRepairs } from '../policy/repairs/repairs.ts';
import type { Answers } from '../policy/repairs/words.ts';
import type { Asking } from './asking.ts';
import { assembleLand, workOn, type AssembleAsked } from './assembling/assemble.ts';
import type { AssembleRefusal } from './assembling/sought.ts';
import { suggestLand, type SuggestAsked } from './assembling/suggest.ts';
import type { AssembledView, SuggestedView } from './assembling/view.ts';
import { proposeRepair, repairedFiles } from './boundary-repair.ts';
import { siteShapes } from './drawing/site-shapes.ts';
import { readParcels, readReference, type ReadBeside } from './file-beside.ts';
import type { Law } from './law.ts';
import type { PlanAsked } from './planning/asked.ts';
import { judgedParks, type ParkToBe, type ParkToBeView } from './planning/judged-parks.ts';
import type { TownshipParksAsked } from './planning/candidate-view.ts';
import { planLandSteps } from './planning/plan-land.ts';
import { townshipParks } from './planning/township-parks.ts';
import { candidateTownships, type AskedLand } from './planning/townships.ts';
import { flagLines, flagTable, type FlagTable } from './screening/flag-table.ts';
import { LiveScreen } from './screening/live-screen.ts';
import {
  flipsView,
  keptOutView,
  screenView,
  type FlipsView,
  type KeptOutView,
  type ScreenAsked,
  type ScreenView,
} from './screening/screen-view.ts';
import { ledgerComparison, ledgerView, type ComparisonAsked, type LedgerAsked } from './ledger/ledger-view.ts';
import { ledgerWish, type LedgerWish } from './ledger/wishes.ts';
import type { LayingRefusal } from '../desk/laying/laying.ts';
import { LayingOut, type LayOutAsked, type PricesAsked } from './laying/laying-out.ts';
import type { LaidOutView } from './laying/view.ts';
import { outlinesOf, type Outlines } from './ledger/outlines.ts';
import { rowFile, type RowFileAsked } from './ledger/row-file.ts';
import { mend, type ChosenRepair } from './mend.ts';
import { reportLand, type ReportLand } from './report/report-land.ts';
import type { SheetAsked } from '../domain/land/sheets/sheet-land.ts';
import type { FloorRefusal } from '../desk/plates/wishes.ts';
import { floorPlans, type FloorPlansAsked, type FloorPlansView } from './plates/floor-plans.ts';
import type { OpenLand } from './open-land.ts';
import { OpenParks } from './open-parks.ts';
import { repairLeads, type RepairLead, type RepairWay } from './sketching/repair-leads.ts';
import { savedFile } from './saved-file.ts';
import { groundIn, type GroundAsked, type GroundView } from './sketching/ground.ts';
import { sketchView, type SketchView } from './sketching/sketch-view.ts';
import { tryIntent, type TryRefusal, type Trying } from './sketching/tried.ts';
import { TriedTelling, type AskedAs, type ToldTried } from './sketching/tried-telling.ts';
import { editOf } from '../desk/intents/intents.ts';
import type { Intent } from '../desk/intent.ts';
import type { Backdrop, BoundaryRepair, TilePlace } from './view.ts';

/** A repair of a park that was chosen, with what a person said of it. */
export interface Mending extends ChosenRepair {
  readonly park: Key;
  readonly answers?: Answers;
}

type Following = Pick<Asking, 'onProgress' | 'signal'>;

/** A city that is open, judged by one law: what the page shows of it, and what answers more about it. */
export class Opened extends OpenParks {
  readonly backdrop: Backdrop;
  readonly #screen: LiveScreen;
  readonly #telling = new TriedTelling();
  readonly #laying: LayingOut;

  constructor(land: OpenLand, backdrop: Backdrop, law: Law) {
    super(land, law);
    this.backdrop = backdrop;
    this.#laying = new LayingOut(land.city, landUsesOf(law.pack));
    this.#screen = new LiveScreen(land.city, this.judgement);
  }

  /** The same land judged on another day, by another pack or with other precision; nothing is read or measured again. */
  async judgedAnew(law: Law, following: Following = {}): Promise<Opened> {
    const opened = new Opened(this.land, this.backdrop, law);
    await opened.judgeAll(following);
    return opened;
  }

  /** How the rules a park misses could be mended; null where there is no such park. */
  repairs(key: Key): readonly RuleRepairs[] | null {
    return this.has(key) ? this.judgement.repairs(key) : null;
  }

  /** What some of them bring the figures of their rules to; null where there is no such park. */
  repairLeads(key: Key, ways: readonly RepairWay[]): readonly RepairLead[] | null {
    return this.has(key) ? repairLeads(this.city, this.judgement, key, ways) : null;
  }

  /** One of them as a change of the land; null where there is no such park. */
  mend({ park: key, answers, ...chosen }: Mending): ReturnType<typeof mend> | null {
    return this.has(key) ? mend(this.city, this.judgement, key, chosen, answers) : null;
  }

  /** What a report of a park rests on beside its card; null where there is no such park. */
  reportLand(key: Key, asked: SheetAsked): ReportLand | null {
    return this.has(key) ? reportLand(this.city, this.judgement, key, asked) : null;
  }

  /** What is drawn near a place. */
  ground(asked: GroundAsked): GroundView {
    return groundIn(this.city, asked);
  }

  /** What is wanted, as a change with what it does; nothing is applied. */
  edit(intent: Intent): ReturnType<typeof editOf> {
    return editOf(this.city.placed, intent);
  }

  /** What would be so, were that done. */
  tried(trying: Trying & AskedAs): Result<ToldTried, TryRefusal> {
    const tried = tryIntent(this.city, this.judgement, trying);
    return tried.ok ? ok(this.#telling.tell(tried.value, trying)) : tried;
  }

  /** 排布: the next complete layout of some land; nothing is drawn. */
  layOut(asked: LayOutAsked): Result<LaidOutView, LayingRefusal> {
    return this.#laying.layOut(asked);
  }

  layoutPrices(asked: PricesAsked, { signal }: Following): ReturnType<LayingOut['prices']> {
    return this.#laying.prices(asked, signal);
  }

  /** 楼层平面: a storey and ways to divide it; nothing is drawn. */
  floorPlans(asked: FloorPlansAsked): Result<FloorPlansView, FloorRefusal> {
    return floorPlans(this.city, this.judgement, asked);
  }

  /** What the sketch desk shows of a park beside its card; null where there is none. */
  sketch(key: Key): SketchView | null {
    return this.has(key) ? sketchView(this.city, this.judgement, key) : null;
  }

  /** Which land makes a park, or why none does; null where there is no such park. */
  async assemble(asked: AssembleAsked, asking: Following): Promise<Result<AssembledView, AssembleRefusal> | null> {
    if (asked.park !== undefined && !this.has(asked.park)) return null;
    const found = await assembleLand(this.city, this.judgement, asked, workOn(this.city, asking));
    return found.ok ? ok(found.value.view) : found;
  }

  /** What a park might take in; null where there is no such park. */
  async suggest(asked: SuggestAsked, asking: Following): Promise<Result<SuggestedView, AssembleRefusal> | null> {
    if (!this.has(asked.park)) return null;
    return suggestLand(this.city, this.judgement, asked, workOn(this.city, asking));
  }

  /** Outlines of sites that are not there yet. */
  siteShapes(sites: readonly (readonly Key[])[], signal?: AbortSignal): ReturnType<typeof siteShapes> {
    return siteShapes(this.city, sites, signal);
  }

  /** In a buffer of its own, which can be handed over; null where the tile is empty. */
  tile(place: TilePlace): ArrayBuffer | null {
    const bytes = this.land.tiles.tile(place);
    return bytes && (bytes.buffer as ArrayBuffer);
  }

  /** 认定筛查: what the law says of every parcel as the land is now. */
  screen(asked: ScreenAsked): Promise<ScreenView> {
    const { pack, date } = this.judgement.law;
    return this.#screen.tell((screened) => screenView(screened, pack, date, asked));
  }

  /** 数据有误: what keeps parcels out of it. */
  async keptOut(asked: Pick<ScreenAsked, 'from' | 'count'>): Promise<KeptOutView> {
    return keptOutView(await this.#screen.ready(), asked);
  }

  async flips(changes: readonly ParameterChange[]): Promise<FlipsView> {
    return flipsView(await this.#screen.ready(), changes);
  }

  /** 认定台: what is flagged, a column each. */
  flags(): Promise<FlagTable> {
    return this.#screen.tell(flagTable);
  }

  /** All that is said of some parcels. */
  async flagLines(keys: readonly Key[]): Promise<ReturnType<typeof flagLines>> {
    return flagLines(await this.#screen.ready(), keys);
  }

  decideFlag(decided: DecideFlagInput): ReturnType<typeof decideFlag> {
    return decideFlag(this.city.land, decided);
  }

  /** The land as it is now, as a problem of planning, in small steps between which it must stay as it is. */
  *planLandSteps(asked: PlanAsked): ReturnType<typeof planLandSteps> {
    return yield* planLandSteps(this.city, this.judgement, yield* this.#screen.steps(), asked);
  }

  /** Where parks can be made of what is planned with. */
  candidateTownships(asked: AskedLand, asking: Following): ReturnType<typeof candidateTownships> {
    return candidateTownships(this.city, this.#screen.now.names, asked, workOn(this.city, asking));
  }

  townshipParks(asked: AskedLand, which: TownshipParksAsked, asking: Following): ReturnType<typeof townshipParks> {
    return townshipParks(this, asked, which, workOn(this.city, asking));
  }

  /** Parks that are not there yet, as all rules judge them. */
  judgeParks(parks: readonly ParkToBe[], signal?: AbortSignal): Promise<readonly (ParkToBeView | null)[]> {
    return judgedParks(this.city, this.judgement, parks, signal);
  }

  /** 台账: a year's supply plan on a day. */
  ledger(asked: LedgerAsked): ReturnType<typeof ledgerView> {
    return ledgerView(this.city, this.judgement, asked);
  }

  ledgerComparison(asked: ComparisonAsked): ReturnType<typeof ledgerComparison> {
    return ledgerComparison(this.city, this.judgement, asked);
  }

  ledgerEdit(wish: LedgerWish): ReturnType<typeof ledgerWish> {
    return ledgerWish(this.city, this.judgement, wish);
  }

  proposeRepair(): BoundaryRepair | null {
    return proposeRepair(this.city.land);
  }

  repaired(source: string, signal?: AbortSignal): ReturnType<typeof repairedFiles> {
    return repairedFiles(this.city.land, source, signal);
  }

  reference(beside: ReadBeside): ReturnType<typeof readReference> {
    return readReference({ city: this.city, pack: this.judgement.law.pack }, beside);
  }

  parcelsOf(beside: Parameters<typeof readParcels>[1]): ReturnType<typeof readParcels> {
    return readParcels({ city: this.city, pack: this.judgement.law.pack }, beside);
  }

  saved(format: Format, name: string): ReturnType<typeof savedFile> {
    return savedFile(this.city.project, format, name);
  }

  rowFile(asked: RowFileAsked): ReturnType<typeof rowFile> {
    return rowFile(this.city.land, asked);
  }

  outlines(keys: readonly Key[]): Outlines {
    return outlinesOf(this.city.land, keys);
  }
}
