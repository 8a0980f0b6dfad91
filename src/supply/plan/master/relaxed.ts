import type { Prices } from '../shape/found.ts';
import type { PlanProblem } from '../shape/problem.ts';
import type { Program, Solver } from '../shape/solver.ts';
import type { Columns } from './columns.ts';
import { Rows } from './rows.ts';
import { anyShortfalls, type Shortfalls } from './shortfalls.ts';
import { wishOfParks, type Wishes } from './wishes.ts';

/** What the program gives while parks may be taken in part 线性松弛. */
export interface Relaxed {
  /** Less what was lost on targets and wishes. */
  readonly points: number;
  readonly prices: Prices;
  /** How much of each of its parks is taken, by place in `chosen`. */
  readonly shares: Float64Array;
  /** How many parks are missing, by target. */
  readonly missing: Float64Array;
}

/** The program that grows as parks are made: solved again from where it was. */
export class RelaxedPlan {
  /** Places in `columns` of the parks it has. */
  readonly chosen: number[] = [];
  private readonly has = new Set<number>();
  private readonly rows: Rows;
  private readonly program: Program;
  private readonly before: number;

  private readonly wishes: ReadonlyMap<number, number>;
  private shortfalls: Shortfalls;

  constructor(
    solver: Solver,
    private readonly problem: PlanProblem,
    private readonly columns: Columns,
    wishes: Wishes,
  ) {
    this.program = solver.program();
    this.rows = new Rows(problem, wishes);
    this.program.addRows(this.rows.base());
    this.program.addRows(this.rows.forParcelsOf([]));
    this.shortfalls = anyShortfalls(problem);
    const missing = this.rows.missing(this.shortfalls);
    this.before = missing.points.length;
    this.program.addColumns(missing);
    this.wishes = wishOfParks(wishes, columns);
    this.add(this.wishes.keys());
  }

  /** Of all plans only those that miss so many parks. */
  confine(shortfalls: Shortfalls): void {
    this.shortfalls = shortfalls;
    for (const target of this.problem.targets.keys())
      this.program.setColumn(target, shortfalls.least[target], shortfalls.most[target]);
    const beyond = this.before - this.problem.targets.length;
    for (const [target, { least }] of this.problem.targets.entries())
      this.program.setColumn(beyond + target, 0, shortfalls.most[target] < least ? Infinity : 0);
  }

  /** Adds parks by their places in `columns`, those that are new to it; how many they were. */
  add(places: Iterable<number>): number {
    const fresh = [...new Set(places)].filter((place) => !this.has.has(place));
    const parks = fresh.map((at) => ({
      park: this.columns.parks[at],
      demand: this.columns.demands[at],
      wish: this.wishes.get(at) ?? null,
    }));
    this.program.addRows(this.rows.forParcelsOf(parks.map(({ park }) => park)));
    this.program.addColumns(this.rows.columns(parks, Infinity));
    for (const place of fresh) this.has.add(place);
    this.chosen.push(...fresh);
    return fresh.length;
  }

  /** null: the solver did not come to an end; all that may be missing has its column, so that there is a plan always. */
  solve(): Relaxed | null {
    const { state, points, values, rowPrices } = this.program.solve();
    if (state !== 'optimal') return null;
    return {
      points,
      prices: this.rows.prices(rowPrices, this.shortfalls),
      shares: values.subarray(this.before),
      missing: values.subarray(0, this.problem.targets.length),
    };
  }

  free(): void {
    this.program.free();
  }
}
