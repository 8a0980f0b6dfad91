import type { PlanAsked, PlanRefusal, PlanSearch } from '../../../../city/planning/asked.ts';
import type { PlanInHand } from '../../../../city/planning/given-plan.ts';
import type { PlanView } from '../../../../city/planning/view.ts';
import type { Client } from '../../../../client/client.ts';
import type { Result } from '../../../../domain/outcome.ts';
import type { Relaxation } from '../../../../supply/plan/explain/relaxed.ts';
import type { OpenProject } from '../../project.svelte.ts';
import type { Choices } from '../choices.svelte.ts';
import { withMark, withoutMark, type Decided } from '../decided.ts';
import { markOf, type Banned } from './banned.ts';
import { shortOf, type PlanCause, type PlanMade, type RunWhat, type TargetOf } from './made.ts';
import { OtherPlans } from './other-plans.svelte.ts';
import { ParkVerdicts } from './park-verdicts.svelte.ts';
import { PlansMade, type PlanSought } from './plans-made.svelte.ts';
import { PlanRun, type CurvePoint, type RunAnswer } from './run.svelte.ts';
import { sameAsked } from './same-asked.ts';
import { askedAsTaken, askedWith } from './trying.ts';

export interface PlanPage {
  readonly open: Pick<OpenProject, 'project'>;
}

type Asked = Pick<Client, 'plan' | 'planSoFar' | 'takePlan' | 'planGiven' | 'judgeParks'>;

/** Seconds for a plan that is made anew around something that is not used: what it was made of is known by then. */
const AGAIN_SECONDS = 1;
/** The same where nothing was sought since the page was opened, after a reload: in a second little is proven. */
const ANEW_SECONDS = 10;
/** Seconds for each of the other plans: of the frontier, or as good. */
const OTHERS_SECONDS = 8;
const GAP = 0.005;

/** 计划: the plan that holds, what is tried beside it and what is sought. A search goes on whichever desk is looked at. */
export class PlanDesk extends PlansMade {
  readonly run: PlanRun<RunWhat>;
  readonly others: OtherPlans;
  #entered: { readonly from: number; readonly to: number } | null = null;
  readonly verdicts: ParkVerdicts;
  /** Seconds in which a plan is sought. */
  seconds = $state(60);
  /** So long is spent on why it is so. */
  explainSeconds = 15;
  refusal = $state.raw<PlanRefusal | null>(null);
  fault = $state<string | null>(null);
  /** What the plan is asked to be that is sought. */
  sought: PlanAsked | null = null;
  /** A search was gone through: the next one goes on from what it found. */
  #hasSought = false;
  readonly #page: PlanPage;
  readonly #choices: Choices;
  readonly #client: Asked;

  constructor(page: PlanPage, choices: Choices, client: Asked) {
    super();
    this.#page = page;
    this.#choices = choices;
    this.#client = client;
    this.run = new PlanRun(client);
    this.others = new OtherPlans({
      ask: (what, besides) =>
        this.#asked(what, this.#withoutSpare, { seconds: Math.min(this.seconds, OTHERS_SECONDS), besides }),
      plan: () => this.plan?.number ?? null,
    });
    this.verdicts = new ParkVerdicts(client);
  }

  /** What is looked at: a trial, the best until now of what is sought in its place, or the plan. */
  readonly view: PlanView | null = $derived.by(() => {
    if (this.trial && this.looksAt === 'trial') return this.trial.view;
    return (this.isSoFar ? this.soFar : null) ?? this.plan?.view ?? null;
  });

  /** The best until now of the plan that is sought; null where there is none, or the one that holds is worth more. */
  get soFar(): PlanView | null {
    const { running, best } = this.run;
    if (running?.what.for !== 'plan' || running.phase === 'explain' || best === null) return null;
    return this.#isLessThanHeld(best, running.what.cause) ? null : best;
  }

  /** How what is looked at was found: of what is sought now, else of the plan that is shown, whatever was given up in between. */
  get curve(): readonly CurvePoint[] {
    if (this.run.running) return this.run.curve;
    return (this.looksAt === 'trial' ? this.trial : this.plan)?.curve ?? [];
  }

  /** Another is sought in the place of the plan, and none is found yet. */
  get isAwaited(): boolean {
    const { running, best } = this.run;
    return this.plan !== null && running?.what.for === 'plan' && best === null;
  }

  /** It is not whole yet: a plan is sought and this is the best until now. */
  get isSoFar(): boolean {
    return this.soFar !== null && this.looksAt === 'plan';
  }

  /** Other wishes, or other land, than the plan was made of. */
  readonly stale: 'asked' | 'land' | null = $derived.by(() => {
    const { plan } = this;
    const { running } = this.run;
    if (!plan || (running?.what.for === 'plan' && running.phase !== 'explain')) return null;
    if (plan.view.version !== (this.#page.open.project?.version ?? plan.view.version)) return 'land';
    return sameAsked(plan.asked, this.#choices.asked) ? null : 'asked';
  });

  /** What was done around the plan that holds, and can be taken back; null where the last step was another. */
  get undoable(): PlanCause | null {
    return this.stale === null && this.#choices.canBack ? this.aroundCause : null;
  }

  /** As the targets name it. */
  nameOfUnit(code: string): string | null {
    return this.view?.targets.find(({ jurisdiction }) => jurisdiction === code)?.name ?? null;
  }

  /** 求解: true once there is a plan. */
  solve(cause: PlanCause = { code: 'asked' }): Promise<boolean> {
    return this.#seek({ for: 'plan', cause }, this.#choices.asked, this.seconds);
  }

  /** 不用: the plan is made anew around it. */
  ban(banned: readonly Banned[]): Promise<boolean> {
    const decided = banned.map(markOf).reduce(withMark, this.#choices.decided);
    return this.#around(decided, { code: 'banned', what: banned.map(({ label }) => label) });
  }

  /** 恢复 */
  unban(banned: Banned): Promise<boolean> {
    return this.#around(withoutMark(this.#choices.decided, markOf(banned)), { code: 'unbanned', what: [banned.label] });
  }

  /** What is asked went a step back or forth: the plan that was made of that holds again, if there is one. */
  follow(): void {
    if (this.run.running?.what.for === 'plan') this.run.cancel();
    const version = this.#page.open.project?.version;
    const known = this.made.findLast(
      ({ view, asked }) => view.version === version && sameAsked(asked, this.#choices.asked),
    );
    if (known) this.hold(known);
  }

  /** 试算: the plan with one thing taken as otherwise, beside the one that holds. */
  async try(of: TargetOf, relax: Relaxation): Promise<boolean> {
    const asked = askedWith(this.#choices.asked, of, relax);
    return asked !== null && this.#seek({ for: 'trial', cause: { code: 'rung', of, relax } }, asked, this.seconds);
  }

  /** 采用 */
  takeTrial(): void {
    const { trial } = this;
    if (!trial) return;
    this.#choices.set({ ...askedAsTaken(this.#choices.asked, trial.asked, trial.view), spare: trial.asked.spare });
    this.takeTrialAs(trial, this.#choices.asked);
  }

  leaveTrial(): void {
    if (this.run.running?.what.for === 'trial') this.run.cancel();
    this.trial = null;
    this.looksAt = 'plan';
  }

  /** A point of the frontier or another plan, reckoned and looked at beside the plan. */
  async look(cause: PlanCause & { readonly code: 'frontier' | 'variant' }): Promise<boolean> {
    const asked = this.#withoutSpare;
    const parks = this.others.parksOf(cause);
    if (!parks) return false;
    const answer = await this.#answered(this.#client.planGiven({ asked, parks }));
    if (answer?.ok) this.took(null, answer.value, { for: 'trial', cause }, { asked });
    return answer?.ok ?? false;
  }

  /** Other plans are sought, and looked at, without parks to spare. */
  get #withoutSpare(): PlanAsked {
    return { ...this.#choices.asked, spare: undefined };
  }

  /**
   * It was entered in the ledger, which changes no land that is planned with: it is the plan of the land as it is now, where
   * it was that of the land `before`. One that was older by other changes stays older.
   */
  booked(plan: PlanMade, before: number | null): void {
    const { version: was } = plan.view;
    const version = this.#page.open.project?.version ?? was;
    if (was !== before) return;
    // What is still said of it was asked of the land before all that was entered since.
    this.#entered = { from: this.#entered?.to === was ? this.#entered.from : was, to: version };
    if (this.plan?.number === plan.number) this.hold({ ...this.plan, view: { ...this.plan.view, version } });
  }

  /** An answer that was asked for before its plan was entered in the ledger is of the land as it is then. */
  #asEntered(view: PlanView): PlanView {
    const entered = this.#entered;
    return entered !== null && entered.from === view.version ? { ...view, version: entered.to } : view;
  }

  /** 取消: what holds stays as it is. */
  cancel(): void {
    this.run.cancel();
    this.onChange();
  }

  /** Other land is open. */
  clear(): void {
    this.run.cancel();
    this.forget();
    this.#hasSought = false;
    this.refusal = this.fault = null;
    this.others.clear();
    this.verdicts.clear();
  }

  #around(decided: Decided, cause: PlanCause): Promise<boolean> {
    this.#choices.change(decided);
    const seconds = this.#hasSought ? AGAIN_SECONDS : ANEW_SECONDS;
    return this.#seek({ for: 'plan', cause }, this.#choices.asked, seconds);
  }

  /** What is found is held at once; what is said of it comes after. */
  async #seek(what: PlanSought, asked: PlanAsked, seconds: number): Promise<boolean> {
    this.leaveTrial();
    const { explainSeconds } = this;
    let made: PlanMade | null = null;
    const took = (view: PlanView) => {
      if (made === null && this.#isLessThanHeld(view, what.cause)) return;
      made = this.took(made, this.#asEntered(view), what, { asked, curve: this.run.curve });
    };
    const answer = await this.#asked(what, asked, { seconds, explainSeconds }, took);
    if (answer?.ok) took(answer.value);
    return answer?.ok ?? false;
  }

  /** 续算 begins anew after a reload: in a short time it may find less than the plan that holds, which stays then. */
  #isLessThanHeld(view: PlanView, cause: PlanCause): boolean {
    return cause.code === 'resumed' && this.plan !== null && view.objective < this.plan.view.objective;
  }

  #asked(
    what: RunWhat,
    asked: PlanAsked,
    search: Partial<PlanSearch>,
    onFound: (view: PlanView) => void = () => undefined,
  ): Promise<RunAnswer> {
    this.refusal = this.fault = null;
    this.sought = asked;
    const question = {
      asked,
      search: { gap: GAP, seconds: 0, seed: 1, explainSeconds: 0, ...search },
      inHand: this.plan && inHandOf(this.plan.view),
    };
    const answer = this.run.ask(question, what, (view, isFound) => {
      if (what.for === 'plan') this.label(view);
      if (isFound) onFound(view);
      this.onChange();
    });
    this.onChange();
    return answer.then((told) => {
      if (told?.ok) this.#hasSought = true;
      else if (told) this.#refused(told);
      return told;
    });
  }

  async #answered(asked: Promise<Result<PlanView, PlanRefusal> | null>): Promise<RunAnswer> {
    const { labels } = this;
    const answer = await asked.catch(() => null);
    // Other land is open by now.
    if (labels !== this.labels) return null;
    if (answer && !answer.ok) this.#refused(answer);
    return answer;
  }

  #refused(answer: Exclude<RunAnswer, null | { readonly ok: true }>): void {
    if ('fault' in answer) this.fault = answer.fault;
    else this.refusal = answer.refusal;
  }

  /** How many parks the plan is short of; null without one. */
  get short(): number | null {
    return this.view && shortOf(this.view);
  }
}

/** The search begins with the plan that holds, whoever sought it and when. */
const inHandOf = ({ parks, certificate }: PlanView): PlanInHand => ({
  parks: parks.map(({ parcels, year, kind }) => ({ parcels: parcels.map(({ id }) => id), year, kind })),
  prices: certificate?.prices ?? null,
});
