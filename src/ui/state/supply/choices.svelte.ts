import { dayInChina } from '../../../domain/china-day.ts';
import type { PlanAsked } from '../../../city/planning/asked.ts';
import type { Client } from '../../../client/client.ts';
import type { OpenProject } from '../project.svelte.ts';
import {
  hasMark,
  isDecided,
  marksOf,
  nothingDecided,
  withMark,
  withoutMark,
  type Decided,
  type Mark,
} from './decided.ts';

interface ChoicesPage {
  readonly open: Pick<OpenProject, 'project'>;
}

/** A plan is made for so many years, the first that of the day of judgement, where nobody names others. */
const USUAL_YEARS = 3;
/** So many steps can be taken back. */
const MOST_STEPS = 100;
const KEPT_AS = 'choices';

/**
 * What is decided of the plan, whatever the step it is decided in: locks, bans, years, money, quotas, targets, weights. Kept on the
 * device with the files that are open, so that nothing of it is lost by a reload.
 */
export class Choices {
  decided = $state.raw<Decided>(nothingDecided);
  /** The device does not take it. */
  unkept = $state(false);
  /** Steps before it, and those that were taken back. */
  #past = $state.raw<readonly Decided[]>([]);
  #future = $state.raw<readonly Decided[]>([]);
  /** Of which files it is. */
  #origin: string | null = null;
  readonly #page: ChoicesPage;
  readonly #kept: Client['work'];

  constructor(page: ChoicesPage, kept: Client['work']) {
    this.#page = page;
    this.#kept = kept;
  }

  readonly marks: readonly Mark[] = $derived.by(() => marksOf(this.decided));
  /** Parks and parcels that are locked. */
  readonly locked: number = $derived.by(
    () => this.marks.filter(({ of }) => of === 'locked-park' || of === 'locked-parcel').length,
  );
  /** First and last year of the plan. */
  readonly years: PlanAsked['years'] = $derived.by(
    () => this.decided.years ?? usualYears(this.#page.open.project?.date),
  );
  /** What a plan is asked with. */
  readonly asked: PlanAsked = $derived.by(() => ({ ...this.decided, years: this.years }));

  get canBack(): boolean {
    return this.#past.length > 0;
  }

  get canForth(): boolean {
    return this.#future.length > 0;
  }

  has(mark: Mark): boolean {
    return hasMark(this.decided, mark);
  }

  /** Locks or bans; what contradicts it is taken back with the same step. */
  put(mark: Mark): void {
    this.change(withMark(this.decided, mark));
  }

  takeBack(mark: Mark): void {
    this.change(withoutMark(this.decided, mark));
  }

  toggle(mark: Mark): void {
    if (this.has(mark)) this.takeBack(mark);
    else this.put(mark);
  }

  /** Anything else of what a plan is asked with, such as a cap or a weight. */
  set(part: Decided): void {
    this.change({ ...this.decided, ...part });
  }

  /** As one step that can be taken back. */
  change(decided: Decided): void {
    this.#past = [...this.#past, this.decided].slice(-MOST_STEPS);
    this.#future = [];
    this.#hold(decided);
  }

  back(): boolean {
    const before = this.#past.at(-1);
    if (!before) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.decided];
    this.#hold(before);
    return true;
  }

  forth(): boolean {
    const next = this.#future.at(-1);
    if (!next) return false;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.decided];
    this.#hold(next);
    return true;
  }

  /** What was kept of the files that are open, once. */
  async load(): Promise<void> {
    const origin = this.#page.open.project?.origin ?? null;
    if (origin === null || origin === this.#origin) return;
    this.clear();
    this.#origin = origin;
    const kept = await this.#kept?.read(origin, KEPT_AS);
    // What was decided meanwhile is the later one.
    if (origin === this.#origin && this.decided === nothingDecided && isDecided(kept)) this.decided = kept;
  }

  /** Other land is open. */
  clear(): void {
    this.#origin = null;
    this.#past = this.#future = [];
    this.decided = nothingDecided;
    this.unkept = false;
  }

  #hold(decided: Decided): void {
    this.decided = decided;
    void this.#keep(decided);
  }

  async #keep(decided: Decided): Promise<void> {
    const origin = this.#origin;
    if (origin === null) return;
    const isKept = await this.#kept?.keep(origin, KEPT_AS, decided);
    if (origin === this.#origin) this.unkept = isKept === false;
  }
}

function usualYears(day: string | undefined): PlanAsked['years'] {
  const first = Number((day ?? dayInChina()).slice(0, 4));
  return [first, first + USUAL_YEARS - 1];
}
