import type { Columns } from './columns.ts';
import type { Pricer } from '../pricing/pricer.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';

/** A park that a person fixed: as it can be had, in each year it may be in. `choices`: their places, of all that ask for it. */
interface FixedPark {
  readonly choices: readonly number[];
  readonly parks: readonly PlanPark[];
}

/** Choices as the program takes them: what must be in, and what it loses where it cannot be. */
export interface Wishes {
  readonly parks: readonly FixedPark[];
  /** Places among the choices of fixed parks that are none in any year. */
  readonly impossible: readonly number[];
  readonly parcels: readonly number[];
  /** Fixed parcels that a fixed park has: in with it or not at all, and nothing more is lost on them. */
  readonly parcelsOfParks: readonly number[];
  /** Points lost for each that is not in: so many that nothing else outweighs it. */
  readonly penalty: number;
  /** What is left for all other parks: nothing of what was fixed. */
  readonly others: Choices;
}

export function wishesOf(problem: PlanProblem, choices: Choices, pricer: Pick<Pricer, 'parkOf'>): Wishes {
  const asked = choices.fixedParks.map(({ parcels, kind, year }, choice): FixedPark => {
    const years = year === null ? problem.years.map((_, place) => place) : [year];
    return { choices: [choice], parks: years.flatMap((place) => pricer.parkOf(parcels, kind, place) ?? []) };
  });
  const possible = asked.filter(({ parks }) => parks.length > 0);
  const inParks = new Set(choices.fixedParks.flatMap(({ parcels }) => parcels));
  const fixedParcels = [...new Set(choices.fixedParcels)].sort((a, b) => a - b);
  const { bannedParcels, bannedSets } = choices;
  return {
    parks: possible.reduce(joined, []),
    impossible: asked.flatMap((one) => (one.parks.length > 0 ? [] : one.choices)),
    parcels: fixedParcels.filter((parcel) => !inParks.has(parcel)),
    parcelsOfParks: fixedParcels.filter((parcel) => inParks.has(parcel)),
    penalty: penaltyOf(problem),
    others: {
      fixedParks: [],
      fixedParcels: [],
      bannedParcels: [...new Set([...bannedParcels, ...inParks])].sort((a, b) => a - b),
      bannedSets,
    },
  };
}

/** Whoever asks for the same park twice has it where it is in a year that suits both. */
function joined(before: readonly FixedPark[], one: FixedPark): readonly FixedPark[] {
  for (const [at, other] of before.entries()) {
    const parks = other.parks.filter((park) => one.parks.some((same) => isSame(park, same)));
    if (parks.length > 0) return before.with(at, { choices: [...other.choices, ...one.choices], parks });
  }
  return [...before, one];
}

const isSame = (a: PlanPark, b: PlanPark): boolean =>
  a.year === b.year && a.kind === b.kind && a.parcels.join() === b.parcels.join();

/** A fixed choice puts out some parks and misses some targets, never so much. */
function penaltyOf({ targets, parcels, reach }: PlanProblem): number {
  const best = Float64Array.from(parcels.points).sort().subarray(-reach.most);
  const park = best.reduce((sum, points) => sum + Math.max(0, points), 0);
  return 10 * (1 + park + targets.reduce((most, { penalty }) => Math.max(most, penalty), 0));
}

/** By place in `columns` the wish that a park is, by its place in `wishes.parks`. */
export const wishOfParks = (wishes: Wishes, columns: Columns): ReadonlyMap<number, number> =>
  new Map(wishes.parks.flatMap(({ parks }, wish) => parks.map((park) => [columns.add(park), wish])));
