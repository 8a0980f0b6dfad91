import type { PlanProblem } from '../shape/problem.ts';
import type { Columns } from './columns.ts';
import { roomOf } from './demands.ts';
import type { Wishes } from './wishes.ts';

/** A plan while it is put together: parks by their places in `columns`, what they take, and what it is worth. */
export class Draft {
  readonly chosen: number[] = [];
  private readonly used: Float64Array;
  private readonly counts: Float64Array;
  private readonly taken = new Set<number>();
  private readonly room: Float64Array;
  private parks = 0;

  constructor(
    private readonly problem: PlanProblem,
    private readonly columns: Columns,
    private readonly wishes: Wishes,
  ) {
    this.used = new Float64Array(problem.limits.length);
    this.counts = new Float64Array(problem.targets.length);
    this.room = Float64Array.from(problem.limits, ({ most }) => roomOf(most));
  }

  /** Whether the plan keeps to all limits with one more. */
  fits(place: number): boolean {
    const { limits, uses } = this.columns.demands[place];
    for (const parcel of this.columns.parks[place].parcels) if (this.taken.has(parcel)) return false;
    return limits.every((limit, n) => uses[n] <= 0 || this.used[limit] + uses[n] <= this.room[limit]);
  }

  /** Points that one more brings, targets counted. */
  gain(place: number): number {
    let gain = this.columns.parks[place].points;
    for (const target of this.columns.demands[place].targets) {
      const { least, penalty } = this.problem.targets[target];
      gain += penalty * Math.min(1, Math.max(0, least - this.counts[target]));
    }
    return gain;
  }

  add(place: number): void {
    const { limits, uses, targets } = this.columns.demands[place];
    const { points, parcels } = this.columns.parks[place];
    limits.forEach((limit, n) => (this.used[limit] += uses[n]));
    for (const target of targets) this.counts[target]++;
    for (const parcel of parcels) this.taken.add(parcel);
    this.parks += points;
    this.chosen.push(place);
  }

  /** Adds those of them that fit, again and again: what one gives back of a limit may make room for one before it. */
  addFitting(places: readonly number[], isWanted: (place: number) => boolean = () => true): void {
    for (let left = places; ;) {
      const rest = left.filter((place) => {
        if (!this.fits(place) || !isWanted(place)) return true;
        this.add(place);
        return false;
      });
      if (rest.length === left.length) return;
      left = rest;
    }
  }

  /** By target what is missing. */
  short(): Float64Array {
    return Float64Array.from(this.problem.targets, ({ least }, target) => Math.max(0, least - this.counts[target]));
  }

  /** Points of the parks less those lost on targets. */
  get objective(): number {
    const lost = this.short().reduce((sum, short, target) => sum + short * this.problem.targets[target].penalty, 0);
    return this.parks - lost;
  }

  /** What of the wishes is not in: places in `wishes.parks`, and parcels. */
  missed(): { readonly parks: readonly number[]; readonly parcels: readonly number[] } {
    const chosen = new Set(this.chosen.map((place) => this.columns.parks[place]));
    const isIn = (place: number) => this.wishes.parks[place].parks.some((park) => chosen.has(this.columns.known(park)));
    return {
      parks: [...this.wishes.parks.keys()].filter((place) => !isIn(place)),
      parcels: this.untaken(this.wishes.parcels),
    };
  }

  untaken(parcels: readonly number[]): readonly number[] {
    return parcels.filter((parcel) => !this.taken.has(parcel));
  }

  /** The objective less what was lost on wishes: what plans are compared by. */
  get score(): number {
    const { parks, parcels } = this.missed();
    return this.objective - (parks.length + parcels.length) * this.wishes.penalty;
  }
}
