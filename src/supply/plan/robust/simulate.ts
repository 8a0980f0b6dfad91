import { faultsOf, reckoned } from '../check/park.ts';
import { countsFor } from '../explain/asking.ts';
import { mostParksOf } from '../master/most-parks.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { Remains, scenarios } from './chances.ts';

/** Shares of the scenarios. */
export interface Met {
  /** In which no park is missing of any target. */
  readonly allMet: number;
  /** In which no target misses more than the plan without spare parks misses where nothing falls through. */
  readonly asPlanned: number;
}

/** What becomes of a plan where parcels fall through. */
export interface Simulated extends Met {
  readonly scenarios: number;
  /** Means over all scenarios. */
  readonly short: number;
  readonly parks: number;
  /** Points of the parks that come about, and with what is lost on targets. */
  readonly points: number;
  readonly worth: number;
}

/** How a plan is tried. */
export interface Trial {
  readonly scenarios: number;
  readonly seed: number;
  /** By target the parks that are missing where nothing falls through. */
  readonly planned: Float64Array;
}

/**
 * Lets parcels fall through as likely as they are, again and again: a park comes about where the rest of its parcels are one, reckoned
 * by the checker and not by what made the plan.
 */
export function simulated(problem: PlanProblem, parks: readonly PlanPark[], trial: Trial): Simulated {
  const remains = standing(problem);
  const met = new Counting(trial);
  const sums = { short: 0, parks: 0, points: 0, lost: 0 };
  for (const fallen of scenarios(problem, trial.scenarios, trial.seed)) {
    const left = parks.flatMap((park) => {
      const own = remains.of(park, fallen);
      return own ? [{ park, points: own.points }] : [];
    });
    const short = problem.targets.map((target) =>
      Math.max(0, target.least - left.filter(({ park }) => countsFor(park, target)).length),
    );
    met.add(short);
    sums.short += short.reduce((sum, own) => sum + own, 0);
    sums.lost += short.reduce((sum, own, target) => sum + own * problem.targets[target].penalty, 0);
    sums.parks += left.length;
    sums.points += left.reduce((sum, { points }) => sum + points, 0);
  }
  const mean = (sum: number) => sum / trial.scenarios;
  return {
    scenarios: trial.scenarios,
    ...met.shares(),
    short: mean(sums.short),
    parks: mean(sums.parks),
    points: mean(sums.points),
    worth: mean(sums.points - sums.lost),
  };
}

/** What is left of parks, as the checker reckons it. */
export const standing = (problem: PlanProblem): Remains =>
  new Remains((park, parcels) => {
    const found = reckoned(problem, park.township, parcels, park);
    return faultsOf(problem, park.township, parcels, park, found).length > 0 ? null : found;
  });

/** No plan does better in these scenarios, for what is left of the land of a target makes no more parks. */
export function possible(problem: PlanProblem, trial: Trial): Met {
  const met = new Counting(trial);
  const { parcels, years, targets } = problem;
  const lasts = [...new Set(targets.map(({ to }) => to))];
  for (const fallen of scenarios(problem, trial.scenarios, trial.seed)) {
    const ready = parcels.ready.map((year, place) => (fallen[place] === 1 ? years.length : year));
    const left = { ...problem, parcels: { ...parcels, ready } };
    const most = new Map(lasts.map((last) => [last, mostParksOf(left, last)]));
    met.add(
      targets.map(({ townships, least, to }) =>
        Math.max(0, least - most.get(to)!.reduce((sum, own, t) => sum + (townships[t] === 1 ? own : 0), 0)),
      ),
    );
  }
  return met.shares();
}

/** Scenarios by what is missing in them. */
class Counting {
  private readonly sums = { allMet: 0, asPlanned: 0 };

  constructor(private readonly trial: Trial) {}

  /** One scenario, by target. */
  add(short: readonly number[]): void {
    if (short.every((missing) => missing <= 0)) this.sums.allMet++;
    if (short.every((missing, target) => missing <= this.trial.planned[target])) this.sums.asPlanned++;
  }

  shares(): Met {
    const { scenarios: all } = this.trial;
    return { allMet: this.sums.allMet / all, asPlanned: this.sums.asPlanned / all };
  }
}
