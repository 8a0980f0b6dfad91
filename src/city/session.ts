import type { FeatureCollection } from 'geojson';
import { dayInChina } from '../domain/china-day.ts';
import type { Change, Key, Touched } from '../domain/land/change.ts';
import type { Applied, ChangeRefusal } from '../domain/land/land.ts';
import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';
import type { DraftRefusal, ElsewhereRefusal } from '../desk/draft-refusal.ts';
import type { Apply } from '../desk/history.ts';
import type { FormatRefusal, NamedBytes } from '../formats/contract.ts';
import { crc32 } from '../formats/packed/crc32.ts';
import type { PackVersion } from '../policy/history.ts';
import type { ReadBeside } from './file-beside.ts';
import { Importing } from './importing/importing.ts';
import type { ImportView } from './importing/view.ts';
import type { PlanAsked, PlanRefusal } from './planning/asked.ts';
import type { CandidatesView, TownshipParksAsked, TownshipParksView } from './planning/candidate-view.ts';
import type { GivenPark } from './planning/given-plan.ts';
import { Planning, type PlanQuestion } from './planning/planning.ts';
import type { SolverThread } from './planning/solving/messages.ts';
import type { ToldPlan } from './planning/plan-telling.ts';
import type { PlanView } from './planning/view.ts';
import { aborted } from './turn-taking.ts';
import type { Asking } from './asking.ts';
import { doAgain, type Deed } from './deeds.ts';
import { draftCard, type DraftCard } from './draft-card.ts';
import type { Law } from './law.ts';
import { evidenceOf, type EvidenceRefusal } from './evidence/make.ts';
import type { Unplaced } from './evidence/shape.ts';
import type { Opened } from './opened.ts';
import { openProject, type OpenRequest } from './open-project.ts';
import { policyView } from './policy-view.ts';
import { compareScenarios, type CompareAsked } from './scenarios/compare.ts';
import type { ComparedView } from './scenarios/compared-view.ts';
import { Scenarios } from './scenarios/scenarios.ts';
import type { ScenarioId, ScenarioRefusal, ScenarioStep } from '../desk/scenario.ts';
import type { Changed, HistoryView, JudgedView, Judging, OpenedView, OpenRefusal, PolicyView } from './view.ts';
import { wholeFile, type WholeFormat } from './whole-file.ts';

/** What a session finds around it, wherever it runs. */
export interface SessionSources {
  /** The pack of a day; where none is named, what is planned by today. */
  readonly lawOn: (date: string | undefined) => Result<Pick<Law, 'pack' | 'date'>>;
  /** First day that any pack is for; null where one has no first day. */
  readonly earliestDay: () => string | null;
  readonly packVersions: () => readonly PackVersion[];
  readonly fetchSample: () => Promise<Result<Sample>>;
  /** A thread of the solver, in which plans are sought. */
  readonly startSolver: () => SolverThread;
}

/** The sample city, and what lies under its parcels. */
interface Sample {
  readonly city: NamedBytes;
  readonly backdrop: FeatureCollection | null;
}

interface Read extends Pick<OpenRequest, 'files' | 'choices' | 'backdrop' | 'onProgress'> {
  /** What was done to the same land before, in a session that is gone: it is done again. */
  readonly deeds?: readonly Deed[];
}

/** What a step that is undone or done again was seen beside: so many deeds of other windows. */
export type SeenDeeds = Partial<Pick<HistoryView, 'elsewhere'>>;

export type MoveRefusal = ChangeRefusal | ElsewhereRefusal;

/** The page may still ask of the law before. */
const JUDGEMENTS_KEPT = 2;

/** What is open for one page: the city, and how it was judged. All calls are answered by it. */
export class Session {
  readonly #around: SessionSources;
  #opened: Opened | null = null;
  /** What is open by the laws it was judged by, the last asked of last. */
  readonly #judgements = new Map<string, Opened>();
  /** What was done to what is open, and the scenarios 方案 of it; null while nothing is. */
  #scenarios: Scenarios | null = null;
  /** What was done to it in other windows and taken over here. */
  #elsewhere = 0;
  /** Plans of what is open. */
  readonly planning: Planning;
  /** What is to be added to what is open, or opened in its place. */
  readonly importing = new Importing();
  /** What the last deed was done to. */
  #touched: Touched = {};

  constructor(around: SessionSources) {
    this.#around = around;
    this.planning = new Planning(around.startSolver);
  }

  get opened(): Opened | null {
    return this.#opened;
  }

  policy(date: string | undefined): PolicyView | null {
    const law = this.#around.lawOn(date);
    return law.ok ? policyView(law.value.pack, law.value.date, this.#around.earliestDay()) : null;
  }

  versions(): readonly PackVersion[] {
    return this.#around.packVersions();
  }

  async openSample(
    { deeds, fingerprint, onProgress }: Pick<Read, 'deeds' | 'onProgress'> & { readonly fingerprint?: string },
    judging?: Judging,
  ): Promise<Result<OpenedView, OpenRefusal>> {
    onProgress?.(0, 'fetch');
    const sample = await this.#around.fetchSample();
    if (!sample.ok) return sample;
    const { city, backdrop } = sample.value;
    const own = fingerprintOf(city);
    if (fingerprint !== undefined && fingerprint !== own)
      return refuse('draft-of-another-sample') satisfies Result<never, DraftRefusal>;
    const opened = await this.open({ files: [city], backdrop, deeds, onProgress }, judging);
    return opened.ok ? ok({ ...opened.value, fingerprint: own }) : opened;
  }

  async open(read: Read, judging: Judging = {}): Promise<Result<OpenedView, OpenRefusal>> {
    const law = this.#around.lawOn(judging.date);
    if (!law.ok) return law;
    const opened = await openProject({ ...read, ...law.value, precision: judging.precision });
    if (!opened.ok) return opened;
    const { city } = opened.value;
    const apply = (change: Change) => this.#apply(opened.value, change);
    const scenarios = new Scenarios(city, apply);
    const done = doAgain(read.deeds ?? [], city.land, scenarios, apply);
    if (!done.ok) return done;
    this.#judgements.clear();
    this.planning.end();
    this.#scenarios = scenarios;
    this.#elsewhere = 0;
    this.#opened = this.#keep(judging, opened.value);
    return ok(opened.value.view);
  }

  /** 导入: files of land and tables of its fields, read by the words of a day's law; nothing is done to what is open. */
  async readImport(
    { date, ...beside }: ReadBeside & Pick<Judging, 'date'>,
    asking: Asking,
  ): Promise<Result<ImportView, OpenRefusal>> {
    const law = this.#around.lawOn(date);
    return law.ok ? this.importing.read(beside, law.value.pack, this.#opened?.city ?? null, asking) : law;
  }

  /** 计划; null while nothing is open. */
  async plan(question: PlanQuestion, asking: Asking): Promise<Result<ToldPlan, PlanRefusal> | null> {
    const judged = await this.judged(asking);
    return judged?.ok ? this.planning.planTold(judged.value, question, asking) : null;
  }

  /** 方案试看; null while nothing is open. */
  async planGiven(
    { asked, parks }: { readonly asked: PlanAsked; readonly parks: readonly GivenPark[] },
    asking: Asking,
  ): Promise<Result<PlanView, PlanRefusal> | null> {
    const judged = await this.judged(asking);
    return judged?.ok ? this.planning.given(judged.value, { asked, parks }, asking) : null;
  }

  /** 组合: where parks can be made; null while nothing is open. */
  async candidates(asked: PlanAsked, asking: Asking): Promise<Result<CandidatesView, PlanRefusal> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok) return null;
    const land = await this.planning.askedLand(judged.value, asked, asking);
    return land.ok ? ok(await judged.value.candidateTownships(land.value, asking)) : land;
  }

  /** 组合: the best parks of a township; null while nothing is open, or where there is no such township. */
  async townshipParks(
    { asked, ...which }: TownshipParksAsked & { readonly asked: PlanAsked },
    asking: Asking,
  ): Promise<Result<TownshipParksView | null, PlanRefusal> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok) return null;
    const land = await this.planning.askedLand(judged.value, asked, asking);
    return land.ok ? ok(await judged.value.townshipParks(land.value, which, asking)) : land;
  }

  async judge(asking: Asking): Promise<Result<JudgedView, Refusal> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok) return judged;
    return ok(judged.value.judgedView);
  }

  /**
   * Does a change to what is open, as a step that can be undone; null while nothing is. Refused where it was made for a
   * scenario that is not in hand any more.
   */
  apply(
    change: Change,
    asking: Asking,
    scenario?: ScenarioId,
  ): Promise<Result<Changed, ChangeRefusal | ScenarioRefusal> | null> {
    return this.#changed<ChangeRefusal | ScenarioRefusal>(({ history, hand, handName }, apply) => {
      const isOther = scenario !== undefined && scenario !== hand;
      return isOther ? refuse('scenario-elsewhere', { name: handName }) : history.do(change, apply);
    }, asking);
  }

  /** 方案: begins, changes and takes over branches of what is done to the land; null while nothing is open. */
  scenario(step: ScenarioStep, asking: Asking): Promise<Result<Changed, ScenarioRefusal | ChangeRefusal> | null> {
    return this.#changed((scenarios) => scenarios.step(step), asking);
  }

  /** Two or three of them side by side; null while nothing is open, or where one of them is not there. */
  async compareScenarios(asked: CompareAsked, asking: Asking): Promise<ComparedView | null> {
    const judged = await this.judged(asking);
    return judged?.ok && this.#scenarios ? compareScenarios(judged.value, this.#scenarios, asked) : null;
  }

  /** Null where there is nothing to undo, or nothing is open. Refused where the step that is meant is no longer the last. */
  undo(meant: SeenDeeds, asking: Asking): Promise<Result<Changed, MoveRefusal> | null> {
    return this.#changed<MoveRefusal>(({ history }, apply) => this.#meantHere(meant) ?? history.undo(apply), asking);
  }

  /** Null where there is nothing to do again, or nothing is open; as `undo`. */
  redo(meant: SeenDeeds, asking: Asking): Promise<Result<Changed, MoveRefusal> | null> {
    return this.#changed<MoveRefusal>(({ history }, apply) => this.#meantHere(meant) ?? history.redo(apply), asking);
  }

  /** Does what was done to the same land in another window, after all that was done here. */
  takeOver(deeds: readonly Deed[], asking: Asking): Promise<Result<Changed, DraftRefusal> | null> {
    return this.#changed((scenarios, apply) => {
      const done = doAgain(deeds, this.#opened!.city.land, scenarios, apply);
      if (done.ok) this.#elsewhere += deeds.length;
      return done;
    }, asking);
  }

  /** What is open as a list of drafts shows it, by what was done to it last. */
  card(opened: Opened): DraftCard | null {
    return draftCard(opened, this.#touched);
  }

  #meantHere({ elsewhere }: SeenDeeds): Result<never, ElsewhereRefusal> | null {
    const unknown = elsewhere === undefined ? 0 : this.#elsewhere - elsewhere;
    return unknown <= 0 ? null : refuse('done-elsewhere', { count: unknown });
  }

  /** All that is open as one file, with which it is saved; null while nothing is. */
  async save(format: WholeFormat): Promise<Result<NamedBytes, FormatRefusal> | null> {
    const opened = this.#opened;
    if (!opened) return null;
    const { city, land } = opened;
    const { version } = city;
    const file = await wholeFile(city.land, format, land.read.sets[0] ?? land.read.title);
    if (file.ok && city.version === version && this.#opened === opened) {
      this.#scenarios?.saved();
      city.land.kept();
    }
    return file;
  }

  /** Null while nothing is open. */
  get history(): HistoryView | null {
    if (!this.#scenarios) return null;
    const { history, view } = this.#scenarios;
    return { ...history.next, unsaved: history.unsaved, elsewhere: this.#elsewhere, scenarios: view };
  }

  /** 证据文件: a park with what it rests on and what was done to the land; null where there is no such park. */
  async evidence(key: Key, asking: Asking): Promise<Result<Unplaced, EvidenceRefusal> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok || judged.value.city.park(key) === undefined) return null;
    const { judgement, land } = judged.value;
    const { title, sample, files } = land.read;
    const made = dayInChina();
    return evidenceOf(judgement, key, { made, sample, source: { title, files }, history: this.#scenarios!.notes });
  }

  async #changed<R extends Refusal>(
    deed: (scenarios: Scenarios, apply: Apply) => Result<unknown, R> | null,
    asking: Asking,
  ): Promise<Result<Changed, R> | null> {
    const judged = await this.judged(asking);
    if (!judged?.ok) return null;
    const opened = judged.value;
    const from = opened.city.version;
    const done = deed(this.#scenarios!, (change) => this.#apply(opened, change));
    if (!done?.ok) return done;
    const { version } = opened.city;
    return ok({ version, delta: opened.since(from), history: this.history! });
  }

  #apply({ city, land }: Opened, change: Change): Result<Applied, ChangeRefusal> {
    const applied = city.apply(change);
    if (!applied.ok) return applied;
    this.#touched = applied.value.touched;
    land.changed(change.tables, applied.value.touched);
    return applied;
  }

  /** What is open, by the law a question is asked of; null while nothing is. */
  async judged({ judging, signal }: Asking): Promise<Result<Opened> | null> {
    const opened = this.#opened;
    if (!opened) return null;
    const known = this.#judgements.get(JSON.stringify(judging));
    if (known) return ok(this.#keep(judging, known));
    const law = this.#around.lawOn(judging.date);
    if (!law.ok) return law;
    const anew = await opened.judgedAnew({ ...law.value, precision: judging.precision }, { signal });
    if (this.#opened !== opened) throw aborted();
    return ok(this.#keep(judging, anew));
  }

  #keep(judging: Judging, opened: Opened): Opened {
    const law = JSON.stringify(judging);
    this.#judgements.delete(law);
    this.#judgements.set(law, opened);
    for (const old of [...this.#judgements.keys()].slice(0, -JUDGEMENTS_KEPT)) this.#judgements.delete(old);
    return opened;
  }
}

/** Tells a sample city from that of another release. */
const fingerprintOf = ({ bytes }: NamedBytes): string => `${bytes.length}-${crc32(bytes).toString(16)}`;
