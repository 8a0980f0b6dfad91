import type { Prices } from '../shape/found.ts';
import { boundAt, withFixedParks, type Bound } from './bound.ts';
import { pricedPass, type Pass } from './pass.ts';
import type { Relaxed, RelaxedPlan } from './relaxed.ts';
import { rounded } from './rounded.ts';
import type { Search } from './search.ts';
import type { Shortfalls } from './shortfalls.ts';

/** Choices a neighbourhood is given while parks are sought, and while it is to be proven that none is left. */
const QUICK = 80;
const THOROUGH = 4000;
const MOST = 1e8;
/** Parks that each township and year gives in a round. */
const EACH = 4;
/** Worth beyond prices that is none. */
const NOTHING = 1e-6;
/** So few townships have something left: all are looked at. */
const FEW = 4;
/** A plan is rounded so often. */
const ROUNDED_EVERY = 4;

/** What came of making parks. */
export interface Generated {
  readonly relaxed: Relaxed;
  /** null: it was ended before anything was proven. */
  readonly bound: Bound | null;
  /** No park is left that would pay. */
  readonly isWhole: boolean;
}

/** Makes parks for the plans that miss so many parks. */
export class Generating {
  private bound: Bound | null = null;

  constructor(
    private readonly search: Search,
    private readonly relaxed: RelaxedPlan,
    private readonly mostParks: Float64Array,
    private readonly shortfalls: Shortfalls,
    /** Told of each lower bound; true where it is low enough. */
    private readonly enough: (bound: Bound) => boolean,
  ) {}

  /** Makes parks by prices 列生成 until none is left that would pay, or what is proven is enough; null: the solver gave no prices. */
  async run(): Promise<Generated | null> {
    const { search, relaxed, mostParks } = this;
    relaxed.confine(this.shortfalls);
    const all = [...mostParks.keys()].filter((township) => mostParks[township] > 0);
    let [townships, nodes] = [all, QUICK];
    for (let round = 0; ; round++) {
      const solved = relaxed.solve();
      if (!solved) return null;
      if (round % ROUNDED_EVERY === 0) this.offerRounded(solved);
      if (search.done) return this.result(solved, false);
      search.rounds++;
      const pass = await pricedPass(search, solved.prices, { nodes, perTownshipYear: EACH, above: NOTHING }, townships);
      if (!pass) return this.result(solved, false);
      const isAll = townships.length === all.length;
      if (isAll && this.prove(solved.prices, pass)) return this.result(solved, false);
      const added = relaxed.add(pass.parks.map((park) => search.columns.add(park)));
      search.tell();
      if (isAll && added === 0) {
        search.unproved = pass.unproved;
        if (pass.unproved === 0 || nodes >= MOST) return this.result(solved, true);
        nodes = nodes < THOROUGH ? THOROUGH : nodes * 25;
      } else if (added === 0 || pass.found.length < FEW) townships = all;
      else townships = pass.found;
    }
  }

  private result(relaxed: Relaxed, isWhole: boolean): Generated {
    this.offerRounded(relaxed);
    return { relaxed, bound: this.bound, isWhole };
  }

  private offerRounded(solved: Relaxed): void {
    const { problem, columns, wishes } = this.search;
    this.search.offer(rounded(problem, columns, wishes, solved, this.relaxed.chosen));
  }

  private prove(prices: Prices, { beyond }: Pass): boolean {
    const { problem, wishes, columns } = this.search;
    const certificate = { prices: withFixedParks(prices, wishes, columns), beyond, mostParks: this.mostParks };
    const bound = boundAt(problem, this.shortfalls, certificate);
    if (this.bound && bound.points >= this.bound.points) return false;
    this.bound = bound;
    return this.enough(bound);
  }
}
