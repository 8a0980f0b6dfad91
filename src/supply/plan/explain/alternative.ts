import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import { answered, countsFor, keepsTo, NO_POINTS, objectiveOf, type Asking } from './asking.ts';
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
 * What can stand in the place of a park, in the jurisdiction it counts for: land that is free, and what it leaves of the limits.
 * A second question is answered by what was made for the first.
 */
export class InsteadOf {
  private readonly part: Part;
  private readonly planner: ReturnType<Asking['plannerOf']>;

  constructor(
    private readonly asking: Asking,
    private readonly park: PlanPark,
  ) {
    const { problem, choices, plan, plannerOf } = asking;
    const others = plan.parks.filter((other) => other !== park);
    this.part = partOf(problem, free(choices, park), placeOf(problem, park), { parks: others });
    this.planner = plannerOf(this.part.problem);
  }

  /** The best: nothing that holds all of its parcels. Null: the others cannot stay, they live on what it gives back of a limit. */
  alternative(): Promise<Alternative | null> {
    const { parcels } = this.park;
    return this.best({ parcels: this.part.places(parcels), most: parcels.length - 1 });
  }

  /** The best without any of these of its parcels. */
  withoutLand(parcels: Int32Array): Promise<Alternative | null> {
    return this.best({ parcels: this.part.places(parcels), most: 0 });
  }

  private async best(ban: Choices['bannedSets'][number]): Promise<Alternative | null> {
    const { asking, part, park, planner } = this;
    const bannedSets = [...part.choices.bannedSets, ban];
    const exactly = { ...asking, settings: { ...asking.settings, gap: 0 } };
    const found = await answered(exactly, planner, { ...part.choices, bannedSets });
    if (!keepsTo(part.problem, found.parks)) return null;
    const before = objectiveOf(part.problem, [within(part, park)]);
    const isProven = found.bound - found.objective <= NO_POINTS;
    return { parks: found.parks.map((own) => part.whole(own)), loss: before - found.objective, isProven };
  }
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
  const inPart = targets
    .filter((target) => target.jurisdiction !== null && countsFor(park, target))
    .map(({ townships }) => [...townships.keys()].filter((township) => townships[township] === 1));
  return inPart.sort((a, b) => a.length - b.length)[0] ?? [park.township];
}

const within = (part: Part, park: PlanPark): PlanPark => ({
  ...park,
  township: part.townships.indexOf(park.township),
  parcels: Int32Array.from(part.places(park.parcels)),
});
