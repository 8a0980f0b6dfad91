import { choiceColumns, choiceProgram, type Choosing } from '../explain/choice-program.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import type { IntegerSettings, Solver } from '../shape/solver.ts';

/** A park with what is to be expected of it where parcels fall through. */
export interface Expected {
  readonly park: PlanPark;
  /** How likely it comes about, and its points on average. */
  readonly likely: number;
  readonly points: number;
}

export interface ChoosingExpected {
  readonly problem: PlanProblem;
  readonly choices: Choices;
  readonly pool: readonly Expected[];
  /** So many parks more than its least are wanted of each target. */
  readonly spare: number;
}

/** More parks are too many to choose whole ones from. */
const MOST = 4000;

/**
 * The parks with the most expected points, targets met with so many to spare; null where limits and choices allow none. A park counts
 * for a target by the square of how likely it comes about: three of which each is as likely as not are one and a half on
 * average, and none of them as often as one in eight.
 */
export function chosen(
  solver: Solver,
  choosing: ChoosingExpected,
  settings: IntegerSettings,
): readonly PlanPark[] | null {
  const few = promising(solver, choosing);
  const program = choiceProgram(solver, choiceOf({ ...choosing, pool: few }));
  try {
    const whole = new Uint8Array(few.length + 2 * choosing.problem.targets.length).fill(1, 0, few.length);
    const { values } = program.solveWhole(whole, settings);
    return values && few.flatMap(({ park }, n) => (values[n] > 0.5 ? [park] : []));
  } finally {
    program.free();
  }
}

const choiceOf = ({ problem, choices, pool, spare }: ChoosingExpected): Choosing => ({
  problem,
  choices,
  spare,
  pool: pool.map(({ park }) => park),
  gains: Float64Array.from(pool, ({ points }) => points),
  counts: Float64Array.from(pool, ({ likely }) => likely * likely),
});

/** Those of the pool that are worth most beyond the prices while parks may be taken in part. */
function promising(solver: Solver, choosing: ChoosingExpected): readonly Expected[] {
  const { pool } = choosing;
  if (pool.length <= MOST) return pool;
  const choice = choiceOf(choosing);
  const program = choiceProgram(solver, choice);
  try {
    const { rowPrices, values } = program.solve();
    const { starts, rows, values: entries } = choiceColumns(choice).entries;
    const worth = pool.map(({ points }, n) => {
      let beyond = points;
      for (let e = starts[n]; e < starts[n + 1]; e++) beyond -= rowPrices[rows[e]] * entries[e];
      return values[n] > 1e-9 ? Infinity : beyond;
    });
    const order = [...pool.keys()].sort((a, b) => worth[b] - worth[a] || a - b).slice(0, MOST);
    return order.sort((a, b) => a - b).map((n) => pool[n]);
  } finally {
    program.free();
  }
}
