import type { Pricer } from '../pricing/pricer.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';

/** A park that a person fixed, by its place among the choices: as it can be had, in each year it may be in. */
export interface FixedPark {
  readonly choice: number;
  readonly parks: readonly PlanPark[];
}

/** Choices as the program takes them: what must be in, and what it loses where it cannot be. */
export interface Wishes {
  readonly parks: readonly FixedPark[];
  /** Places among the choices of fixed parks that are none in any year. */
  readonly impossible: readonly number[];
  readonly parcels: readonly number[];
  /** Points lost for each that is not in: so many that nothing else outweighs it. */
  readonly penalty: number;
  /** What is left for all other parks: nothing of what was fixed. */
  readonly others: Choices;
}

export function wishesOf(problem: PlanProblem, choices: Choices, pricer: Pick<Pricer, 'parkOf'>): Wishes {
  const asked = choices.fixedParks.map(({ parcels, kind, year }, choice) => ({
    choice,
    parks: (year === null ? problem.years.map((_, place) => place) : [year]).flatMap(
      (place) => pricer.parkOf(parcels, kind, place) ?? [],
    ),
  }));
  const inParks = new Set(choices.fixedParks.flatMap(({ parcels }) => parcels));
  const { bannedParcels, bannedSets } = choices;
  return {
    parks: asked.filter(({ parks }) => parks.length > 0),
    impossible: asked.flatMap(({ choice, parks }) => (parks.length > 0 ? [] : [choice])),
    parcels: [...new Set(choices.fixedParcels)].filter((parcel) => !inParks.has(parcel)).sort((a, b) => a - b),
    penalty: penaltyOf(problem),
    others: {
      fixedParks: [],
      fixedParcels: [],
      bannedParcels: [...new Set([...bannedParcels, ...inParks])].sort((a, b) => a - b),
      bannedSets,
    },
  };
}

/** A fixed choice puts out some parks and misses some targets, never so much. */
function penaltyOf({ targets, parcels, reach }: PlanProblem): number {
  const best = Float64Array.from(parcels.points).sort().subarray(-reach.most);
  const park = best.reduce((sum, points) => sum + Math.max(0, points), 0);
  return 10 * (1 + park + targets.reduce((most, { penalty }) => Math.max(most, penalty), 0));
}
