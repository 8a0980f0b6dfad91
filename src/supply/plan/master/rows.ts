import type { Prices } from '../shape/found.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import type { NewColumns, NewRows } from '../shape/solver.ts';
import { roomOf, type Demand } from './demands.ts';
import type { Shortfalls } from './shortfalls.ts';
import type { Wishes } from './wishes.ts';

/** What is at most had of a limit is so much in its row, so that all rows are met equally well. */
const ROW_SCALE = 1000;
/** So little of a limit is none: scaled up it would drown all else. */
const NONE = 1e-3;

/**
 * Rows of the program: limits, targets, what a person fixed, and parcels as parks come that have them. What is missing of a
 * target or a wish is a column of its own 弹性变量, which costs its penalty.
 */
export class Rows {
  private readonly scales: Float64Array;
  private readonly firstTarget: number;
  private readonly firstWish: number;
  private readonly rowOf: Int32Array;
  private readonly fixed: ReadonlySet<number>;
  private readonly parcels: number[] = [];

  constructor(
    private readonly problem: PlanProblem,
    private readonly wishes: Wishes,
  ) {
    const { limits, targets } = problem;
    this.scales = Float64Array.from(limits, ({ most }) => (most > NONE ? ROW_SCALE / most : 1));
    this.firstTarget = limits.length;
    this.firstWish = limits.length + targets.length;
    this.rowOf = new Int32Array(problem.parcels.size).fill(-1);
    this.fixed = new Set(wishes.parcels);
  }

  private get first(): number {
    return this.firstWish + this.wishes.parks.length;
  }

  /** Rows that are there from the beginning. */
  base(): NewRows {
    const { limits, targets } = this.problem;
    const wishes = this.wishes.parks.map(() => 1);
    return {
      least: Float64Array.from([...limits.map(() => -Infinity), ...targets.map(({ least }) => least), ...wishes]),
      most: Float64Array.from([
        ...limits.map(({ most }, limit) => roomOf(most) * this.scales[limit]),
        ...targets.map(() => Infinity),
        ...wishes,
      ]),
    };
  }

  /** Rows of parcels that had none until now; a parcel that must be in has exactly one park. */
  forParcelsOf(parks: Iterable<PlanPark>): NewRows {
    const least: number[] = [];
    const add = (parcel: number) => {
      if (this.rowOf[parcel] >= 0) return;
      this.rowOf[parcel] = this.first + this.parcels.length;
      this.parcels.push(parcel);
      least.push(this.fixed.has(parcel) ? 1 : -Infinity);
    };
    if (this.parcels.length === 0) this.wishes.parcels.forEach(add);
    for (const { parcels } of parks) parcels.forEach(add);
    return { least: Float64Array.from(least), most: new Float64Array(least.length).fill(1) };
  }

  /**
   * What may be missing: of each target, of each fixed park, of each fixed parcel; then of each target what is missing beyond
   * that, which no plan of the case misses, though the parks that were made until now may not do without.
   */
  missing(shortfalls: Shortfalls): NewColumns {
    const { targets } = this.problem;
    const { parks, parcels, penalty } = this.wishes;
    const ofTargets = targets.map((_, target) => this.firstTarget + target);
    const ofWishes = [...parks.map((_, wish) => this.firstWish + wish), ...parcels.map((parcel) => this.rowOf[parcel])];
    const rows = [...ofTargets, ...ofWishes, ...ofTargets];
    const beyond = new Float64Array(ofWishes.length + targets.length);
    return {
      points: Float64Array.from([...targets.map((t) => -t.penalty), ...beyond.fill(-penalty)]),
      least: Float64Array.from([...shortfalls.least, ...beyond.fill(0)]),
      most: Float64Array.from([...shortfalls.most, ...ofWishes.map(() => 1), ...targets.map(() => 0)]),
      entries: {
        starts: Int32Array.from({ length: rows.length + 1 }, (_, at) => at),
        rows: Int32Array.from(rows),
        values: new Float64Array(rows.length).fill(1),
      },
    };
  }

  /** Columns of parks; `wish`: the fixed park it is, if any. */
  columns(parks: readonly { park: PlanPark; demand: Demand; wish: number | null }[], most: number): NewColumns {
    const starts = new Int32Array(parks.length + 1);
    const rows: number[] = [];
    const values: number[] = [];
    for (const [at, { park, demand, wish }] of parks.entries()) {
      demand.limits.forEach((limit, n) => {
        if (demand.uses[n] === 0) return;
        rows.push(limit);
        values.push(demand.uses[n] * this.scales[limit]);
      });
      for (const target of demand.targets) rows.push(this.firstTarget + target);
      if (wish !== null) rows.push(this.firstWish + wish);
      for (const parcel of park.parcels) rows.push(this.rowOf[parcel]);
      while (values.length < rows.length) values.push(1);
      starts[at + 1] = rows.length;
    }
    return {
      points: Float64Array.from(parks, ({ park }) => park.points),
      least: new Float64Array(parks.length),
      most: new Float64Array(parks.length).fill(most),
      entries: { starts, rows: Int32Array.from(rows), values: Float64Array.from(values) },
    };
  }

  /** Prices of the rows as those of what they stand for, rid of the solver's small errors. */
  prices(rowPrices: Float64Array, shortfalls: Shortfalls): Prices {
    const { limits, targets, parcels } = this.problem;
    const ofParcels = new Float64Array(parcels.size);
    for (const [at, parcel] of this.parcels.entries()) {
      const price = rowPrices[this.first + at];
      ofParcels[parcel] = Math.max(this.fixed.has(parcel) ? -this.wishes.penalty : 0, price);
    }
    return {
      limits: Float64Array.from(limits, (_, limit) => Math.max(0, rowPrices[limit]) * this.scales[limit]),
      targets: Float64Array.from(targets, ({ penalty, least }, target) => {
        // Where no more may be missing, one more park can be worth more than what is lost on it.
        const most = shortfalls.most[target] < least ? this.wishes.penalty : penalty;
        return Math.min(most, Math.max(0, -rowPrices[this.firstTarget + target]));
      }),
      parcels: ofParcels,
    };
  }
}
