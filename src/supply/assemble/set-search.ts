import { countOf, firstOf, spreadOf } from '../masks.ts';
import { leastOf, NOISE, reaches, type Needs, type Units } from './units.ts';

/** Sets are numbers of 32 bits. */
export const MOST_UNITS = 32;

/** Sets that have more of `units` than so many are not wanted: they are too much like one that is known. */
interface Unlike {
  readonly units: number;
  readonly most: number;
}

/** The best of all sets of a few units that hold some of them and come to what is needed. */
export interface Question {
  readonly units: Units;
  readonly needs: Needs;
  /** What a unit is worth; less than nothing: what it costs. */
  readonly gain: Float64Array;
  /** Taken off for every site after the first. */
  readonly sitePrice: number;
  readonly unlike: readonly Unlike[];
  /** Only a set worth more than this is wanted. */
  readonly above: number;
  /** So many choices are looked at; what lies beyond them is bounded. */
  readonly nodes: number;
}

export const maskOf = (units: Iterable<number>): number => {
  let mask = 0;
  for (const unit of units) mask |= 1 << unit;
  return mask;
};

export const unitsIn = (mask: number): number[] => {
  const units: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) units.push(firstOf(left));
  return units;
};

/**
 * Depth first over taking or leaving one unit after another, site by site: a unit beside what is taken is decided before
 * another site is begun, so that the sites of a set are always known. A branch is cut off where its bound is no better than
 * what is known: as much worth as its open units could add while they make up what is missing of land or floor area,
 * fractions of units allowed, in as many sites as are left.
 */
export class SetSearch {
  /** Worth of the best set, and its units; no set: `above` and 0. */
  best: number;
  mask = 0;
  /** No set that was not looked into is worth more. */
  unseen = -Infinity;
  nodes = 0;
  readonly #question: Question;
  readonly #near: Int32Array;
  readonly #over: Int32Array;
  readonly #must: number;
  /** Units in the order in which they make up for missing land, or floor area, at the least cost. */
  readonly #byLand: Int32Array;
  readonly #byFloor: Int32Array;
  /** Of the sites that could be begun: the largest sums, in falling order. */
  readonly #tops = [new Float64Array(MOST_UNITS), new Float64Array(MOST_UNITS), new Float64Array(MOST_UNITS)];

  constructor(question: Question) {
    const { units, gain, above } = question;
    this.#question = question;
    this.best = above;
    this.#near = Int32Array.from(units.near, maskOf);
    this.#must = maskOf(units.must);
    // Land of the park in hand lies as it lies.
    this.#over = Int32Array.from(
      units.over,
      (over, unit) => maskOf(over) & ((this.#must >>> unit) & 1 ? ~this.#must : -1),
    );
    this.#byLand = cheapestFirst(gain, units.landM2);
    this.#byFloor = cheapestFirst(gain, units.floorM2);
  }

  /** Some units must be in, or there is nothing to begin with. */
  run(): this {
    const { units, needs, gain } = this.#question;
    const start = firstOf(this.#must);
    let left = units.size === 32 ? -1 : (1 << units.size) - 1;
    for (const unit of units.must) left &= ~this.#over[unit];
    if (needs.mostSites >= 1)
      this.#step(
        1 << start,
        left & ~(1 << start),
        this.#near[start],
        1,
        gain[start],
        units.landM2[start],
        units.floorM2[start],
        units.spareM2[start],
      );
    return this;
  }

  /** `front`: what lies beside the set; `open`: what is not decided. */
  #step(
    set: number,
    undecided: number,
    front: number,
    sites: number,
    worth: number,
    land: number,
    floor: number,
    spare: number,
  ): void {
    const { units, needs, gain, sitePrice, nodes } = this.#question;
    let left = undecided;
    for (;;) {
      this.nodes++;
      const owed = this.#must & ~set;
      if (owed === 0 && worth > this.best) this.#take(set, worth, land, floor, spare);
      const beside = spreadOf(front & left, left, this.#near);
      const isLast = sites === needs.mostSites;
      if (isLast && (owed & ~beside) !== 0) return;
      const open = isLast ? beside : left;
      if (open === 0) return;
      const bound = this.#bound(open, beside, needs.mostSites - sites, worth, land, floor, spare);
      if (!(bound > this.best)) return;
      if (this.nodes > nodes) {
        this.unseen = Math.max(this.unseen, bound);
        return;
      }
      const next = front & left;
      const isNew = next === 0;
      const of = isNew ? owed || left : owed & next || next;
      const unit = this.#cheapestOf(of);
      const bit = 1 << unit;
      const price = isNew ? sitePrice : 0;
      this.#step(
        set | bit,
        left & ~bit & ~this.#over[unit],
        front | this.#near[unit],
        isNew ? sites + 1 : sites,
        worth + gain[unit] - price,
        land + units.landM2[unit],
        floor + units.floorM2[unit],
        spare + units.spareM2[unit],
      );
      if ((owed & bit) !== 0) return;
      left &= ~bit;
    }
  }

  #take(set: number, worth: number, land: number, floor: number, spare: number): void {
    const { needs, unlike } = this.#question;
    if (!reaches(land, needs.landM2) && !reaches(floor, needs.floorM2)) return;
    if (spare < -NOISE * floor) return;
    if (unlike.some(({ units, most }) => countOf(set & units) > most)) return;
    this.best = worth;
    this.mask = set;
  }

  /** What the set and any of the open units can be worth at most; −∞ where they cannot come to what is needed. */
  #bound(
    open: number,
    beside: number,
    sitesLeft: number,
    worth: number,
    land: number,
    floor: number,
    spare: number,
  ): number {
    const { units, needs, gain, sitePrice } = this.#question;
    const { landM2, floorM2, spareM2 } = units;
    let [plus, most, built, margin] = [worth, land, floor, spare];
    for (let left = beside; left !== 0; left &= left - 1) {
      const unit = firstOf(left);
      if (gain[unit] > 0) plus += gain[unit];
      if (spareM2[unit] > 0) margin += spareM2[unit];
      most += landM2[unit];
      built += floorM2[unit];
    }
    const [pluses, lands, floors] = this.#tops;
    let begun = 0;
    for (let rest = open & ~beside; rest !== 0 && sitesLeft > 0;) {
      const site = spreadOf(rest & -rest, rest, this.#near);
      rest &= ~site;
      let [sitePlus, siteLand, siteFloor] = [-sitePrice, 0, 0];
      for (let left = site; left !== 0; left &= left - 1) {
        const unit = firstOf(left);
        if (gain[unit] > 0) sitePlus += gain[unit];
        if (spareM2[unit] > 0) margin += spareM2[unit];
        siteLand += landM2[unit];
        siteFloor += floorM2[unit];
      }
      insert(pluses, begun, sitePlus);
      insert(lands, begun, siteLand);
      insert(floors, begun, siteFloor);
      begun++;
    }
    if (margin < -NOISE * built - NOISE) return -Infinity;
    for (let n = 0; n < begun && n < sitesLeft; n++) {
      if (pluses[n] > 0) plus += pluses[n];
      most += lands[n];
      built += floors[n];
    }
    const byLand = reaches(most, needs.landM2)
      ? cover(this.#byLand, open, leastOf(needs.landM2) - land, worth, gain, landM2)
      : -Infinity;
    const byFloor = reaches(built, needs.floorM2)
      ? cover(this.#byFloor, open, leastOf(needs.floorM2) - floor, worth, gain, floorM2)
      : -Infinity;
    return Math.min(plus, Math.max(byLand, byFloor));
  }

  #cheapestOf(units: number): number {
    for (const unit of this.#byLand) if ((units >>> unit) & 1) return unit;
    return firstOf(units);
  }
}

/** Puts a number among `count` in falling order. */
function insert(sorted: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && sorted[at - 1] < value; at--) sorted[at] = sorted[at - 1];
  sorted[at] = value;
}

/** Units that are worth something, then those that cost least for each square metre. */
function cheapestFirst(gain: Float64Array, m2: Float64Array): Int32Array {
  const rate = (unit: number) => (gain[unit] >= 0 ? Infinity : m2[unit] > 0 ? gain[unit] / m2[unit] : -Infinity);
  const rates = Float64Array.from(gain, (_, unit) => rate(unit));
  return Int32Array.from(gain.keys()).sort((a, b) => (rates[a] === rates[b] ? a - b : rates[b] > rates[a] ? 1 : -1));
}

/** Worth at most while what is missing is made up: all that is worth something, then the cheapest, a part of the last. */
function cover(
  order: Int32Array,
  open: number,
  need: number,
  worth: number,
  gain: Float64Array,
  m2: Float64Array,
): number {
  let [total, missing] = [worth, need];
  for (const unit of order) {
    if (((open >>> unit) & 1) === 0) continue;
    const own = gain[unit];
    if (own < 0 && (missing <= 0 || m2[unit] === 0)) break;
    const part = own < 0 && m2[unit] > missing ? missing / m2[unit] : 1;
    total += own * part;
    if (part < 1) break;
    missing -= m2[unit];
  }
  return total;
}
