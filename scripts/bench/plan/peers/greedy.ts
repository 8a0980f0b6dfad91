import { Pricer } from '../../../../src/supply/plan/pricing/pricer.ts';
import type { Prices } from '../../../../src/supply/plan/shape/found.ts';
import { noChoices, type PlanPark, type PlanProblem } from '../../../../src/supply/plan/shape/problem.ts';
import { Holding } from './holding.ts';

/** What is limited is priced at so much of what a first plan made of it. */
const PRICED = [0.9, 1.1];
/** Round each parcel. */
const NODES = 20_000;

/**
 * Greedy over exact parks: again and again, of the best parks round every parcel of land that is left, the one with most points for
 * what it takes of what is limited; those a jurisdiction is short of first. The best of four runs: parks are made as if nothing
 * were scarce, then at three prices of what is.
 */
export function greedy(problem: PlanProblem): Holding {
  const pricer = new Pricer(problem, noChoices);
  const first = planAt(problem, pricer, new Float64Array(problem.limits.length), true);
  const worth = first.parks.reduce((sum, { points }) => sum + points, 0);
  const used = problem.limits.reduce((sum, { most }, n) => sum + first.used[n] / most, 0);
  const plans = PRICED.flatMap((part) => {
    const prices = Float64Array.from(problem.limits, ({ most }) => (used > 0 ? (part * worth) / used / most : 0));
    return [planAt(problem, pricer, prices, true), planAt(problem, pricer, prices, false)];
  });
  return plans.reduce((best, plan) => (plan.objective > best.objective ? plan : best), first);
}

/** One run: all parks are made once, and those of a township anew when one of them was taken. */
function planAt(problem: PlanProblem, all: Pricer, limits: Float64Array, withTargets: boolean): Holding {
  const holding = new Holding(problem);
  const prices: Prices = {
    limits,
    targets: Float64Array.from(problem.targets, ({ penalty }) => penalty),
    parcels: new Float64Array(problem.parcels.size),
  };
  const ask = { nodes: NODES, perTownshipYear: Infinity, above: 0 };
  let pricer = all.withChoices(noChoices);
  const pool: PlanPark[][] = Array.from({ length: problem.townships.length - 1 }, () => []);
  for (const park of pricer.price(prices, ask).parks) pool[park.township].push(park);
  for (let best = bestOf(holding, pool, withTargets); best; best = bestOf(holding, pool, withTargets)) {
    holding.change([], [best]);
    const bannedParcels = holding.parks.flatMap(({ parcels }) => [...parcels]);
    pricer = pricer.withChoices({ ...noChoices, bannedParcels });
    pool[best.township] = [...pricer.price(prices, { ...ask, townships: [best.township] }).parks];
  }
  return holding;
}

/** Of what fits and gains: first what a jurisdiction is short of, then what gains most for what it takes. */
function bestOf(holding: Holding, pool: readonly (readonly PlanPark[])[], withTargets: boolean): PlanPark | null {
  let [best, isWanted, most] = [null as PlanPark | null, false, -Infinity];
  for (const parks of pool)
    for (const park of parks) {
      const gain = holding.gain([], [park]);
      if (gain === null || gain <= 0) continue;
      const wanted = countsForJurisdiction(holding, park);
      const ratio = (withTargets ? gain : park.points) / Math.max(1e-9, holding.scarce(park));
      if (wanted === isWanted ? ratio > most : wanted) [best, isWanted, most] = [park, wanted, ratio];
    }
  return best;
}

const countsForJurisdiction = (holding: Holding, park: PlanPark): boolean =>
  holding
    .targetsOf(park)
    .some((target) => holding.problem.targets[target].jurisdiction !== null && holding.short(target) > 0);
