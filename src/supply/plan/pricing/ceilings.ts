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
  /** Prices of a township as they were when it was last looked at. */
  readonly #parcels: Float64Array;
  readonly #old: (Pick<Prices, 'limits' | 'targets'> | undefined)[] = [];
  /** By neighbourhood and year: the ceiling less what had been gained until then. */
  readonly #known: Float64Array;
  /** By township, kind and year: what any park may have gained since the first prices. */
  readonly #gained: Float64Array;
  /** By township and kind: the least and the most land that a park can have. */
  readonly #leastMu: Float64Array;
  readonly #mostMu: Float64Array;

  constructor(problem: PlanProblem, hoods: Neighbourhoods) {
    const groups = (problem.townships.length - 1) * problem.kinds.length;
    this.#problem = problem;
    this.#hoods = hoods;
    this.#years = problem.years.length;
    this.#parcels = new Float64Array(problem.parcels.size);
    this.#known = new Float64Array(hoods.size * this.#years).fill(Infinity);
    this.#gained = new Float64Array(groups * this.#years);
    this.#leastMu = new Float64Array(groups);
    this.#mostMu = new Float64Array(groups);
    for (let township = 0; township + 1 < problem.townships.length; township++)
      for (const kind of problem.kinds.keys()) {
        const group = township * problem.kinds.length + kind;
        [this.#leastMu[group], this.#mostMu[group]] = landBetween(problem, township, kind);
      }
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

  /** What is known of the same land, but for neighbourhoods with parcels that were out and no longer are. */
  without(freed: ReadonlySet<number>): Ceilings {
    const other = new Ceilings(this.#problem, this.#hoods);
    const { size, starts, members } = this.#hoods;
    other.#parcels.set(this.#parcels);
    other.#gained.set(this.#gained);
    other.#known.set(this.#known);
    for (const [township, old] of this.#old.entries()) other.#old[township] = old;
    for (let hood = 0; freed.size > 0 && hood < size; hood++)
      for (let n = starts[hood]; n < starts[hood + 1]; n++)
        if (freed.has(members[n])) other.#known.fill(Infinity, hood * this.#years, (hood + 1) * this.#years);
    return other;
  }

  /** Prices of a township have changed to these. */
  move(prices: Prices, township: number): void {
    const { kinds, townships } = this.#problem;
    const old = this.#old[township];
    if (old) {
      const fallen = this.#fallen(prices, township);
      for (let year = 0; year < this.#years; year++) {
        const more = fallen + this.#byTargets(old, prices, township, year);
        const perMu = this.#perMu(old, prices, township, year);
        for (let kind = 0; kind < kinds.length; kind++) {
          const group = township * kinds.length + kind;
          const mu = perMu > 0 ? this.#mostMu[group] : this.#leastMu[group];
          this.#gained[group * this.#years + year] += more + perMu * mu;
        }
      }
    }
    this.#old[township] = { limits: prices.limits.slice(), targets: prices.targets.slice() };
    const [first, end] = [townships[township], townships[township + 1]];
    this.#parcels.set(prices.parcels.subarray(first, end), first);
  }

  /** By how much prices of its parcels fell in all. */
  #fallen(prices: Prices, township: number): number {
    const { townships } = this.#problem;
    let sum = 0;
    for (let place = townships[township]; place < townships[township + 1]; place++)
      sum += Math.max(0, this.#parcels[place] - prices.parcels[place]);
    return sum;
  }

  /** By how much more its parks count for targets. */
  #byTargets(old: Pick<Prices, 'targets'>, prices: Prices, township: number, year: number): number {
    const { targets } = this.#problem;
    let sum = 0;
    for (let n = 0; n < targets.length; n++) {
      if (prices.targets[n] === old.targets[n]) continue;
      const { from, to, townships } = targets[n];
      if (townships[township] && from <= year && year <= to) sum += prices.targets[n] - old.targets[n];
    }
    return sum;
  }

  /** What a 亩 of any of its parcels gains at most by what limits cost. */
  #perMu(old: Pick<Prices, 'limits'>, prices: Prices, township: number, year: number): number {
    const { townships, parcels, limits } = this.#problem;
    const moved = limits
      .map(({ from, to, use }, n) => ({ use, less: from <= year && year <= to ? old.limits[n] - prices.limits[n] : 0 }))
      .filter(({ less }) => less !== 0);
    if (moved.length === 0 || townships[township] === townships[township + 1]) return 0;
    let most = -Infinity;
    for (let place = townships[township]; place < townships[township + 1]; place++) {
      let gain = 0;
      for (const { use, less } of moved) gain += less * use[place];
      most = Math.max(most, gain / parcels.landMu[place]);
    }
    return most;
  }
}

/** At least what is asked for, or the floor area asked for built as densely as any parcel may be; at most all there is. */
function landBetween({ kinds, townships, parcels }: PlanProblem, township: number, kind: number): [number, number] {
  let [densest, all] = [0, 0];
  for (let place = townships[township]; place < townships[township + 1]; place++) {
    densest = Math.max(densest, parcels.floorM2[place] / parcels.landMu[place]);
    all += parcels.landMu[place];
  }
  const { landMu, floorM2, mostLandMu } = kinds[kind];
  const least = Math.min(landMu[township], densest > 0 ? floorM2[township] / densest : Infinity);
  return [Number.isFinite(least) ? least * (1 - SUM_SLACK) : 0, Math.min(all, mostLandMu) * (1 + SUM_SLACK)];
}
