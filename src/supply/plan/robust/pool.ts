import { answered, type Asking } from '../explain/asking.ts';
import { parkKey } from '../explain/choice-program.ts';
import { Pricer } from '../pricing/pricer.ts';
import type { FoundPlan } from '../shape/found.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';

/** Parks worth this much less than the prices are looked at too: what falls through makes others better. */
const BELOW = -25;
const NODES = 4000;
const EACH = 4;
/** Parks this much larger than they must be stay parks where a parcel falls through. */
const LARGER = [1, 1.2, 1.5];

/**
 * Parks to choose a plan with spare ones from: those of the plan, and of one with so many more of each target; round the prices of
 * both the best of each township and year, of the least size and larger.
 */
export async function poolFor(asking: Asking, pricer: Pricer, spare: number): Promise<readonly PlanPark[]> {
  const { problem, choices, plan, watch } = asking;
  const plans = [plan, await withMore(asking, spare)];
  const pool = new Map<string, PlanPark>();
  const add = (park: PlanPark | null) => {
    if (park) pool.set(parkKey(park), park);
  };
  for (const { parks } of plans) parks.forEach(add);
  const fixed = choices.fixedParks.flatMap(({ parcels, kind, year }) =>
    problem.years.flatMap((_, n) => (year === null || year === n ? [pricer.parkOf(parcels, kind, n)] : [])),
  );
  fixed.forEach(add);
  for (const larger of LARGER) {
    const own = larger === 1 ? pricer : new Pricer(sized(problem, larger), choices);
    for (const { certificate } of plans) {
      if (!certificate || watch?.isStopped?.()) continue;
      await watch?.pause?.();
      const { parks } = own.price(certificate.prices, { nodes: NODES, perTownshipYear: EACH, above: BELOW });
      for (const { parcels, kind, year } of parks) add(pricer.parkOf([...parcels], kind, year));
    }
  }
  return [...pool.values()];
}

const sized = (problem: PlanProblem, factor: number): PlanProblem => ({
  ...problem,
  kinds: problem.kinds.map((kind) => ({
    ...kind,
    landMu: kind.landMu.map((least) => factor * least),
    floorM2: kind.floorM2.map((least) => factor * least),
  })),
});

/** The best plan where so many more are wanted, and as many again as may fall through. */
function withMore(asking: Asking, spare: number): Promise<FoundPlan> {
  const { problem, choices, plannerOf } = asking;
  const targets = problem.targets.map((target) => ({ ...target, least: Math.ceil(1.2 * target.least) + spare }));
  return answered(asking, plannerOf({ ...problem, targets }), choices);
}
