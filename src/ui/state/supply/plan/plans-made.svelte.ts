import type { PlanAsked } from '../../../../city/planning/asked.ts';
import type { PlannedParkView, PlanView } from '../../../../city/planning/view.ts';
import { ParkLabels } from './labels.ts';
import type { PlanCause, PlanMade, RunWhat } from './made.ts';

export type PlanSought = RunWhat & { readonly for: 'plan' | 'trial' };

/** Plans that can be compared. */
const MOST_KEPT = 8;

/** The plans there are: the one that holds, the one before, a trial beside it, and those that were made. */
export class PlansMade {
  labels = new ParkLabels();
  plan = $state.raw<PlanMade | null>(null);
  /** The one it took the place of. */
  before = $state.raw<PlanMade | null>(null);
  trial = $state.raw<PlanMade | null>(null);
  looksAt = $state<'plan' | 'trial'>('plan');
  /** Plans of this project, the last one last. */
  made = $state.raw<readonly PlanMade[]>([]);
  /** Told of what is sought and found, to be kept. */
  onChange: () => void = () => undefined;
  #number = 0;

  labelOf({ parcels }: Pick<PlannedParkView, 'parcels'>): string {
    return this.labels.of(parcels.map(({ id }) => id));
  }

  /** A plan of before, as it was kept. */
  restored(plan: PlanMade, known: readonly string[]): void {
    this.labels = new ParkLabels(known);
    this.#number = plan.number;
    this.plan = plan;
    this.made = [plan];
  }

  protected forget(): void {
    this.labels = new ParkLabels();
    this.plan = this.before = this.trial = null;
    this.looksAt = 'plan';
    this.made = [];
    this.#number = 0;
  }

  /** `known`: what it was told as before; it is the same plan with more said of it, as long as it is looked at. */
  protected took(
    known: PlanMade | null,
    view: PlanView,
    { for: what, cause }: PlanSought,
    { asked, curve }: Pick<PlanMade, 'asked' | 'curve'>,
  ): PlanMade {
    this.label(view);
    const now = known && [this.plan, this.trial].find((own) => own?.number === known.number);
    if (known && !now) return known;
    const made = now ? { ...now, view, curve } : { number: ++this.#number, at: Date.now(), cause, asked, view, curve };
    this.made = now ? this.made.map((own) => (own === now ? made : own)) : [...this.made, made].slice(-MOST_KEPT);
    if (now ? now === this.plan : what === 'plan') this.hold(made);
    else {
      if (!now) this.looksAt = 'trial';
      this.trial = made;
      this.onChange();
    }
    return made;
  }

  /** 采用: the trial holds, as what it was asked with by then. */
  protected takeTrialAs(trial: PlanMade, asked: PlanAsked): void {
    const taken = { ...trial, asked };
    this.trial = null;
    this.looksAt = 'plan';
    this.made = this.made.map((own) => (own === trial ? taken : own));
    this.hold(taken);
  }

  protected hold(plan: PlanMade): void {
    if (this.plan && this.plan.number !== plan.number) this.before = this.plan;
    this.plan = plan;
    this.onChange();
  }

  /** Numbers are given in the order of the plan. */
  protected label({ parks }: PlanView): void {
    for (const park of parks) this.labelOf(park);
  }

  /** The causes of these can be taken back by a step. */
  protected get aroundCause(): PlanCause | null {
    const cause = this.plan?.cause ?? null;
    return cause && ['banned', 'unbanned', 'rung'].includes(cause.code) ? cause : null;
  }
}
