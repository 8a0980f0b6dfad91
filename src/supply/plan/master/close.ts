import type { Prices } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import type { Bound } from './bound.ts';
import { Generating } from './generate.ts';
import type { RelaxedPlan } from './relaxed.ts';
import type { Search } from './search.ts';
import { splitAt, splitTarget, type Shortfalls } from './shortfalls.ts';
import { worthwhile } from './select.ts';
import { wholePlan } from './whole.ts';

/** More parks are not chosen from. */
const MOST = 150_000;

/** Plans that are not done with: those that miss so many parks, none worth more than the bound. */
interface Case {
  readonly shortfalls: Shortfalls;
  readonly bound: number;
}

/**
 * Proves the best plan. Plans are told apart by how many parks they miss of targets 分支, for a part of a missing park makes a bound
 * that no plan comes near. Of each case every park is made that could be in a better plan, and plans are chosen from them: a park
 * worth less beyond the prices than the bound lies above the best plan is in none.
 */
export class Closing {
  private readonly open: Case[] = [];
  /** The largest bound of the cases that could not be gone through. */
  private left = -Infinity;

  constructor(
    private readonly search: Search,
    private readonly relaxed: RelaxedPlan,
    private readonly mostParks: Float64Array,
  ) {}

  async run(all: Shortfalls): Promise<void> {
    const { search } = this;
    search.phase = 'close';
    this.open.push({ shortfalls: all, bound: search.boundPoints });
    while (this.open.length > 0 && !search.done) {
      this.open.sort((a, b) => b.bound - a.bound);
      const next = this.open.shift()!;
      if (next.bound > search.score) await this.goThrough(next);
      this.prove();
    }
  }

  private prove(): void {
    const open = this.open.reduce((most, { bound }) => Math.max(most, bound), this.left);
    this.search.prove(Math.max(open, this.search.score), 'enumerated');
  }

  private async goThrough(one: Case): Promise<void> {
    const { search, relaxed, mostParks } = this;
    const low = ({ points }: Bound) => points <= search.score;
    const generated = await new Generating(search, relaxed, mostParks, one.shortfalls, low).run();
    if (!generated) return this.keep(one.bound);
    const { bound } = generated;
    const points = Math.min(one.bound, bound?.points ?? Infinity);
    if (points <= search.score) return;
    if (!generated.isWhole || !bound) return this.keep(points);
    const target = splitTarget(search.problem, generated.relaxed.missing);
    if (target !== null) {
      const parts = splitAt(one.shortfalls, target, generated.relaxed.missing[target]);
      for (const shortfalls of parts) this.open.push({ shortfalls, bound: points });
      return;
    }
    const places = worthwhile(search, generated.relaxed, relaxed.chosen);
    wholePlan(search, places, { shortfalls: one.shortfalls, gap: 1e-3, nodes: 100 });
    await this.enumerate(one.shortfalls, bound);
  }

  private async enumerate(shortfalls: Shortfalls, { points, certificate }: Bound): Promise<void> {
    const { search } = this;
    const parks = await this.every(certificate.prices, points - search.score);
    if (!parks) return this.keep(points);
    const places = parks.map((park) => search.columns.add(park));
    search.tell();
    const bound = wholePlan(search, places, { shortfalls, gap: 0 });
    if (bound > search.score) this.keep(Math.min(points, bound));
  }

  /** Every park worth no less beyond the prices than that; null where there are too many, or it was ended. */
  private async every(prices: Prices, loss: number): Promise<PlanPark[] | null> {
    const { problem, pricer, turn } = this.search;
    const parks: PlanPark[] = [];
    for (let township = 0; township + 1 < problem.townships.length; township++) {
      if (!(await turn.goesOn())) return null;
      const some = pricer.every(prices, -loss - 1e-6, MOST - parks.length, [township]);
      if (!some) return null;
      for (const park of some) parks.push(park);
    }
    return parks;
  }

  private keep(points: number): void {
    this.left = Math.max(this.left, points);
  }
}
