import { Loading } from '../../../../src/supply/plan/pricing/loading.ts';
import { neighbourhoodsOf } from '../../../../src/supply/plan/pricing/neighbourhoods.ts';
import { parkOf } from '../../../../src/supply/plan/pricing/park.ts';
import { SetSearch } from '../../../../src/supply/plan/pricing/set-search.ts';
import { Worths } from '../../../../src/supply/plan/pricing/worths.ts';
import type { Prices } from '../../../../src/supply/plan/shape/found.ts';
import { noChoices, type PlanPark, type PlanProblem } from '../../../../src/supply/plan/shape/problem.ts';
import { Holding } from './holding.ts';

/** What a 亩 of scarce land is taken to be worth, and a park for the targets it may count for: points. */
const LAND = 0.35;
const PARK = 30;
/** Choices looked at round each parcel. */
const NODES = 300;

/**
 * Greedy over exact parks as a planner goes about it, once, year after year: the best park round every parcel that is left, in the order of their
 * points for what they take of what is limited; those of which a jurisdiction is short in that year before the others.
 */
export function greedyByYear(problem: PlanProblem): Holding {
  const holding = new Holding(problem);
  const hoods = neighbourhoodsOf(problem);
  for (const year of problem.years.keys()) {
    const pool = bestRoundEach(problem, hoods, holding, year);
    const rate = (park: PlanPark) => park.points / Math.max(1e-9, holding.scarce(park));
    const order = pool.map((park) => ({ park, rate: rate(park) })).sort((a, b) => b.rate - a.rate);
    const take = (park: PlanPark) => {
      if (park.parcels.some((place) => holding.taken[place]) || holding.gain([], [park]) === null) return;
      holding.change([], [park]);
    };
    for (const { park } of order) if (isWanted(holding, park)) take(park);
    for (const { park } of order) if (park.points > 0) take(park);
  }
  return holding;
}

function bestRoundEach(
  problem: PlanProblem,
  hoods: ReturnType<typeof neighbourhoodsOf>,
  { parks }: Holding,
  year: number,
): PlanPark[] {
  const bannedParcels = parks.flatMap(({ parcels }) => [...parcels]);
  const loading = new Loading(problem, hoods, { ...noChoices, bannedParcels });
  const [worths, search] = [new Worths(problem), new SetSearch()];
  const prices: Prices = {
    limits: Float64Array.from(problem.limits, ({ what }) => (what === 'land' ? LAND : 0)),
    targets: Float64Array.from(problem.targets, ({ jurisdiction }) => (jurisdiction === null ? 0 : PARK)),
    parcels: new Float64Array(problem.parcels.size),
  };
  const found: PlanPark[] = [];
  for (let hood = 0; hood < hoods.size; hood++) {
    const township = hoods.township[hood];
    if (hood === hoods.ofTownship[township]) worths.of(township, prices);
    if (!loading.load(hood, year, worths, search.members)) continue;
    search.run(1e-6, NODES);
    if (search.set === 0) continue;
    found.push(parkOf(problem, hoods, township, loading.placesOf(hood, search.set), hoods.kind[hood], year)!);
  }
  return found;
}

/** Whether its jurisdiction is short of parks of its year. */
const isWanted = (holding: Holding, park: PlanPark): boolean =>
  holding.targetsOf(park).some((target) => {
    const { jurisdiction, from, to } = holding.problem.targets[target];
    return jurisdiction !== null && from === to && holding.short(target) > 0;
  });
