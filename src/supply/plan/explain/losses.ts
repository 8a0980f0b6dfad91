import type { Choices, PlanPark } from '../shape/problem.ts';
import { free, InsteadOf } from './alternative.ts';
import { answered, keepsTo, NO_POINTS, objectiveOf, type Asking } from './asking.ts';
import { componentsOf } from './components.ts';
import { partOf } from './part.ts';

/** Points that the best plan has less without some land 替代重要性. */
export interface Loss {
  /** By the plans that were found; within the two bounds. */
  readonly points: number;
  readonly atLeast: number;
  readonly atMost: number;
  /** The bounds are one. */
  readonly isExact: boolean;
  /** All others were made anew; else others stay as they are. */
  readonly isAnew: boolean;
}

type Land = Pick<PlanPark, 'parcels'>;

/** What may be made anew when some land goes: all that it touches. */
interface Around {
  readonly planner: ReturnType<Asking['plannerOf']>;
  readonly choices: Choices;
  /** Points that the plan has elsewhere, and how many more another may have there. */
  readonly elsewhere: number;
  readonly open: number;
  readonly places: (parcels: Iterable<number>) => number[];
}

/** What is lost without some land; what was made to answer one question is there for the next. */
export class Losses {
  private readonly townships: readonly (readonly number[])[];
  private readonly around = new Map<number, Around>();

  constructor(private readonly asking: Asking) {
    this.townships = componentsOf(asking.problem);
  }

  /**
   * If a park is withdrawn: none of its land is to be had, and all others may be made anew. Less than nothing where a person
   * fixed it and the plan is better without.
   */
  async ofPark(park: PlanPark, quick?: Loss, how: Asking = this.asking): Promise<Loss> {
    const { atMost } = quick ?? (await this.quickOfPark(park));
    return this.anew(park, park.township, atMost, how);
  }

  /** If one parcel is not to be had. */
  async ofParcel(parcel: number): Promise<Loss> {
    const { plan, problem } = this.asking;
    const land = { parcels: Int32Array.of(parcel) };
    const park = plan.parks.find(({ parcels }) => parcels.includes(parcel));
    const found = park ? await this.foundWithout(new InsteadOf(this.asking, park), land.parcels) : plan.objective;
    const township = problem.townships.findLastIndex((start) => start <= parcel);
    return this.anew(land, township, plan.bound - found, this.asking);
  }

  /** Bounds without a plan made anew: by what may stand in its place, and by what its land is worth at the prices. */
  async quickOfPark(park: PlanPark, instead = new InsteadOf(this.asking, park)): Promise<Loss> {
    return lossBetween(this.asking, park, await this.foundWithout(instead, park.parcels));
  }

  /** Bounds without any search: as all others stay and nothing takes its place. */
  boundsOfPark(park: PlanPark): Loss {
    const { problem, plan } = this.asking;
    const others = plan.parks.filter((other) => other !== park);
    return lossBetween(this.asking, park, objectiveOf(problem, keepsTo(problem, others) ? others : []));
  }

  /** Points of a plan without this land: the others as they are, or none where they live on what it gives back. */
  private async foundWithout(instead: InsteadOf, parcels: Int32Array): Promise<number> {
    const { problem, plan } = this.asking;
    const found = await instead.withoutLand(parcels);
    return found ? plan.objective - found.loss : objectiveOf(problem, []);
  }

  /** `held`: no more is lost than this as others stay as they are. */
  private async anew({ parcels }: Land, township: number, held: number, how: Asking): Promise<Loss> {
    const { plan } = this.asking;
    const { planner, choices, elsewhere, open, places } = this.aroundOf(township);
    const own = free(choices, { parcels: Int32Array.from(places(parcels)) });
    // What the plan itself may be off by stays open.
    const gapPoints = (plan.bound - plan.objective) / 2;
    const exactly = { ...how, settings: { ...how.settings, gap: 0, gapPoints } };
    const left = await answered(exactly, planner, {
      ...own,
      bannedParcels: [...own.bannedParcels, ...places(parcels)],
    });
    const found = Math.max(left.objective + elsewhere, plan.bound - held);
    return lossBetween(this.asking, { parcels }, found, left.bound + elsewhere + open);
  }

  private aroundOf(township: number): Around {
    const townships = this.townships[township];
    const known = this.around.get(townships[0]);
    if (known) return known;
    const made = this.madeAround(townships);
    this.around.set(townships[0], made);
    return made;
  }

  private madeAround(townships: readonly number[]): Around {
    const { problem, choices, plan, planner, plannerOf } = this.asking;
    if (townships.length === this.townships.length)
      return { planner, choices, elsewhere: 0, open: 0, places: (parcels) => [...parcels] };
    const others = plan.parks.filter((park) => !townships.includes(park.township));
    const part = partOf(problem, choices, townships, { parks: others });
    const own = objectiveOf(
      part.problem,
      plan.parks
        .filter((park) => townships.includes(park.township))
        .map((park) => ({ ...park, township: townships.indexOf(park.township) })),
    );
    return {
      planner: plannerOf(part.problem),
      choices: part.choices,
      elsewhere: plan.objective - own,
      open: plan.bound - plan.objective,
      places: part.places,
    };
  }
}

/** No plan without this land has more points: the prices prove it, as land that nobody has costs nothing. */
function boundWithout({ plan, choices }: Asking, { parcels }: Land): number {
  if (isWished(choices, parcels)) return Infinity;
  const prices = plan.boundKind === 'prices' ? plan.certificate?.prices.parcels : undefined;
  return plan.bound - (prices ? parcels.reduce((sum, place) => sum + Math.max(0, prices[place]), 0) : 0);
}

/** A person wants it in: without it another plan may be the best. */
const isWished = ({ fixedParks, fixedParcels }: Choices, parcels: Int32Array): boolean =>
  parcels.some((place) => fixedParcels.includes(place) || fixedParks.some((fixed) => fixed.parcels.includes(place)));

/** `found`: a plan without this land; `anew`: no plan without it that is made anew has more points. */
function lossBetween(asking: Asking, land: Land, found: number, anew?: number): Loss {
  const { plan, choices } = asking;
  const bound = Math.min(boundWithout(asking, land), anew ?? Infinity);
  const atLeast = Math.max(isWished(choices, land.parcels) ? -Infinity : 0, plan.objective - bound);
  const atMost = Math.max(atLeast, plan.bound - found);
  const points = Math.min(atMost, Math.max(atLeast, plan.objective - found));
  return { points, atLeast, atMost, isExact: atMost - atLeast <= NO_POINTS, isAnew: anew !== undefined };
}
