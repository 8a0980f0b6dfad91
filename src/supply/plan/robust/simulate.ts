import { faultsOf, reckoned } from '../check/park.ts';
import { countsFor } from '../explain/asking.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { Remains, scenarios } from './chances.ts';

/** What becomes of a plan where parcels fall through. */
export interface Simulated {
  readonly scenarios: number;
  /** Share of the scenarios in which no park is missing of any target. */
  readonly allMet: number;
  /** Means over all scenarios. */
  readonly short: number;
  readonly parks: number;
  /** Points of the parks that come about. */
  readonly points: number;
}

/**
 * Lets parcels fall through as likely as they are, again and again: a park comes about where the rest of its parcels are one, reckoned
 * by the checker and not by what made the plan.
 */
export function simulated(problem: PlanProblem, parks: readonly PlanPark[], count: number, seed: number): Simulated {
  const remains = new Remains((park, parcels) => {
    const found = reckoned(problem, park.township, parcels, park);
    return faultsOf(problem, park.township, parcels, park, found).length > 0 ? null : found;
  });
  const sums = { allMet: 0, short: 0, parks: 0, points: 0 };
  for (const fallen of scenarios(problem, count, seed)) {
    const left = parks.flatMap((park) => {
      const own = remains.of(park, fallen);
      return own ? [{ park, points: own.points }] : [];
    });
    const short = problem.targets.reduce((sum, target) => {
      const there = left.filter(({ park }) => countsFor(park, target)).length;
      return sum + Math.max(0, target.least - there);
    }, 0);
    sums.allMet += short > 0 ? 0 : 1;
    sums.short += short;
    sums.parks += left.length;
    sums.points += left.reduce((sum, { points }) => sum + points, 0);
  }
  const mean = (sum: number) => sum / count;
  return {
    scenarios: count,
    allMet: mean(sums.allMet),
    short: mean(sums.short),
    parks: mean(sums.parks),
    points: mean(sums.points),
  };
}
