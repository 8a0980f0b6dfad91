import type { FoundPlan } from '../../../../src/supply/plan/shape/found.ts';
import type { PlanPark, PlanProblem } from '../../../../src/supply/plan/shape/problem.ts';

/** A plan as a peer holds it while parks come and go; it keeps to all limits. */
export class Holding {
  readonly problem: PlanProblem;
  readonly parks: PlanPark[] = [];
  /** 1 by each parcel of a park. */
  readonly taken: Uint8Array;
  /** By limit what the parks take of it. */
  readonly used: Float64Array;
  readonly #counts: Int32Array;
  /** By year the limits, by township and year the targets that a park of it touches. */
  readonly #limits: readonly (readonly number[])[];
  readonly #targets: readonly (readonly number[])[];
  /** Changes of `used` and `#counts`, put together anew for each question. */
  readonly #uses: Float64Array;
  readonly #more: Int32Array;

  constructor(problem: PlanProblem, parks: readonly PlanPark[] = []) {
    const { years, limits, targets, townships, parcels } = problem;
    const within = <T extends { from: number; to: number }>(list: readonly T[], year: number) =>
      [...list.keys()].filter((n) => list[n].from <= year && year <= list[n].to);
    this.problem = problem;
    this.taken = new Uint8Array(parcels.size);
    this.used = new Float64Array(limits.length);
    this.#uses = new Float64Array(limits.length);
    this.#counts = new Int32Array(targets.length);
    this.#more = new Int32Array(targets.length);
    this.#limits = years.map((_, year) => within(limits, year));
    this.#targets = Array.from({ length: townships.length - 1 }, (_, township) =>
      years.map((_, year) => within(targets, year).filter((n) => targets[n].townships[township] === 1)),
    ).flat();
    for (const park of parks) this.change([], [park]);
  }

  /** Targets that a park counts for. */
  targetsOf({ township, year }: PlanPark): readonly number[] {
    return this.#targets[township * this.problem.years.length + year];
  }

  /** So many parks of a target are missing. */
  short(target: number): number {
    return Math.max(0, this.problem.targets[target].least - this.#counts[target]);
  }

  /** Share of all that is limited in its year that a park takes. */
  scarce({ parcels, year }: PlanPark): number {
    let sum = 0;
    for (const n of this.#limits[year]) {
      const { use, most } = this.problem.limits[n];
      for (const parcel of parcels) sum += use[parcel] / most;
    }
    return sum;
  }

  /** Points gained by parks that go and parks that come, targets counted; null where limits do not allow them. */
  gain(gone: readonly PlanPark[], come: readonly PlanPark[]): number | null {
    const { limits, targets } = this.problem;
    this.#uses.fill(0);
    this.#more.fill(0);
    let sum = 0;
    for (const park of gone) sum += this.#count(park, -1);
    for (const park of come) sum += this.#count(park, 1);
    for (let n = 0; n < limits.length; n++)
      if (this.#uses[n] > 0 && this.used[n] + this.#uses[n] > limits[n].most) return null;
    for (let n = 0; n < targets.length; n++) {
      if (this.#more[n] === 0) continue;
      const { least, penalty } = targets[n];
      sum += penalty * (this.short(n) - Math.max(0, least - this.#counts[n] - this.#more[n]));
    }
    return sum;
  }

  #count(park: PlanPark, sign: 1 | -1): number {
    for (const n of this.#limits[park.year]) {
      const { use } = this.problem.limits[n];
      for (const parcel of park.parcels) this.#uses[n] += sign * use[parcel];
    }
    for (const n of this.targetsOf(park)) this.#more[n] += sign;
    return sign * park.points;
  }

  change(gone: readonly PlanPark[], come: readonly PlanPark[]): void {
    this.gain(gone, come);
    for (const [n, use] of this.#uses.entries()) this.used[n] += use;
    for (const [n, more] of this.#more.entries()) this.#counts[n] += more;
    for (const park of gone) {
      this.parks.splice(this.parks.indexOf(park), 1);
      this.mark(park, 0);
    }
    for (const park of come) {
      this.parks.push(park);
      this.mark(park, 1);
    }
  }

  mark({ parcels }: PlanPark, taken: 0 | 1): void {
    for (const parcel of parcels) this.taken[parcel] = taken;
  }

  get objective(): number {
    const lost = this.problem.targets.reduce((sum, { penalty }, n) => sum + penalty * this.short(n), 0);
    return this.parks.reduce((sum, { points }) => sum + points, 0) - lost;
  }

  /** As the checker wants it: nothing is proven. */
  found(): FoundPlan {
    return {
      status: 'stopped',
      parks: [...this.parks],
      short: Float64Array.from(this.problem.targets, (_, n) => this.short(n)),
      missed: { parks: [], parcels: [] },
      objective: this.objective,
      bound: Infinity,
      boundKind: 'none',
      certificate: null,
      stats: { columns: 0, rounds: 0, nodes: 0, unproved: 0 },
    };
  }
}
