import type { Prices } from '../shape/found.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { countsFor, useOf } from './asking.ts';

/** Why a park is in a plan: its points, what it takes of what others want too, and what it counts for, at the prices of the plan. */
export interface Why {
  readonly points: number;
  /** Of each limit that it takes of and that has a price; points less than nothing where it gives some back. */
  readonly limits: readonly { readonly limit: number; readonly use: number; readonly points: number }[];
  /** What its land is worth to other parks. */
  readonly land: number;
  /** Targets that would miss it. */
  readonly targets: readonly { readonly target: number; readonly points: number }[];
  /** What is left: next to nothing of a park that is just worth it, less than nothing of one that is in as parks are whole. */
  readonly beyond: number;
}

export function whyIn(problem: PlanProblem, prices: Prices, park: PlanPark): Why {
  const limits = problem.limits.flatMap((limit, n) => {
    const use = useOf(park, limit);
    const points = use * prices.limits[n];
    return points === 0 ? [] : [{ limit: n, use, points }];
  });
  const targets = problem.targets.flatMap((target, n) =>
    prices.targets[n] > 0 && countsFor(park, target) ? [{ target: n, points: prices.targets[n] }] : [],
  );
  const land = park.parcels.reduce((sum, place) => sum + prices.parcels[place], 0);
  const sum = (of: readonly { readonly points: number }[]) => of.reduce((total, { points }) => total + points, 0);
  return { points: park.points, limits, land, targets, beyond: park.points - sum(limits) - land + sum(targets) };
}
