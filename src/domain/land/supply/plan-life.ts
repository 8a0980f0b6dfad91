import type { PlanStep, SupplyPlan } from '../model.ts';

export type PlanState = NonNullable<PlanStep['state']>;
type Living = Pick<SupplyPlan, 'states'>;
interface DatedState extends PlanStep {
  readonly state: PlanState;
  readonly on: string;
}

/** 草案 → 报批 → 批准 → 公布; back to the draft until it is published, and from then on only another version. */
const after: Readonly<Record<PlanState, readonly PlanState[]>> = {
  draft: ['submitted'],
  submitted: ['approved', 'draft'],
  approved: ['published', 'draft'],
  published: [],
  replaced: [],
};

/** The last state; null of one that never left the draft. */
export const lastState = ({ states = [] }: Living): DatedState | null =>
  states.findLast((own): own is DatedState => own.state !== undefined && own.on !== undefined) ?? null;
export const planStateOf = (plan: Living): PlanState => lastState(plan)?.state ?? 'draft';
export const nextStates = (plan: Living): readonly PlanState[] => after[planStateOf(plan)];

/** As it was told on a day: what came after is not known. */
export const planAsOn = (plan: SupplyPlan, day: string): SupplyPlan =>
  plan.states ? { ...plan, states: plan.states.filter(({ on }) => on === undefined || on <= day) } : plan;

/** By year, then version; what lacks either comes first. */
export const byVersion = (a: SupplyPlan, b: SupplyPlan): number =>
  (a.year ?? 0) - (b.year ?? 0) || (a.version ?? 1) - (b.version ?? 1);
