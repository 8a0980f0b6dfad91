import type { Prices } from '../shape/found.ts';
import type { Choices, PlanProblem } from '../shape/problem.ts';
import { apartM } from './around.ts';
import { reckoned } from './park.ts';
import type { Round } from './search.ts';

const isWithin = (year: number, { from, to }: { from: number; to: number }): boolean => year >= from && year <= to;

/** What parks are worth beyond prices, under what people decided. */
export class Worths {
  readonly #problem: PlanProblem;
  readonly #choices: Choices;
  readonly #prices: Prices;
  /** Parcels no park but a fixed one can have. */
  readonly #barred: ReadonlySet<number>;
  /** By year: what a parcel costs at the prices. */
  readonly #costs: readonly Float64Array[];

  constructor(problem: PlanProblem, choices: Choices, prices: Prices) {
    this.#problem = problem;
    this.#choices = choices;
    this.#prices = prices;
    this.#barred = new Set([...choices.bannedParcels, ...choices.fixedParks.flatMap(({ parcels }) => parcels)]);
    this.#costs = problem.years.map((_, year) => this.#costsOf(year));
  }

  #costsOf(year: number): Float64Array {
    const cost = Float64Array.from(this.#prices.parcels);
    for (const [n, limit] of this.#problem.limits.entries()) {
      const price = this.#prices.limits[n];
      if (price === 0 || !isWithin(year, limit)) continue;
      for (let place = 0; place < cost.length; place++) cost[place] += price * limit.use[place];
    }
    return cost;
  }

  /** What the targets that a park of this township and year counts for pay for it. */
  #paid(township: number, year: number): number {
    const counts = ({ townships, ...years }: PlanProblem['targets'][number]) =>
      townships[township] === 1 && isWithin(year, years);
    return this.#problem.targets.reduce((sum, t, n) => sum + (counts(t) ? this.#prices.targets[n] : 0), 0);
  }

  /** The parcels round a middle that may be in a park of that year; null where it may not itself. */
  round(township: number, middle: number, kind: number, year: number, members: readonly number[]): Round | null {
    const { parcels, kinds, parkPoints, mostSites } = this.#problem;
    if (members[0] !== middle) return null;
    const isOpen = (place: number) => parcels.ready[place] <= year && !this.#barred.has(place);
    const places = members.filter(isOpen);
    if (places[0] !== middle) return null;
    const share = parkPoints.share[year];
    const own = (place: number) =>
      parcels.points[place] - (parkPoints.muKm * parcels.landMu[place] * apartM(parcels, place, middle)) / 1000;
    const { landMu, floorM2, mostLandMu } = kinds[kind];
    return {
      worth: places.map((place) => share * own(place) - this.#costs[year][place]),
      landMu: places.map((place) => parcels.landMu[place]),
      floorM2: places.map((place) => parcels.floorM2[place]),
      spareM2: places.map((place) => parcels.spareM2[place]),
      near: bordersOf(this.#problem, places),
      capped: this.#cappedOf(places),
      need: { landMu: landMu[township], floorM2: floorM2[township], mostLandMu },
      mostSites,
      base: this.#paid(township, year) - share * parkPoints.park,
      perSite: share * parkPoints.site,
    };
  }

  #cappedOf(places: readonly number[]): Round['capped'] {
    const bits = (parcels: readonly number[]) =>
      places.reduce((sum, place, n) => (parcels.includes(place) ? sum | (1 << n) : sum), 0);
    const capped = this.#choices.bannedSets.map(({ parcels, most }) => ({ members: bits(parcels), most }));
    return capped.filter(({ members }) => members !== 0);
  }

  /** What a fixed park is worth, in the best of the years it may have. */
  fixed(fixed: Choices['fixedParks'][number], township: number): number {
    const places = [...fixed.parcels].sort((a, b) => a - b);
    const years = fixed.year === null ? this.#problem.years.map((_, year) => year) : [fixed.year];
    const worths = years.map((year) => {
      const { points } = reckoned(this.#problem, township, places, { kind: fixed.kind, year });
      const cost = places.reduce((sum, place) => sum + this.#costs[year][place], 0);
      const isReady = places.every((place) => this.#problem.parcels.ready[place] <= year);
      return isReady ? points + this.#paid(township, year) - cost : -Infinity;
    });
    return Math.max(...worths);
  }
}

/** By parcel the others that it borders on, as bits; a border named at one of the two is one. */
function bordersOf({ parcels }: PlanProblem, places: readonly number[]): number[] {
  const at = new Map(places.map((place, n) => [place, n]));
  const near = places.map(() => 0);
  for (const [n, place] of places.entries()) {
    for (let entry = parcels.near.starts[place]; entry < parcels.near.starts[place + 1]; entry++) {
      const other = at.get(parcels.near.values[entry]);
      if (other === undefined || other === n) continue;
      near[n] |= 1 << other;
      near[other] |= 1 << n;
    }
  }
  return near;
}
