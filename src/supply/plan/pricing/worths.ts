import type { Prices } from '../shape/found.ts';
import type { PlanProblem } from '../shape/problem.ts';

/** What prices make of a township's parcels and parks in each year. */
export class Worths {
  /** By year and parcel: what it adds to a park beyond its prices, but for its distance. */
  readonly #gains: Float64Array;
  readonly #problem: PlanProblem;
  /** By year: of any park of the township, without its parcels and its further sites. */
  readonly #bases: Float64Array;

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.#gains = new Float64Array(problem.years.length * problem.parcels.size);
    this.#bases = new Float64Array(problem.years.length);
  }

  /** From now on of this township at these prices. */
  of(township: number, prices: Prices): this {
    for (let year = 0; year < this.#bases.length; year++) {
      this.#gain(township, year, prices);
      this.#bases[year] = this.#base(township, year, prices);
    }
    return this;
  }

  gain(year: number, place: number): number {
    return this.#gains[year * this.#problem.parcels.size + place];
  }

  base(year: number): number {
    return this.#bases[year];
  }

  #gain(township: number, year: number, prices: Prices): void {
    const { parcels, limits, parkPoints, townships } = this.#problem;
    const [first, end, share] = [townships[township], townships[township + 1], parkPoints.share[year]];
    const gains = this.#gains.subarray(year * parcels.size, (year + 1) * parcels.size);
    for (let place = first; place < end; place++) gains[place] = share * parcels.points[place] - prices.parcels[place];
    for (let n = 0; n < limits.length; n++) {
      const { from, to, use } = limits[n];
      const price = prices.limits[n];
      if (year < from || year > to || price === 0) continue;
      for (let place = first; place < end; place++) gains[place] -= price * use[place];
    }
  }

  #base(township: number, year: number, prices: Prices): number {
    const { targets, parkPoints } = this.#problem;
    let sum = -parkPoints.share[year] * parkPoints.park;
    for (let n = 0; n < targets.length; n++) {
      const { from, to, townships } = targets[n];
      if (year >= from && year <= to && townships[township]) sum += prices.targets[n];
    }
    return sum;
  }
}
