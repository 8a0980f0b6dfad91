import type { FeatureCollection } from 'geojson';
import type { Key } from '../domain/land/change.ts';
import { ok, type Refusal, type Result } from '../domain/outcome.ts';
import { partOf } from '../domain/watch.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { filePrecisionOf, type Format } from '../formats/index.ts';
import { readSets, type ReadSets } from '../formats/sets/read.ts';
import { dataSetsOf, type DataSet } from '../formats/sets/sets.ts';
import { decideFlag, type DecideFlagInput } from '../desk/decide-flag.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import type { RuleRepairs } from '../policy/repairs/repairs.ts';
import type { Answers } from '../policy/repairs/words.ts';
import type { TraceStep } from '../policy/shape/finding.ts';
import type { Asking, Step } from './asking.ts';
import { assembleLand, workOn, type AssembleAsked } from './assembling/assemble.ts';
import type { AssembleRefusal } from './assembling/sought.ts';
import { suggestLand, type SuggestAsked } from './assembling/suggest.ts';
import type { AssembledView, SuggestedView } from './assembling/view.ts';
import { proposeRepair, repairedFiles } from './boundary-repair.ts';
import { turnTaking } from './turn-taking.ts';
import { City } from './city.ts';
import { backdropOf } from './drawing/backdrop.ts';
import { siteShapes } from './drawing/site-shapes.ts';
import { readParcels, readReference, type ReadBeside } from './file-beside.ts';
import type { Judgement } from './judgement.ts';
import type { Law } from './law.ts';
import type { PlanAsked } from './planning/asked.ts';
import { judgedParks, type ParkToBe, type ParkToBeView } from './planning/judged-parks.ts';
import type { TownshipParksAsked } from './planning/candidate-view.ts';
import { planLandSteps } from './planning/plan-land.ts';
import { townshipParks } from './planning/township-parks.ts';
import { candidateTownships, type AskedLand } from './planning/townships.ts';
import { flagLines, flagTable, type FlagTable } from './screening/flag-table.ts';
import { LiveScreen } from './screening/live-screen.ts';
import { flipsView, screenView, type FlipsView, type ScreenAsked, type ScreenView } from './screening/screen-view.ts';
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
import { originOf } from './origin.ts';
import { OpenLand, placesAfter, type ReadView } from './open-land.ts';
import { repairLeads, type RepairLead, type RepairWay } from './sketching/repair-leads.ts';
import { savedFile } from './saved-file.ts';
import {
  judgedPark,
  parkLine,
  parkView,
  ruleTallies,
  unjudgedLine,
  withShortTrace,
  type JudgedPark,
} from './park-views.ts';
import { groundIn, type GroundAsked, type GroundView } from './sketching/ground.ts';
import { sketchView, type SketchView } from './sketching/sketch-view.ts';
import { tryIntent, type TryRefusal, type Trying } from './sketching/tried.ts';
import { TriedTelling, type AskedAs, type ToldTried } from './sketching/tried-telling.ts';
import { editOf } from '../desk/intents/intents.ts';
import type { Intent } from '../desk/intent.ts';
import type {
  Backdrop,
  BoundaryRepair,
  Delta,
  JudgedView,
  ParcelView,
  ParkLine,
  ParkView,
  ProjectView,
  ReadChoices,
  RuledPark,
  RuleTally,
  TilePlace,
} from './view.ts';

export interface OpenRequest extends Law {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
  readonly backdrop?: FeatureCollection | null;
  /** `done` 0–1 of the whole. */
  readonly onProgress?: (done: number, step: Step) => void;
}

/** A repair of a park that was chosen, with what a person said of it. */
export interface Mending extends ChosenRepair {
  readonly park: Key;
  readonly answers?: Answers;
}

type Following = Pick<Asking, 'onProgress' | 'signal'>;

/** A city that is open, judged by one law: what the page shows of it, and what answers more about it. */
export class Opened {
  readonly land: OpenLand;
  readonly backdrop: Backdrop;
  readonly judgement: Judgement;
  readonly #screen: LiveScreen;
  readonly #telling = new TriedTelling();
  readonly #laying: LayingOut;

  constructor(land: OpenLand, backdrop: Backdrop, law: Law) {
    this.land = land;
    this.backdrop = backdrop;
    this.judgement = land.city.judge(law);
    this.#laying = new LayingOut(land.city);
    this.#screen = new LiveScreen(land.city, this.judgement);
  }

  get city(): City {
    return this.land.city;
  }

  /** The same land judged on another day, by another pack or with other precision; nothing is read or measured again. */
  async judgedAnew(law: Law, following: Following = {}): Promise<Opened> {
    const opened = new Opened(this.land, this.backdrop, law);
    await opened.judgeAll(following);
    return opened;
  }

  /** Judges what is open, park by park: what is shown of some or all of them by then is the same, and complete. */
  async judgeAll({ signal }: Following = {}): Promise<void> {
    await this.#judge(this.city.parks, signal);
  }

  /** Lines of these parks as far as they are there, each judged. */
  async lines(keys: readonly Key[], { signal }: Following = {}): Promise<readonly ParkLine[]> {
    await this.#judge(keys, signal);
    return keys.filter((key) => this.#has(key)).map((key) => this.line(key));
  }

  async #judge(keys: readonly Key[], signal: AbortSignal | undefined): Promise<void> {
    const takeTurns = turnTaking(signal);
    for (const key of keys) {
      // Taken out meanwhile, there is nothing to judge.
      if (this.#has(key)) this.judgement.findings(key);
      await takeTurns();
    }
  }

  /** Of parks that nobody asked to be judged yet it has what their records say. */
  get view(): ProjectView {
    return { ...this.land.view(), ...this.judgedView };
  }

  get judgedView(): JudgedView {
    const { pack, date, precision } = this.judgement.law;
    return {
      date,
      precision: precision ?? null,
      parks: this.city.parks.map((key) => (this.judgement.isJudged(key) ? this.line(key) : this.#unjudged(key))),
      ...this.land.places.names(pack),
    };
  }

  /** What of the view is another than at a version. */
  since(from: number): Delta {
    const { city, land } = this;
    const { version } = city;
    const touched = city.since(from);
    const of = touched ? [...(touched.tables.parcel ?? []), ...touched.problems] : [];
    const told = { ...land.since(from, new Set(of)), from, version };
    if (!touched) return { ...told, whole: this.view, parks: { put: [], after: null, gone: [] } };
    const names = land.places.since(from).names ? land.places.names(this.judgement.law.pack) : {};
    const own = touched.tables.park ?? new Set<Key>();
    const keys = touched.parks === 'all' ? city.parks : [...touched.parks, ...own];
    const there = [...new Set(keys)].filter((key) => this.#has(key)).sort(city.land.table('park').compare);
    return {
      ...told,
      whole: null,
      parks: {
        put: there.map((key) => this.line(key)),
        after: own.size > 0 ? placesAfter(city.parks, there) : null,
        gone: [...own].filter((key) => !this.#has(key)),
      },
      members: { ...told.members, ...names },
    };
  }

  #unjudged(key: Key): ParkLine {
    return unjudgedLine(this.city.placed, this.judgement, key);
  }

  /** A park that is there, judged, as a list shows it. */
  line(key: Key): ParkLine {
    return parkLine(this.#park(key));
  }

  /** One park in full; null where there is none. */
  park(key: Key): ParkView | null {
    return this.#has(key) ? parkView(this.#park(key)) : null;
  }

  /** How a rule came out for a park, step by step; null where there is none such. */
  trace(key: Key, rule: string): readonly TraceStep[] | null {
    if (!this.#has(key)) return null;
    return this.judgement.findings(key).find((finding) => finding.rule === rule)?.trace ?? null;
  }

  /** The parks a rule applies to, with what it says of them. */
  ruled(rule: string): readonly RuledPark[] {
    return this.city.parks.flatMap((park) => {
      const finding = this.judgement.findings(park).find((own) => own.rule === rule);
      return finding && finding.outcome !== 'not-applicable' ? [{ park, finding: withShortTrace(finding) }] : [];
    });
  }

  /** What every rule comes to, by its id. */
  tallies(): Readonly<Record<string, RuleTally>> {
    return ruleTallies(this.city.parks.map((key) => this.judgement.findings(key)));
  }

  /** Everything about one parcel; null where there is none. */
  parcel(key: Key): ParcelView | null {
    return this.land.parcel(key, this.judgement.vertexSigmaM);
  }

  /** How the rules a park misses could be mended; null where there is no such park. */
  repairs(key: Key): readonly RuleRepairs[] | null {
    return this.#has(key) ? this.judgement.repairs(key) : null;
  }

  /** What some of them bring the figures of their rules to; null where there is no such park. */
  repairLeads(key: Key, ways: readonly RepairWay[]): readonly RepairLead[] | null {
    return this.#has(key) ? repairLeads(this.city, this.judgement, key, ways) : null;
  }

  /** One of them as a change of the land; null where there is no such park. */
  mend({ park: key, answers, ...chosen }: Mending): ReturnType<typeof mend> | null {
    return this.#has(key) ? mend(this.city, this.judgement, key, chosen, answers) : null;
  }

  /** What a report of a park rests on beside its card; null where there is no such park. */
  reportLand(key: Key, asked: SheetAsked): ReportLand | null {
    return this.#has(key) ? reportLand(this.city, this.judgement, key, asked) : null;
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
    return this.#has(key) ? sketchView(this.city, this.judgement, key) : null;
  }

  /** Which land makes a park, or why none does; null where there is no such park. */
  async assemble(asked: AssembleAsked, asking: Following): Promise<Result<AssembledView, AssembleRefusal> | null> {
    if (asked.park !== undefined && !this.#has(asked.park)) return null;
    const found = await assembleLand(this.city, this.judgement, asked, workOn(this.city, asking));
    return found.ok ? ok(found.value.view) : found;
  }

  /** What a park might take in; null where there is no such park. */
  async suggest(asked: SuggestAsked, asking: Following): Promise<Result<SuggestedView, AssembleRefusal> | null> {
    if (!this.#has(asked.park)) return null;
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

  #has(key: Key): boolean {
    return this.city.park(key) !== undefined;
  }

  #park(key: Key): JudgedPark {
    return judgedPark(this.judgement, key);
  }
}

/** From bytes to what the page shows at once: parks are judged when they are asked for. Pure: the same request gives the same view, in the page and in Node. */
export async function openProject(request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const { files, pack, onProgress } = request;
  const { without, ...choices } = request.choices ?? {};
  onProgress?.(0.05, 'read');
  const sets = dataSetsOf(files, choices.layer).filter(({ name }) => !without?.includes(name));
  // Of one file a choice outranks what it says; of several it answers those that asked.
  const options = { ...choices, fields: pack.fields, landClasses: pack.landClasses, answers: sets.length > 1 };
  const read = await readSets(sets, options, (done) => onProgress?.(0.05 + done * 0.25, 'read'));
  if (!read.ok) return read;
  const checking = { progress: (done: number) => onProgress?.(0.3 + done * 0.6, 'check') };
  const city = City.open(read.value.project, partOf(checking, 0, 0.45))!; // null only when cancelled
  city.overlaps((done) => checking.progress(0.45 + done * 0.55));
  onProgress?.(0.9, 'draw');
  const land = new OpenLand(city, request, await readView(read.value, city, files, sets));
  return ok(new Opened(land, backdropOf(request.backdrop ?? null), request));
}

/** What was said when it was read. */
async function readView(
  read: ReadSets,
  { project, notes }: City,
  files: readonly NamedBytes[],
  sets: readonly DataSet[],
): Promise<ReadView> {
  return {
    title: project.title ?? sets[0]?.name ?? '',
    sample: project.extra?.sample === true,
    files: files.map((file) => file.name),
    origin: await originOf(files),
    sets: sets.map(({ name }) => name),
    filePrecisionM: filePrecisionOf(project),
    // Where files found theirs in different ways there is no one way to name.
    crs: { ...read.crs, how: new Set(read.reads.map((own) => own.read.crs.how)).size > 1 ? '' : read.crs.how },
    layers: read.layers ?? null,
    faces: read.faces ?? null,
    notes: [...read.notes, ...notes],
    columns: read.reads.map(({ name, read: own }) => ({ name, columns: own.columns ?? [] })),
  };
}
