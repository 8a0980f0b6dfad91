import type { Pricer } from '../pricing/pricer.ts';
import type { HeldPlan, Prices } from '../shape/found.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';

/** A plan that somebody has, as far as it is one of the problem. */
export interface Held {
  readonly parks: readonly PlanPark[];
  /** Null where they are of a problem of another size. */
  readonly prices: Prices | null;
}

export function heldIn(problem: PlanProblem, pricer: Pricer, { parks, prices }: HeldPlan): Held {
  const made = parks.flatMap(({ parcels, kinds, year }) => {
    for (const kind of kinds) {
      const park = pricer.parkOf([...parcels], kind, year);
      if (park) return [park];
    }
    return [];
  });
  return { parks: made, prices: prices && isOf(problem, prices) ? prices : null };
}

const isOf = ({ limits, targets, parcels }: PlanProblem, prices: Prices): boolean =>
  prices.limits.length === limits.length &&
  prices.targets.length === targets.length &&
  prices.parcels.length === parcels.size;
