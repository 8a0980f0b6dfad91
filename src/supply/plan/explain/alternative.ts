import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import { countsFor, NO_POINTS, objectiveOf, type Asking } from './asking.ts';
import { partOf, type Part } from './part.ts';

/** What stands in a park's place when all others stay as they are. */
export interface Alternative {
  /** One as a rule; none where nothing is worth it. */
  readonly parks: readonly PlanPark[];
  /** Points that the plan has less with it. */
  readonly loss: number;
  /** No other choice in its place loses less. */
  readonly isProven: boolean;
}

/**
 * The best that can stand in the place of a park, in the jurisdiction it counts for: land that is free, and what it leaves of the
 * limits. Nothing that holds all of its parcels.
 */
export function alternative(asking: Asking, park: PlanPark): Promise<Alternative> {
  return instead(asking, park, (own) => ({ parcels: own, most: own.length - 1 }));
}

/** The same without any of these of its parcels. */
export function withoutLand(asking: Asking, park: PlanPark, parcels: Int32Array): Promise<Alternative> {
  return instead(asking, park, (_, places) => ({ parcels: places(parcels), most: 0 }));
}

/** `own`: its parcels, by their places in the part; `places` gives those of others. */
type Ban = (own: readonly number[], places: Part['places']) => Choices['bannedSets'][number];

async function instead(asking: Asking, park: PlanPark, ban: Ban): Promise<Alternative> {
  const { problem, choices, plan, plannerOf, settings, seed, watch } = asking;
  const others = plan.parks.filter((other) => other !== park);
  const part = partOf(problem, free(choices, park), placeOf(problem, park), { parks: others });
  const bannedSets = [...part.choices.bannedSets, ban(part.places(park.parcels), part.places)];
  const quiet = { pause: watch?.pause, isStopped: watch?.isStopped };
  const found = await plannerOf(part.problem).solve({ ...part.choices, bannedSets }, settings, seed, quiet);
  const before = objectiveOf(part.problem, [within(part, park)]);
  const loss = before - found.objective;
  const isProven = found.bound - found.objective <= NO_POINTS;
  return { parks: found.parks.map((own) => part.whole(own)), loss, isProven };
}

/** Choices that do not ask for this park. */
export function free(choices: Choices, { parcels }: Pick<PlanPark, 'parcels'>): Choices {
  const isOwn = (place: number) => parcels.includes(place);
  return {
    ...choices,
    fixedParks: choices.fixedParks.filter((fixed) => !fixed.parcels.some(isOwn)),
    fixedParcels: choices.fixedParcels.filter((place) => !isOwn(place)),
  };
}

/** Townships of the smallest jurisdiction that it counts for; its own where it counts for none. */
function placeOf({ targets }: PlanProblem, park: PlanPark): readonly number[] {
  const within = targets
    .filter((target) => target.jurisdiction !== null && countsFor(park, target))
    .map(({ townships }) => [...townships.keys()].filter((township) => townships[township] === 1));
  return within.sort((a, b) => a.length - b.length)[0] ?? [park.township];
}

function within(part: Part, park: PlanPark): PlanPark {
  return {
    ...park,
    township: part.townships.indexOf(park.township),
    parcels: Int32Array.from(part.places(park.parcels)),
  };
}
