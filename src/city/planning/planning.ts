import { ok, type Result } from '../../domain/outcome.ts';
import { inTurns } from '../../domain/steps.ts';
import type { PlanProgress } from '../../supply/plan/shape/found.ts';
import { neighbourhoodSteps } from '../../supply/plan/pricing/neighbourhoods.ts';
import { Pricer } from '../../supply/plan/pricing/pricer.ts';
import { spareParks } from '../../supply/plan/robust/spare-parks.ts';
import { noChoices, type PlanProblem } from '../../supply/plan/shape/problem.ts';
import { workOn } from '../assembling/assemble.ts';
import { aborted } from '../turn-taking.ts';
import type { Asking } from '../asking.ts';
import type { Opened } from '../opened.ts';
import type { PlanAsked, PlanRefusal, PlanSearch } from './asked.ts';
import { besidesAsked } from './besides.ts';
import { choicesOf } from './choices.ts';
import { explaining } from './explaining.ts';
import { givenPlan, heldPlan, type GivenPark, type PlanInHand } from './given-plan.ts';
import { lookupIn } from './lookup.ts';
import type { PlanLand } from './plan-land.ts';
import { PlanTelling, type ToldPlan } from './plan-telling.ts';
import { planView } from './plan-view.ts';
import { PlanRun } from './plan-run.ts';
import type { AskedLand } from './townships.ts';
import type { SolverThread } from './solving/messages.ts';
import { Solving } from './solving/solving.ts';
import type { PlanView } from './view.ts';

export interface PlanQuestion {
  readonly asked: PlanAsked;
  readonly search: PlanSearch;
  /** The search begins with it; without it with what was found before. */
  readonly inHand?: PlanInHand | null;
  /** What the asker calls the plan that was told last and is held. */
  readonly held?: number | null;
}

/** How far a plan is, since it was last asked. */
export interface PlanDelta {
  /** Rises with every plan that is better; to be given back as `since`. */
  readonly number: number;
  readonly phase: PlanProgress['phase'];
  readonly columns: number;
  /** No plan has more points; null where nothing is proven. */
  readonly bound: number | null;
  /** The best until now, where it is another than that of `since`. */
  readonly plan: ToldPlan | null;
}

/** What a question is about, without what a person chooses and how many are to spare: the same problem is asked again from where it was. */
const aboutOf = ({
  fixedParks: _a,
  fixedParcels: _b,
  bannedParcels: _c,
  bannedSets: _d,
  spare: _e,
  ...about
}: PlanAsked): string => JSON.stringify(about);

/** 计划: the plans of what is open, one at a time, sought in a thread of their own. */
export class Planning {
  readonly #solving: Solving;
  #known: {
    readonly opened: Opened;
    readonly version: number;
    readonly about: string;
    readonly land: PlanLand;
  } | null = null;
  #run: PlanRun | null = null;
  /** Counts what was asked: whoever asks another leaves the one before, also while its land is made. */
  #asked = 0;
  /** It is to be taken as soon as it is sought. */
  #takesSoon = false;
  readonly #telling = new PlanTelling();
  /** Of the land that was asked about last: what lies round each parcel is found once. */
  #pricer: { readonly problem: PlanProblem; readonly pricer: Pricer } | null = null;

  constructor(start: () => SolverThread) {
    this.#solving = new Solving(start);
  }

  /** Another that is asked for meanwhile takes its place. */
  async plan(
    opened: Opened,
    { asked, search, inHand = null }: PlanQuestion,
    { signal, onProgress }: Pick<Asking, 'signal' | 'onProgress'>,
  ): Promise<Result<PlanView, PlanRefusal>> {
    const own = ++this.#asked;
    this.#takesSoon = false;
    const found = await this.#landOf(opened, asked, { signal });
    if (own !== this.#asked) throw aborted();
    if (!found.ok) return found;
    const land = found.value;
    const lookup = { find: lookupIn(opened.city, land), problem: land.problem };
    const choices = choicesOf(asked, lookup);
    if (!choices.ok) return choices;
    const besides = besidesAsked(search.besides, land, lookup);
    if (!besides.ok) return besides;
    const run = new PlanRun(land, choices.value);
    this.#run = run;
    const { gap, seconds, seed, explainSeconds } = search;
    const began = performance.now();
    const explain = explaining(land, asked, explainSeconds);
    const question = {
      choices: choices.value,
      settings: { gap, seconds, close: true },
      seed,
      held: inHand && heldPlan(land, inHand, lookup),
      explain,
      spare: asked.spare ?? null,
      besides: besides.value,
    };
    try {
      const solving = this.#solving.solve(land.problem, question, {
        signal,
        onProgress: (progress) => {
          run.follow(progress);
          onProgress?.(Math.min(0.99, (performance.now() - began) / (1000 * seconds)), 'plan');
        },
      });
      if (this.#takesSoon) this.take();
      const solved = await solving;
      return ok(planView(land, choices.value, solved, besides.value));
    } finally {
      if (this.#run === run) this.#run = null;
      run.end();
    }
  }

  /** The same, of a plan what is another than in those that were told before. */
  async planTold(...[opened, question, asking]: Parameters<Planning['plan']>): Promise<Result<ToldPlan, PlanRefusal>> {
    this.#telling.begin(question.held ?? null);
    const found = await this.plan(opened, question, asking);
    return found.ok ? ok(this.#telling.tell(found.value)) : found;
  }

  /** Parks that somebody has as a plan of what is asked; nothing is sought, and what is sought goes on. */
  async given(
    opened: Opened,
    { asked, parks }: { readonly asked: PlanAsked; readonly parks: readonly GivenPark[] },
    asking: Pick<Asking, 'signal'> = {},
  ): Promise<Result<PlanView, PlanRefusal>> {
    const land = await this.#landOf(opened, asked, asking);
    if (!land.ok) return land;
    const { problem } = land.value;
    const lookup = { find: lookupIn(opened.city, land.value), problem };
    const found = givenPlan(land.value, parks, lookup);
    if (!found.ok) return found;
    const choices = choicesOf(asked, lookup);
    const { spare } = asked;
    const spares =
      spare === undefined || !choices.ok ? [] : spareParks(problem, found.value.parks, choices.value, spare);
    const solved = { found: found.value, explained: null, short: [], spared: null, besides: null };
    return ok(planView(land.value, noChoices, solved, null, spares));
  }

  /** What is planned with and what is decided of it, to tell what parks it can make; nothing is sought, and others are let in. */
  async askedLand(
    opened: Opened,
    asked: PlanAsked,
    asking: Pick<Asking, 'signal' | 'onProgress'> = {},
  ): Promise<Result<AskedLand, PlanRefusal>> {
    const found = await this.#landOf(opened, asked, asking);
    if (!found.ok) return found;
    const land = found.value;
    const { problem } = land;
    await inTurns(neighbourhoodSteps(problem), pausing(opened, asking));
    const choices = choicesOf(asked, { find: lookupIn(opened.city, land), problem });
    if (!choices.ok) return choices;
    const before = this.#pricer?.problem === problem ? this.#pricer.pricer : null;
    const pricer = new Pricer(problem, choices.value, before);
    this.#pricer = { problem, pricer };
    return ok({ land, choices: choices.value, pricer });
  }

  /** How far the plan is that is sought, as soon as it is better than at `since` or some time went by; null while none is. */
  async soFar(since: number): Promise<PlanDelta | null> {
    const run = this.#run;
    if (!run) return null;
    if (run.number <= since) await run.news();
    if (this.#run !== run) return null;
    const { number, phase, columns, bound, best, land, choices } = run;
    const plan =
      best && number > since
        ? this.#telling.tell(
            planView(land, choices, { found: best, explained: null, short: [], spared: null, besides: null }, null),
          )
        : null;
    return { number, phase, columns, bound: bound < Infinity ? bound : null, plan };
  }

  /** Ends the search with the best there is: `plan` answers it soon, also where it only begins. */
  take(): void {
    this.#takesSoon = true;
    this.#solving.take();
  }

  end(): void {
    this.#asked++;
    this.#solving.end();
    this.#known = this.#run = this.#pricer = null;
  }

  /** Made while others are let in; ended where the land changes meanwhile, for it would be a plan of what is gone. */
  async #landOf(
    opened: Opened,
    asked: PlanAsked,
    asking: Pick<Asking, 'signal' | 'onProgress'>,
  ): Promise<Result<PlanLand, PlanRefusal>> {
    const known = this.#knownOf(opened, asked);
    if (known) return known;
    const land = await inTurns(opened.planLandSteps(asked), pausing(opened, asking));
    if (land.ok) this.#known = { opened, version: land.value.version, about: aboutOf(asked), land: land.value };
    return land;
  }

  #knownOf(opened: Opened, asked: PlanAsked): { readonly ok: true; readonly value: PlanLand } | null {
    const known = this.#known;
    const isSo = known?.opened === opened && known.version === opened.city.version && known.about === aboutOf(asked);
    return isSo ? { ok: true, value: known.land } : null;
  }
}

function pausing({ city }: Opened, asking: Pick<Asking, 'signal' | 'onProgress'>): () => Promise<void> | undefined {
  const work = workOn(city, asking);
  return () => work.pause(0);
}
