import type { Asking } from '../explain/asking.ts';
import { keptChoices, planOf } from '../explain/choice-program.ts';
import { Pricer } from '../pricing/pricer.ts';
import type { FoundPlan } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { Remains, scenarios } from './chances.ts';
import { chosen, type Expected } from './choose.ts';
import { poolFor } from './pool.ts';
import { spareParks } from './spare-parks.ts';
import { steppingIn, type SteppingIn } from './stepping-in.ts';
import { possible, simulated, type Met, type Simulated } from './simulate.ts';

/** A plan with spare parks 备选园区, and what becomes of it and of the plan without them where parcels fall through. */
export interface Spared {
  /** Its points are those without anything falling through. */
  readonly plan: FoundPlan;
  /** Those of its parks that stand by, in the order in which they step in. */
  readonly spares: readonly SteppingIn[];
  /** What it gives up of the points of the plan without spare parks, as a part of them. */
  readonly givenUp: number;
  readonly simulated: Simulated;
  readonly without: Simulated;
  /** No plan does better, as far as what is left of the land tells. */
  readonly possible: Met;
  /** Parks that the plan without spare parks misses where nothing falls through. */
  readonly plannedShort: number;
}

export interface SpareSettings {
  /** So many parks more than its least are wanted of each target. */
  readonly spare: number;
  /** Scenarios that the plan is tried with afterwards; those it is made with are others. */
  readonly scenarios: number;
}

/** Scenarios by which it is told what is to be expected of a park. */
const DRAWS = 80;
/** And by which plans are weighed against each other. */
const WEIGHED = 200;

/**
 * The plan with the most points to be expected where parcels fall through, and so many parks to spare of each target: chosen
 * from parks round the prices of the plan that is asked about, so that the bound is that of the plan without any falling through.
 */
export async function spared(
  asking: Asking,
  solver: Solver,
  { spare, scenarios: tries }: SpareSettings,
): Promise<Spared> {
  const { problem, choices, plan, settings, seed, watch } = asking;
  const pricer = new Pricer(problem, choices);
  const parks = await poolFor(asking, pricer, spare);
  const pool = expected(asking, pricer, parks);
  const choosing = { problem, choices: keptChoices(asking), pool };
  const how = {
    gap: Math.max(settings.gap, 1e-3),
    seconds: settings.seconds,
    seed,
    start: null,
    isStopped: watch?.isStopped,
  };
  // Where land or money is short spare parks may cost others: what is best in scenarios that none of them was made by is taken.
  const weighed = { scenarios: WEIGHED, seed: seed + 1, planned: plan.short };
  const worthOf = (own: readonly PlanPark[]) => simulated(problem, own, weighed).worth;
  let [best, most] = [plan.parks, worthOf(plan.parks)];
  for (const least of new Set([spare, 0])) {
    const found = best === plan.parks ? chosen(solver, { ...choosing, spare: least }, how) : null;
    const worth = found ? worthOf(found) : -Infinity;
    if (found && worth > most) [best, most] = [found, worth];
  }
  const own = best === plan.parks ? plan : withStatus(asking, best);
  // Others than those that the parks were weighed by.
  const trial = { scenarios: tries, seed: seed + TRIAL, planned: plan.short };
  return {
    plan: own,
    spares: steppingIn(problem, own.parks, spareParks(problem, own.parks, choices, spare), trial),
    givenUp: (plan.objective - own.objective) / Math.max(1, Math.abs(plan.objective)),
    simulated: simulated(problem, own.parks, trial),
    without: simulated(problem, plan.parks, trial),
    possible: possible(problem, trial),
    plannedShort: plan.short.reduce((sum, missing) => sum + missing, 0),
  };
}

const TRIAL = 7919;

/** By park how often it comes about, and with how many points. */
function expected({ problem, seed }: Asking, pricer: Pricer, parks: readonly PlanPark[]): Expected[] {
  const draws = scenarios(problem, DRAWS, seed);
  return parks.map((park) => {
    // Of what nobody banned: a rest of a park is none that is chosen.
    const remains = new Remains((_, parcels) => pricer.parkOf(parcels, park.kind, park.year));
    const left = draws.map((fallen) => remains.of(park, fallen));
    const points = left.reduce((sum, own) => sum + Math.max(0, own?.points ?? 0), 0);
    return { park, likely: left.filter((own) => own !== null).length / DRAWS, points: points / DRAWS };
  });
}

function withStatus(asking: Asking, parks: readonly PlanPark[]): FoundPlan {
  const { plan, settings } = asking;
  const own = planOf(asking, parks, 'spare');
  const isNear = plan.bound - own.objective <= settings.gap * Math.abs(own.objective);
  return isNear ? { ...own, status: 'within-gap' } : own;
}
