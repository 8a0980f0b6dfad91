import type { FoundPlan, PlanSettings, PlanWatch } from '../shape/found.ts';
import { SUM_SLACK, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';

/** What makes plans of one problem: a `PlanSession`. */
interface Planner {
  solve(choices: Choices, settings: PlanSettings, seed: number, watch?: PlanWatch): Promise<FoundPlan>;
}

/** A plan that is asked about, and whoever can make others. */
export interface Asking {
  readonly problem: PlanProblem;
  readonly choices: Choices;
  readonly plan: FoundPlan;
  /** Of this problem: it keeps what it made, so that a second plan comes quickly. */
  readonly planner: Planner;
  readonly plannerOf: (problem: PlanProblem) => Planner;
  /** Of each plan that is made to answer. */
  readonly settings: PlanSettings;
  readonly seed: number;
  readonly watch?: PlanWatch;
}

/** The plan that answers: nobody is told how far it is. */
export function answered(
  { settings, seed, watch }: Pick<Asking, 'settings' | 'seed' | 'watch'>,
  planner: Planner,
  choices: Choices,
): Promise<FoundPlan> {
  return planner.solve(choices, settings, seed, { pause: watch?.pause, isStopped: watch?.isStopped });
}

/** So few points are none: plans are told no nearer. */
export const NO_POINTS = 1e-4;

interface Span {
  readonly from: number;
  readonly to: number;
}
type Placed = Pick<PlanPark, 'year' | 'township' | 'parcels'>;

const isWithin = (year: number, { from, to }: Span): boolean => year >= from && year <= to;

/** How much of a limit a park takes. */
export function useOf(park: Placed, limit: PlanProblem['limits'][number]): number {
  return isWithin(park.year, limit) ? park.parcels.reduce((sum, place) => sum + limit.use[place], 0) : 0;
}

/** Whether parks keep to all limits. */
export const keepsTo = ({ limits }: PlanProblem, parks: readonly Placed[]): boolean =>
  limits.every((limit) => {
    const uses = parks.map((park) => useOf(park, limit));
    const moved = uses.reduce((sum, use) => sum + Math.abs(use), Math.abs(limit.most));
    return uses.reduce((sum, use) => sum + use, 0) <= limit.most + SUM_SLACK * moved;
  });

/** Whether a park counts for a target. */
export const countsFor = (park: Placed, target: PlanProblem['targets'][number]): boolean =>
  target.townships[park.township] === 1 && isWithin(park.year, target);

/** By target the parks that are missing. */
export const shortOf = ({ targets }: PlanProblem, parks: readonly Placed[]): Float64Array =>
  Float64Array.from(targets, (target) =>
    Math.max(0, target.least - parks.filter((park) => countsFor(park, target)).length),
  );

/** Points of these parks less those lost on targets. */
export function objectiveOf(problem: PlanProblem, parks: readonly PlanPark[]): number {
  const short = shortOf(problem, parks);
  const lost = problem.targets.reduce((sum, { penalty }, target) => sum + penalty * short[target], 0);
  return parks.reduce((sum, { points }) => sum + points, 0) - lost;
}
