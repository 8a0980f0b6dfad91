import type { Change, Key } from '../domain/land/change.ts';
import type { SheetAsked } from '../domain/land/sheets/sheet-land.ts';
import type { NamedBytes } from '../formats/contract.ts';
import type { TableChoices } from '../formats/sheet/table-join.ts';
import type { Format } from '../formats/index.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import { ofLand, ofLaw, ofSession, type Row } from './call.ts';
import type { Intent, IntentOf } from '../desk/intent.ts';
import type { DecideFlagInput } from '../desk/decide-flag.ts';
import type { AssembleAsked } from './assembling/assemble.ts';
import type { SuggestAsked } from './assembling/suggest.ts';
import type { LayOutAsked, PricesAsked } from './laying/laying-out.ts';
import type { ComparisonAsked, LedgerAsked } from './ledger/ledger-view.ts';
import { standingOf } from './ledger/standing.ts';
import type { LedgerWish } from './ledger/wishes.ts';
import type { RowFileAsked } from './ledger/row-file.ts';
import type { FloorPlansAsked } from './plates/floor-plans.ts';
import type { Mending } from './opened.ts';
import type { PlanAsked } from './planning/asked.ts';
import type { TownshipParksAsked } from './planning/candidate-view.ts';
import type { GivenPark } from './planning/given-plan.ts';
import type { ParkToBe } from './planning/judged-parks.ts';
import type { PlanQuestion } from './planning/planning.ts';
import type { ScreenAsked } from './screening/screen-view.ts';
import type { GroundAsked } from './sketching/ground.ts';
import type { RepairWay } from './sketching/repair-leads.ts';
import type { Trying } from './sketching/tried.ts';
import type { AskedAs } from './sketching/tried-telling.ts';
import type { Deed } from './deeds.ts';
import type { ReadBeside } from './file-beside.ts';
import type { CompareAsked } from './scenarios/compare.ts';
import type { ScenarioId, ScenarioStep } from '../desk/scenario.ts';
import type { SeenDeeds } from './session.ts';
import type { Judging, ReadChoices, TilePlace } from './view.ts';
import type { WholeFormat } from './whole-file.ts';

const changing = { about: 'law', changes: 'land' } as const;

/**
 * Everything that is asked of a session: the one table from which the messages of the page's worker, their types and the
 * page's client are made. The page reads it too: a row calls what it is given and imports types alone, so that the page
 * does not load what answers.
 */
export const calls = {
  /** The law of a day, or what is planned by today where none is given; null on a day before every pack. */
  policy: ofSession((session, { date }: { readonly date?: string }) => session.policy(date)),
  /** Every pack there is, the latest first, with what began and ended in it. */
  versions: ofSession((session) => session.versions()),

  openSample: ofSession(
    (session, { judging, ...again }: SampleAgain, { onProgress }) =>
      session.openSample({ ...again, onProgress }, judging),
    { changes: 'project' },
  ),
  /** The files never leave this device. */
  openFiles: ofSession(
    (session, { judging, ...read }: Reading, { onProgress }) => session.open({ ...read, onProgress }, judging),
    { changes: 'project' },
  ),
  /** Judges the open project on another day or precision; nothing is read again. Null while nothing is open. */
  judge: ofSession((session, judging: Judging, asking) => session.judge({ ...asking, judging }), {
    about: 'land',
    changes: 'law',
    latest: true,
  }),

  /** Does a change to the land, as a step that can be undone. Refused where a record is another than the change knew. */
  apply: ofSession(
    (session, { change, scenario }: { readonly change: Change; readonly scenario?: ScenarioId }, asking) =>
      session.apply(change, asking, scenario),
    changing,
  ),
  /** 方案: begins one, goes to one, names, drops, takes over: what differs is done to the land as any change is. */
  scenario: ofSession(
    (session, { step }: { readonly step: ScenarioStep }, asking) => session.scenario(step, asking),
    changing,
  ),
  /** Two or three scenarios side by side: figures and findings of a park, and the records they have otherwise. */
  compareScenarios: ofSession((session, asked: CompareAsked, asking) => session.compareScenarios(asked, asking), {
    about: 'law',
    latest: true,
  }),
  /** 撤销: null where there is nothing to undo. */
  undo: ofSession((session, meant: SeenDeeds, asking) => session.undo(meant, asking), changing),
  /** 重做: null where there is nothing to do again. */
  redo: ofSession((session, meant: SeenDeeds, asking) => session.redo(meant, asking), changing),
  /** Does what was done to the same land in another window of this device. */
  takeOver: ofSession(
    (session, { deeds }: { readonly deeds: readonly Deed[] }, asking) => session.takeOver(deeds, asking),
    changing,
  ),
  /** What is open as a list of drafts shows it; null where nothing was done to it. */
  draftCard: ofSession(
    async (session, _: object, asking) => {
      const judged = await session.judged(asking);
      return judged?.ok ? session.card(judged.value) : null;
    },
    { about: 'law', latest: true },
  ),
  /** All that is open as one file, what was changed with the rest: from then on that is what is saved. */
  save: ofSession((session, { format }: { readonly format: WholeFormat }) => session.save(format), { about: 'land' }),
  /** What can be undone and done again; null while nothing is open. */
  history: ofSession((session) => session.history, { about: 'land' }),
  /** Lines of these parks, each judged by then 判定: those that are there. */
  verdicts: ofLaw((opened, { parks }: { readonly parks: readonly Key[] }, asking) => opened.lines(parks, asking)),
  /** What of the page's view is another than at a version. */
  since: ofLaw((opened, { version }: { readonly version: number }) => opened.since(version)),

  /** Everything about one parcel; null where there is none. */
  parcel: ofLaw((opened, { key }: { readonly key: Key }) => opened.parcel(key)),
  /** Everything about one park, traces aside; null where there is none. */
  park: ofLaw((opened, { key }: { readonly key: Key }) => opened.park(key)),
  /** How a rule came out for a park 判断过程, step by step down to fields and geometry; null where there is none such. */
  trace: ofLaw((opened, { park, rule }: { readonly park: Key; readonly rule: string }) => opened.trace(park, rule)),
  /** The parks a rule applies to, with what it says of them. */
  ruled: ofLaw((opened, { rule }: { readonly rule: string }) => opened.ruled(rule), { latest: true }),
  /** What every rule comes to in the parks it applies to, by its id. */
  tallies: ofLaw((opened) => opened.tallies(), { latest: true }),
  /** How the rules a park misses could be mended; null where no such park is open. Asked for a card and for a report at once. */
  repairs: ofLaw((opened, { park }: { readonly park: Key }) => opened.repairs(park)),
  /** What some of them bring the figures of their rules to; null where no such park is open. */
  repairLeads: ofLaw(
    (opened, { park, ways }: { readonly park: Key; readonly ways: readonly RepairWay[] }) =>
      opened.repairLeads(park, ways),
    { latest: true },
  ),
  /** One of them as a change of the land, with what a person said of it; null where no such park is open. */
  mend: ofLaw((opened, mending: Mending) => opened.mend(mending)),
  /** Progress of every jurisdiction by year, counted from `baseYear` where one is given. */
  targets: ofLaw(({ judgement }, { baseYear }: { readonly baseYear?: number }) => judgement.targets(baseYear), {
    latest: true,
  }),
  /** What other values of the law would change for the parks that are open; the pack stays as it is. */
  whatIf: ofLaw(
    ({ judgement }, { changes }: { readonly changes: readonly ParameterChange[] }) => judgement.difference(changes),
    { latest: true },
  ),

  /** Boundaries near a place, for tools to snap to; with `since` only what is another than at that version. */
  ground: ofLand((opened, asked: GroundAsked) => opened.ground(asked)),
  /** What is wanted as a change, with what it does: nothing is done before it is applied. */
  /** Files beside what is open, to be drawn and snapped to; refused as files that are opened are. */
  reference: ofLaw((opened, beside: ReadBeside) => opened.reference(beside)),
  /** Parcels of files as an intent: what adding them to what is open is. */
  parcelsOf: ofLaw((opened, beside: ReadBeside & Pick<IntentOf<'import'>, 'park'>) => opened.parcelsOf(beside)),
  /** 导入: files of land and tables of its fields, put together; nothing is done yet. Refused with every file that cannot be read. */
  importRead: ofSession((session, read: ReadBeside & Pick<Judging, 'date'>, asking) =>
    session.readImport(read, asking),
  ),
  /** The same with something else said of the tables; null where nothing was read, or it is read no more. */
  importJoin: ofSession((session, { tables }: { readonly tables: TableChoices }) =>
    session.importing.join(tables, session.opened?.city ?? null),
  ),
  /** What adding it to what is open is, as one change; null where there is nothing to add. */
  importEdit: ofSession(
    ({ importing, opened }, asked: { readonly withBroken: boolean }) => opened && importing.edit(opened.city, asked),
    { about: 'land' },
  ),
  /** Rows of a table without land, as they stand there. */
  importRowsLeft: ofSession((session, { table }: { readonly table: string }) => session.importing.rowsLeft(table)),
  edit: ofLand((opened, { intent }: { readonly intent: Intent }) => opened.edit(intent)),
  /** What would be so were it done: figures and findings of a park, and what is drawn over; as what is new in it where that is enough. */
  tried: ofLaw((opened, trying: Trying & AskedAs) => opened.tried(trying), { latest: true }),
  /** What the sketch desk shows of a park beside its card: lines of its parcels and buildings. */
  sketch: ofLaw((opened, { park }: { readonly park: Key }) => opened.sketch(park), { latest: true }),
  /** 排布: complete layouts of a parcel, or of several that adjoin: those that are known and the next one. */
  layOut: ofLand((opened, asked: LayOutAsked) => opened.layOut(asked), { latest: true }),
  /** 代价: floor area that each wish costs one of them. */
  layoutPrices: ofLand((opened, asked: PricesAsked, asking) => opened.layoutPrices(asked, asking), { latest: true }),
  /** 报告: planning conditions held against what is reached, and land for its map sheets; null where no such park is open. */
  reportLand: ofLaw(
    (opened, { park, ...asked }: { readonly park: Key } & SheetAsked) => opened.reportLand(park, asked),
    {
      latest: true,
    },
  ),
  /** 楼层平面: a storey of a building and ways to divide it into units. */
  floorPlans: ofLaw((opened, asked: FloorPlansAsked) => opened.floorPlans(asked)),
  /** 证据文件: what a park rests on and comes to, to be sealed. */
  evidence: ofSession((session, { park }: { readonly park: Key }, asking) => session.evidence(park, asking), {
    about: 'law',
  }),
  /** 组合: which land of a township makes a park, or why none does. */
  assemble: ofLaw((opened, asked: AssembleAsked, asking) => opened.assemble(asked, asking), { latest: true }),
  /** 推荐: the same for a park in hand, with parcels that help it by themselves. */
  suggest: ofLaw((opened, asked: SuggestAsked, asking) => opened.suggest(asked, asking), { latest: true }),

  /** 认定筛查: what the law says of every parcel, in all and a page of lines. */
  screen: ofLaw((opened, asked: ScreenAsked) => opened.screen(asked), { latest: true }),
  /** 数据有误: what keeps parcels out of the screen, a page of it. */
  keptOut: ofLaw((opened, asked: Pick<ScreenAsked, 'from' | 'count'>) => opened.keptOut(asked), { latest: true }),
  /** 认定台: what is flagged, a column each, to be sorted, filtered and summed. */
  flags: ofLaw((opened) => opened.flags(), { latest: true }),
  /** All that is said of some parcels. */
  flagLines: ofLaw((opened, { keys }: { readonly keys: readonly Key[] }) => opened.flagLines(keys)),
  /** Which parcels would be of another class by other figures of the pack; the pack stays as it is. */
  flips: ofLaw((opened, { changes }: { readonly changes: readonly ParameterChange[] }) => opened.flips(changes), {
    latest: true,
  }),
  /** 确认或不同意 what the screen flags, as a change of the land: nothing is done before it is applied. */
  decideFlag: ofLand((opened, decided: DecideFlagInput) => opened.decideFlag(decided)),

  /** 计划: the supply plan of what is open, or why none can be made; sought beside everything else that is asked. */
  plan: ofSession((session, question: PlanQuestion, asking) => session.plan(question, asking), {
    about: 'law',
    latest: true,
  }),
  /** 方案试看: parks that somebody has as a plan of what is asked, reckoned and checked; null while nothing is open. */
  planGiven: ofSession(
    (session, given: { readonly asked: PlanAsked; readonly parks: readonly GivenPark[] }, asking) =>
      session.planGiven(given, asking),
    { about: 'law' },
  ),
  /** 组合: where parks can be made of what is planned with, of how much land, and how many. */
  candidates: ofSession(
    (session, { asked }: { readonly asked: PlanAsked }, asking) => session.candidates(asked, asking),
    {
      about: 'law',
      latest: true,
    },
  ),
  /** 组合: the best parks of a township, each another, or why there is none. */
  townshipParks: ofSession(
    (session, which: TownshipParksAsked & { readonly asked: PlanAsked }, asking) =>
      session.townshipParks(which, asking),
    { about: 'law', latest: true },
  ),
  /** 结论: parks that are not there yet, each judged by all rules as if it were drawn. */
  judgeParks: ofLaw((opened, { parks }: { readonly parks: readonly ParkToBe[] }, { signal }) =>
    opened.judgeParks(parks, signal),
  ),
  /** How far it is, with the best plan until now where that is another than at `since`; null while none is sought. */
  planSoFar: ofSession((session, { since }: { readonly since: number }) => session.planning.soFar(since), {
    about: 'land',
  }),
  /** Ends the search: `plan` answers with the best there is. */
  takePlan: ofSession((session) => session.planning.take(), { about: 'land' }),

  /** 台账: a year's supply plan on a day, with all its tables. */
  ledger: ofLaw((opened, asked: LedgerAsked) => opened.ledger(asked), { latest: true }),
  /** Two plans or versions side by side; null where one of them is not there. */
  ledgerComparison: ofLaw((opened, asked: ComparisonAsked) => opened.ledgerComparison(asked), { latest: true }),
  /** Land that a year's plan has as a reserve, or that was withdrawn from it. */
  ledgerStanding: ofLaw((opened, { year }: { readonly year: number }) => standingOf(opened.city.land, year)),
  /** What is wanted of the ledger, as a change of the land: nothing is done before it is applied. */
  ledgerEdit: ofLaw((opened, { wish }: { readonly wish: LedgerWish }) => opened.ledgerEdit(wish)),

  /** What lies under the parcels of the sample city: fields, paved town, roads, rivers. */
  backdrop: ofLand((opened) => opened.backdrop),
  /** Outlines of sites 分园 that are not there yet, each of some parcels. */
  siteShapes: ofLand((opened, { sites }: { readonly sites: readonly (readonly Key[])[] }, { signal }) =>
    opened.siteShapes(sites, signal),
  ),
  /** Vector tile z/x/y (XYZ, Web Mercator), not compressed; null where it is empty. */
  tile: ofLand((opened, place: TilePlace) => opened.tile(place)),
  /** Makes these parcels the tile sets `listed` and `listedPoints`; how many of them are there. */
  list: ofLand(({ land }, { keys }: { readonly keys: Uint32Array }) => land.tiles.list(keys), {
    changes: 'listed',
    latest: true,
  }),
  /** What would mend the boundaries that are open; nothing is changed. */
  proposeRepair: ofLand((opened) => opened.proposeRepair()),
  /** The same, done, as files. `source`: name of the file it came from. */
  repaired: ofLand((opened, { source }: { readonly source: string }, { signal }) => opened.repaired(source, signal)),
  /** What is open in a format 另存为, as one file; `name` is without its ending. */
  saved: ofLand((opened, { format, name }: { readonly format: Format; readonly name: string }) =>
    opened.saved(format, name),
  ),
  /** Land of rows of a supply plan as one file of its own, SHP or TXT. */
  rowFile: ofLand((opened, asked: RowFileAsked) => opened.rowFile(asked)),
  /** Boundaries of parcels, for who draws them on paper. */
  outlines: ofLand((opened, { keys }: { readonly keys: readonly Key[] }) => opened.outlines(keys)),
};

/** What is opened is judged by, and what was done to it before and is done to it again. */
interface Again {
  readonly judging?: Judging;
  readonly deeds?: readonly Deed[];
}

interface SampleAgain extends Again {
  /** Of the sample city the deeds were done to; that of another release is refused. */
  readonly fingerprint?: string;
}

export interface Reading extends Again {
  readonly files: readonly NamedBytes[];
  readonly choices?: ReadChoices;
}

export type Call = keyof typeof calls;
export type Input<C extends Call> = (typeof calls)[C] extends Row<infer I, unknown> ? I : never;
export type Answer<C extends Call> = (typeof calls)[C] extends Row<never, infer A> ? A : never;
export const callNames = Object.keys(calls) as readonly Call[];
