import { boundAt } from '../master/bound.ts';
import { anyShortfalls } from '../master/shortfalls.ts';
import { Pricer } from '../pricing/pricer.ts';
import type { FoundPlan } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import type { Asking } from './asking.ts';
import { choiceProgram, keptChoices, parkKey, planOf } from './choice-program.ts';

/** Plans nearly as good as the best, each as different from those before it as was found. */
export interface Variants {
  readonly plans: readonly FoundPlan[];
  /** Parcels that every one of them uses, and parks, in whatever year, that are in every one of them. */
  readonly parcels: readonly number[];
  readonly parks: readonly PlanPark[];
}

/** So many parks are chosen from, of each township no more than its part. */
const MOST = 4000;
/** Parts of what may be lost on one park, tried until few enough parks are found. */
const PARTS = [1, 0.5, 0.25, 0.1, 0.03];
/** Likeness that is saved is worth this much more than points. */
const POINTS = 1e-3;
/** Another plan need not be the most different one to the last bit. */
const GAP = 0.02;

/**
 * `count` other plans within this part of the plan's points (0.01): each has as little in common with all before it as can be, a park
 * having in common with a plan the largest part of its land that stands together there too. Parks a person fixed stay.
 */
export async function variants(asking: Asking, solver: Solver, count: number, within: number): Promise<Variants> {
  const { plan, watch } = asking;
  const least = plan.objective - within * Math.abs(plan.objective);
  const pool = await poolOf(asking, least);
  const plans: FoundPlan[] = [plan];
  while (plans.length <= count && !watch?.isStopped?.()) {
    await watch?.pause?.();
    const found = another(asking, solver, pool, plans, least);
    if (!found) break;
    plans.push(found);
  }
  const used = plans.map(({ parks }) => new Set(parks.flatMap(({ parcels }) => [...parcels])));
  const keys = plans.map(({ parks }) => new Set(parks.map(keyOf)));
  return {
    plans,
    parcels: [...used[0]].filter((place) => used.every((own) => own.has(place))).sort((a, b) => a - b),
    parks: plan.parks.filter((park) => keys.every((own) => own.has(keyOf(park)))),
  };
}

/** Whatever the year. */
const keyOf = ({ kind, parcels }: PlanPark): string => `${kind} ${parcels.join()}`;

/** Parks that may be in so good a plan, as far as the prices tell: of each township all of them, or those that are worth most. */
async function poolOf(asking: Asking, least: number): Promise<readonly PlanPark[]> {
  const { problem, choices, plan, watch } = asking;
  const { certificate } = plan;
  const pool = new Map(plan.parks.map((park) => [parkKey(park), park]));
  if (!certificate) return [...pool.values()];
  const loss = boundAt(problem, anyShortfalls(problem), certificate).points - least;
  // Land of a fixed park that could not be kept is of no other all the same: the bound is of such plans.
  const pricer = new Pricer(problem, choices);
  const { townships, parcels } = problem;
  for (let township = 0; township + 1 < townships.length && !watch?.isStopped?.(); township++) {
    await watch?.pause?.();
    const share = Math.ceil((MOST * (townships[township + 1] - townships[township])) / parcels.size);
    for (const part of PARTS) {
      const some = pricer.every(certificate.prices, -part * loss, share, [township]);
      for (const park of some ?? []) pool.set(parkKey(park), park);
      if (some) break;
    }
  }
  return [...pool.values()];
}

/** The plan of the pool that has least in common with those before it; null where there is no other. */
function another(
  asking: Asking,
  solver: Solver,
  pool: readonly PlanPark[],
  plans: readonly FoundPlan[],
  least: number,
): FoundPlan | null {
  const { problem, settings, seed, watch } = asking;
  const alike = likeness(problem.parcels.landMu, plans);
  const gains = Float64Array.from(pool, (park) => POINTS * park.points - alike(park));
  const program = choiceProgram(solver, { problem, choices: keptChoices(asking), pool, gains, leastPoints: least });
  try {
    const whole = new Uint8Array(pool.length + 2 * problem.targets.length).fill(1, 0, pool.length);
    const how = { gap: GAP, seconds: settings.seconds, seed, start: null, isStopped: watch?.isStopped };
    const { values } = program.solveWhole(whole, how);
    if (!values) return null;
    const parks = pool.filter((_, n) => values[n] > 0.5);
    const isOld = plans.some((plan) => keysOf(plan.parks) === keysOf(parks));
    return isOld ? null : planOf(asking, parks, 'within-gap');
  } finally {
    program.free();
  }
}

const keysOf = (parks: readonly PlanPark[]): string => parks.map(parkKey).sort().join(';');

/** 亩 of a park, counted for each plan by the largest part of it that is together in a park there. */
function likeness(landMu: Float64Array, plans: readonly FoundPlan[]): (park: PlanPark) => number {
  const mu = (parcels: Iterable<number>) => [...parcels].reduce((sum, place) => sum + landMu[place], 0);
  const owners = plans.map(({ parks }) => new Map(parks.flatMap((own) => [...own.parcels].map((p) => [p, own]))));
  return (park) =>
    owners.reduce((sum, owner) => {
      const others = new Set([...park.parcels].flatMap((place) => owner.get(place) ?? []));
      const parts = [...others].map(({ parcels, landMu: own }) => {
        const common = mu(park.parcels.filter((place) => parcels.includes(place)));
        return common / (park.landMu + own - common);
      });
      return sum + park.landMu * Math.max(0, ...parts);
    }, 0);
}
