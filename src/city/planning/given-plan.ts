import { whyNoPark } from './no-park.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { objectiveOf, shortOf } from '../../supply/plan/explain/asking.ts';
import { Pricer } from '../../supply/plan/pricing/pricer.ts';
import type { FoundPlan, HeldPlan, Prices } from '../../supply/plan/shape/found.ts';
import { noChoices, type PlanPark } from '../../supply/plan/shape/problem.ts';
import type { FixedPark, PlanRefusal } from './asked.ts';
import { placesOf, type Lookup } from './choices.ts';
import type { PlanLand } from './plan-land.ts';

/** A park of a plan that somebody has: of a frontier, of another plan, of one that was kept. */
export type GivenPark = Required<Pick<FixedPark, 'parcels' | 'year' | 'kind'>>;

/** A plan that whoever asks has in hand 手上的方案, and the prices it was proven with. */
export interface PlanInHand {
  readonly parks: readonly GivenPark[];
  readonly prices: Prices | null;
}

/** As the search begins with it: parks of land or years that are not planned with are left out. */
export function heldPlan({ problem, kinds }: Planned, { parks, prices }: PlanInHand, { find }: Lookup): HeldPlan {
  const placed = parks.flatMap(({ parcels, year, kind }) => {
    const at = problem.years.indexOf(year);
    const found = placesOf(parcels, { find });
    if (!found.ok || at < 0) return [];
    return [{ parcels: found.value.sort((a, b) => a - b), kinds: waysOf(kinds, kind), year: at }];
  });
  return { parks: placed, prices };
}

type Planned = Pick<PlanLand, 'problem' | 'kinds'>;

/** Places of the kinds a park of that type may be of. */
const waysOf = (kinds: PlanLand['kinds'], kind: string): number[] =>
  kinds.flatMap(({ parkType }, place) => (parkType === kind ? [place] : []));

/** The parks as a plan, reckoned and held against targets and limits as one that was sought; refused where one is no park. */
export function givenPlan(
  { problem, kinds }: Planned,
  given: readonly GivenPark[],
  lookup: Lookup,
): Result<FoundPlan, PlanRefusal> {
  const pricer = new Pricer(problem, noChoices);
  const parks: PlanPark[] = [];
  for (const { parcels, year, kind } of given) {
    const found = placesOf(parcels, lookup);
    if (!found.ok) return found;
    const places = found.value.sort((a, b) => a - b);
    const at = problem.years.indexOf(year);
    const made = waysOf(kinds, kind)
      .map((way) => (at < 0 ? null : pricer.parkOf(places, way, at)))
      .find((park) => park !== null);
    if (!made) {
      const ids = parcels.join('+');
      if (at < 0) return refuse('plan-no-park', { ids, why: 'year' });
      return refuse('plan-no-park', { ids, why: 'none', ...whyNoPark(problem, places, waysOf(kinds, kind), at) });
    }
    parks.push(made);
  }
  return ok({
    status: 'given',
    parks,
    short: shortOf(problem, parks),
    missed: { parks: [], parcels: [] },
    objective: objectiveOf(problem, parks),
    bound: Infinity,
    boundKind: 'none',
    certificate: null,
    stats: { columns: parks.length, rounds: 0, nodes: 0, unproved: 0 },
  });
}
