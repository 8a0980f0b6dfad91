import { atOnce, inTurns, type Steps } from '../../../domain/steps.ts';
import type { Prices } from '../shape/found.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import { Ceilings } from './ceilings.ts';
import { Loading } from './loading.ts';
import { neighbourhoodsOf, type Neighbourhoods } from './neighbourhoods.ts';
import { isAllowed, parkOf } from './park.ts';
import { SetSearch } from './set-search.ts';
import { Worths } from './worths.ts';

export interface Ask {
  /** So many choices are looked at round each parcel. */
  readonly nodes: number;
  /** No more parks than so many are given of each township and year. */
  readonly perTownshipYear: number;
  /** Only parks worth more than this beyond the prices. */
  readonly above: number;
  /** These only; all where none are named. */
  readonly townships?: readonly number[];
}

export interface Priced {
  readonly parks: readonly PlanPark[];
  /** By township: none of its parks is worth more than this beyond the prices; ∞ where it was not asked for. */
  readonly beyond: Float64Array;
  readonly nodes: number;
  /** Neighbourhoods, one for each year, in which a better park may lie where it was not looked. */
  readonly unproved: number;
}

/** A set that pays, found round some parcel. */
interface Candidate {
  readonly hood: number;
  readonly members: number;
  readonly worth: number;
}

/** Parks of a township and year that have a parcel in common are given no more often than this. */
const OFTEN = 2;

/** Ceilings are sums of many changes: so much is allowed for their noise. */
const NOISE = 1e-6;

/** Finds the parks that are worth most beyond given prices, round every parcel, and how much none is worth more than. */
export class Pricer {
  readonly #problem: PlanProblem;
  readonly #choices: Choices;
  readonly #hoods: Neighbourhoods;
  readonly #loading: Loading;
  readonly #ceilings: Ceilings;
  readonly #worths: Worths;
  readonly #search = new SetSearch();

  /** `before`: another of the same land, of which what still holds is taken over. */
  constructor(problem: PlanProblem, choices: Choices, before: Pricer | null = null) {
    this.#problem = problem;
    this.#choices = choices;
    this.#hoods = before ? before.#hoods : neighbourhoodsOf(problem);
    this.#loading = new Loading(problem, this.#hoods, choices);
    this.#ceilings = before
      ? before.#ceilings.without(freedFrom(before.#choices, choices))
      : new Ceilings(problem, this.#hoods);
    this.#worths = new Worths(problem);
  }

  /** The same land with other choices. */
  withChoices(choices: Choices): Pricer {
    return new Pricer(this.#problem, choices, this);
  }

  price(prices: Prices, ask: Ask): Priced {
    return atOnce(this.#pricing(prices, ask));
  }

  /** The same, while others are let in between two parcels; nothing else is asked of it meanwhile. */
  priceInTurns(prices: Prices, ask: Ask, pause: () => Promise<void> | undefined): Promise<Priced> {
    return inTurns(this.#pricing(prices, ask), pause);
  }

  /** A step each neighbourhood and year. */
  *#pricing(prices: Prices, { nodes, perTownshipYear, above, townships }: Ask): Steps<Priced> {
    const { years, townships: starts } = this.#problem;
    const parks: PlanPark[] = [];
    const beyond = new Float64Array(starts.length - 1).fill(Infinity);
    const sums = { nodes: 0, unproved: 0 };
    for (const township of townships ?? beyond.keys()) {
      this.#ceilings.move(prices, township);
      this.#worths.of(township, prices);
      let most = 0;
      for (let year = 0; year < years.length; year++) {
        const found: Candidate[] = [];
        for (let hood = this.#hoods.ofTownship[township]; hood < this.#hoods.ofTownship[township + 1]; hood++) {
          most = Math.max(most, this.#look(hood, year, above, nodes, found, sums));
          yield;
        }
        this.#choose(found, year, perTownshipYear, parks);
      }
      beyond[township] = most;
    }
    return { parks, beyond, ...sums };
  }

  /** Looks round one parcel; gives how much no park there is worth more than. */
  #look(
    hood: number,
    year: number,
    above: number,
    nodes: number,
    found: Candidate[],
    sums: { nodes: number; unproved: number },
  ): number {
    const known = this.#ceilings.at(hood, year);
    if (known <= above - NOISE) return known;
    const search = this.#search;
    if (!this.#loading.load(hood, year, this.#worths, search.members)) {
      this.#ceilings.set(hood, year, -Infinity);
      return -Infinity;
    }
    search.run(above, nodes);
    this.#ceilings.set(hood, year, search.most);
    sums.nodes += search.nodes;
    if (search.isCut && search.most > Math.max(above, search.best)) sums.unproved++;
    if (search.set !== 0) found.push({ hood, members: search.set, worth: search.best });
    return search.most;
  }

  /** The best of what was found, but few that have a parcel in common. */
  #choose(found: Candidate[], year: number, most: number, parks: PlanPark[]): void {
    found.sort((a, b) => b.worth - a.worth || a.hood - b.hood);
    const uses = new Map<number, number>();
    const known = new Set<string>();
    let count = 0;
    for (const { hood, members } of found) {
      if (count >= most) return;
      const places = this.#loading.placesOf(hood, members);
      const key = `${this.#hoods.kind[hood]}:${places.join()}`;
      if (known.has(key) || places.some((place) => (uses.get(place) ?? 0) >= OFTEN)) continue;
      known.add(key);
      for (const place of places) uses.set(place, (uses.get(place) ?? 0) + 1);
      parks.push(this.#park(hood, places, year)!);
      count++;
    }
  }

  #park(hood: number, places: Int32Array, year: number): PlanPark | null {
    return parkOf(this.#problem, this.#hoods, this.#hoods.township[hood], places, this.#hoods.kind[hood], year);
  }

  /** Every park worth more than `above` beyond the prices; null where there are more than `most`. */
  every(prices: Prices, above: number, most: number, townships?: readonly number[]): readonly PlanPark[] | null {
    const { ofTownship } = this.#hoods;
    const parks: PlanPark[] = [];
    for (const township of townships ?? this.#problem.townships.subarray(1).keys()) {
      this.#worths.of(township, prices);
      for (let hood = ofTownship[township]; hood < ofTownship[township + 1]; hood++)
        for (let year = 0; year < this.#problem.years.length; year++)
          if (!this.#everyRound(hood, year, above, most, parks)) return null;
    }
    return parks;
  }

  /** Those of which the neighbourhood's middle is the middle; false where there are too many. */
  #everyRound(hood: number, year: number, above: number, most: number, parks: PlanPark[]): boolean {
    const search = this.#search;
    if (!this.#loading.load(hood, year, this.#worths, search.members)) return true;
    const middle = this.#hoods.members[this.#hoods.starts[hood]];
    // A sum may come out a little less round here than where it is counted.
    const noise = 1e-9 * Math.max(1, Math.abs(above));
    search.run(above - noise, Infinity, (members, worth) => {
      const park = this.#park(hood, this.#loading.placesOf(hood, members), year)!;
      if (park.middle === middle && worth > above - noise) parks.push(park);
      return parks.length <= most;
    });
    return parks.length <= most;
  }

  /** The park that a set of parcels is, whatever else is decided; null where it is none or people ban it. */
  parkOf(parcels: readonly number[], kind: number, year: number): PlanPark | null {
    const { townships } = this.#problem;
    const places = Int32Array.from(new Set(parcels)).sort();
    if (places.length === 0 || !isAllowed(this.#choices, parcels)) return null;
    const township = townships.findIndex((start, t) => places[0] >= start && places[0] < townships[t + 1]);
    if (places[places.length - 1] >= townships[township + 1]) return null;
    return parkOf(this.#problem, this.#hoods, township, places, kind, year);
  }
}

/** Parcels that may be in more parks than before. */
function freedFrom(old: Choices, now: Choices): ReadonlySet<number> {
  const out = (choices: Choices) => [...choices.bannedParcels, ...choices.fixedParks.flatMap(({ parcels }) => parcels)];
  const sets = new Set(now.bannedSets.map(nameOf));
  const freed = new Set(out(old));
  for (const place of out(now)) freed.delete(place);
  for (const set of old.bannedSets) if (!sets.has(nameOf(set))) for (const place of set.parcels) freed.add(place);
  return freed;
}

const nameOf = ({ parcels, most }: Choices['bannedSets'][number]): string => `${most}: ${parcels.join()}`;
