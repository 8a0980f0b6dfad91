import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { answered, shortOf, type Asking } from './asking.ts';

/** A plan with the most floor area that was found for its cost. */
export interface FrontierPlan {
  readonly parks: readonly PlanPark[];
  readonly cost: number;
  readonly floorM2: number;
}

/**
 * 成本—建筑面积前沿: from the plan that costs least to the one with the most floor area, `steps` between them; none misses more of a
 * target than the plan that is asked about. Each has more floor area than the one before it, and costs more.
 * `cost`: by parcel. Points of its parks are those by which they were sought.
 */
export async function frontier(asking: Asking, cost: Float64Array, steps: number): Promise<readonly FrontierPlan[]> {
  const find = (points: Float64Array, most: number) => bestBy(asking, { cost, points, most });
  const { floorM2 } = asking.problem.parcels;
  const known: FrontierPlan[] = [];
  const cheapest = await find(
    cost.map((own) => -own),
    Infinity,
  );
  const largest = await find(floorM2, Infinity);
  if (!cheapest || !largest) return [];
  known.push(cheapest, largest);
  for (let step = 1; step < steps; step++) {
    if (asking.watch?.isStopped?.()) break;
    const found = await find(floorM2, cheapest.cost + (step / steps) * (largest.cost - cheapest.cost));
    if (found) known.push(found);
  }
  return undominated(known);
}

/** Those that no other one beats, by cost. */
function undominated(plans: readonly FrontierPlan[]): FrontierPlan[] {
  const order = [...plans].sort((a, b) => a.cost - b.cost || b.floorM2 - a.floorM2);
  const kept: FrontierPlan[] = [];
  for (const plan of order) if (plan.floorM2 > (kept.at(-1)?.floorM2 ?? -Infinity)) kept.push(plan);
  return kept;
}

interface Sought {
  readonly cost: Float64Array;
  readonly points: Float64Array;
  readonly most: number;
}

/** The plan worth most by these points that costs no more than `most`; null where none that misses as little was found. */
async function bestBy(asking: Asking, sought: Sought): Promise<FrontierPlan | null> {
  const { problem, choices, plan, plannerOf } = asking;
  const found = await answered(asking, plannerOf(counting(problem, plan.parks, sought)), choices);
  const short = shortOf(problem, found.parks);
  if (short.some((missing, target) => missing > plan.short[target] + 1e-9)) return null;
  const sum = (column: Float64Array) =>
    found.parks.reduce((total, { parcels }) => total + parcels.reduce((own, place) => own + column[place], 0), 0);
  return { parks: found.parks, cost: sum(sought.cost), floorM2: sum(problem.parcels.floorM2) };
}

/** The same problem with other points, nothing lost to years, sites and distances, and no more missing than in `parks`. */
function counting(problem: PlanProblem, parks: readonly PlanPark[], { cost, points, most }: Sought): PlanProblem {
  const short = shortOf(problem, parks);
  const all = points.reduce((sum, own) => sum + Math.abs(own), 0);
  const scale = all > 0 ? 1000 / all : 1;
  const last = problem.years.length - 1;
  return {
    ...problem,
    parcels: { ...problem.parcels, points: points.map((own) => scale * own) },
    parkPoints: { share: problem.years.map(() => 1), park: 0, site: 0, muKm: 0 },
    // Its parks are parks of the problem itself: others could not be taken.
    reach: { ...problem.reach, worth: { points: problem.parcels.points, muKm: problem.parkPoints.muKm } },
    limits:
      most < Infinity ? [...problem.limits, { what: 'money', from: 0, to: last, use: cost, most }] : problem.limits,
    targets: problem.targets.map((target, n) => ({
      ...target,
      least: Math.max(0, target.least - short[n]),
      penalty: 2000,
    })),
  };
}
