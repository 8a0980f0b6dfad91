import { inOrder, type ToldPlan } from '../city/planning/plan-telling.ts';
import type { PlanView } from '../city/planning/view.ts';
import { patched } from '../domain/plain-difference.ts';

/** A plan that was told, and what it is called. */
export interface KnownPlan {
  readonly as: number;
  readonly view: PlanView;
}

/** The plan of what was told and the one that is held; of what is the same the same objects stay. RangeError where it is told against another. */
export function planFrom(told: ToldPlan, held: KnownPlan | null): KnownPlan {
  const { as } = told;
  if ('whole' in told) return { as, view: told.whole };
  if (held?.as !== told.of) throw new RangeError(`of plan ${told.of}, and not ${held?.as ?? 'any'}`);
  return { as, view: patched(inOrder(held.view, told.order), told.differs) as PlanView };
}
