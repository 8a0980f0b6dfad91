import type { Prices } from '../shape/found.ts';
import { SUM_SLACK, type PlanProblem } from '../shape/problem.ts';
import type { Neighbourhoods } from './neighbourhoods.ts';

/**
 * What no park round a parcel was worth more than when it was last looked for, carried along as prices change: no park gains more
 * than its targets do, than its land at what a 亩 gains most in the township, and than its parcels' own prices fall. So land
 * where nothing pays is not searched again as long as prices move little.
 */
export class Ceilings {
  readonly #problem: PlanProblem;
  readonly #hoods: Neighbourhoods;
  readonly #years: number;
  #prices: Prices | null = null;
  /** By neighbourhood and year: the ceiling less what had been gained until then. */
  readonly #known: Float64Array;
  /** By township, kind and year: what any park may have gained since the first prices. */
  readonly #gained: Float64Array;
  /** By township and kind: the least land a park can have. */
  readonly #leastMu: Float64Array;

  constructor(problem: PlanProblem, hoods: Neighbourhoods) {
    this.#problem = problem;
    this.#hoods = hoods;
    this.#years = problem.years.length;
    const groups = (problem.townships.length - 1) * problem.kinds.length;
    this.#known = new Float64Array(hoods.size * this.#years).fill(Infinity);
    this.#gained = new Float64Array(groups * this.#years);
    this.#leastMu = leastLandOf(problem);
  }

  #gainedAt(hood: number, year: number): number {
    const { township, kind } = this.#hoods;
    return this.#gained[(township[hood] * this.#problem.kinds.length + kind[hood]) * this.#years + year];
  }

  /** No park round it is worth more than this. */
  at(hood: number, year: number): number {
    return this.#known[hood * this.#years + year] + this.#gainedAt(hood, year);
  }

  set(hood: number, year: number, ceiling: number): void {
    this.#known[hood * this.#years + year] = ceiling - this.#gainedAt(hood, year);
  }

  /** Prices have changed to these. */
  move(prices: Prices): void {
    const old = this.#prices;
    this.#prices = { limits: prices.limits.slice(), targets: prices.targets.slice(), parcels: prices.parcels.slice() };
    if (!old) return;
    const { kinds, townships, targets } = this.#problem;
    for (let township = 0; township + 1 < townships.length; township++) {
      const fallen = this.#fallen(old, prices, township);
      for (let year = 0; year < this.#years; year++) {
        const perMu = this.#perMu(old, prices, township, year);
        let more = fallen;
        for (const [n, { from, to, townships: counted }] of targets.entries())
          if (counted[township] && from <= year && year <= to) more += prices.targets[n] - old.targets[n];
        for (let kind = 0; kind < kinds.length; kind++) {
          const group = township * kinds.length + kind;
          const mu = perMu > 0 ? kinds[kind].mostLandMu * (1 + SUM_SLACK) : this.#leastMu[group];
          this.#gained[group * this.#years + year] += perMu === 0 ? more : more + perMu * mu;
        }
      }
    }
  }

  /** By how much prices of its parcels fell in all. */
  #fallen(old: Prices, prices: Prices, township: number): number {
    const { townships } = this.#problem;
    let sum = 0;
    for (let place = townships[township]; place < townships[township + 1]; place++)
      if (prices.parcels[place] < old.parcels[place]) sum += old.parcels[place] - prices.parcels[place];
    return sum;
  }

  /** What a 亩 of any of its parcels gains at most by what limits cost. */
  #perMu(old: Prices, prices: Prices, township: number, year: number): number {
    const { townships, parcels, limits } = this.#problem;
    const moved = limits
      .map(({ from, to, use }, n) => ({ use, less: from <= year && year <= to ? old.limits[n] - prices.limits[n] : 0 }))
      .filter(({ less }) => less !== 0);
    if (moved.length === 0) return 0;
    let most = -Infinity;
    for (let place = townships[township]; place < townships[township + 1]; place++) {
      let gain = 0;
      for (const { use, less } of moved) gain += less * use[place];
      most = Math.max(most, gain / parcels.landMu[place]);
    }
    return most;
  }
}

/** Of the size asked for, or of the floor area asked for built as densely as any parcel of the township may be. */
function leastLandOf({ kinds, townships, parcels }: PlanProblem): Float64Array {
  const found = new Float64Array((townships.length - 1) * kinds.length);
  for (let township = 0; township + 1 < townships.length; township++) {
    let densest = 0;
    for (let place = townships[township]; place < townships[township + 1]; place++)
      densest = Math.max(densest, parcels.floorM2[place] / parcels.landMu[place]);
    for (const [kind, { landMu, floorM2 }] of kinds.entries()) {
      const least = Math.min(landMu[township], densest > 0 ? floorM2[township] / densest : Infinity);
      found[township * kinds.length + kind] = Number.isFinite(least) ? least * (1 - SUM_SLACK) : 0;
    }
  }
  return found;
}
