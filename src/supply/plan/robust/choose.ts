import { countsFor, useOf } from '../explain/asking.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import type { IntegerSettings, NewColumns, Program, Solver } from '../shape/solver.ts';

/** A park with what is to be expected of it where parcels fall through. */
export interface Expected {
  readonly park: PlanPark;
  /** How likely it comes about, and its points on average. */
  readonly likely: number;
  readonly points: number;
}

export interface Choosing {
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
export function chosen(solver: Solver, choosing: Choosing, settings: IntegerSettings): readonly PlanPark[] | null {
  const few = promising(solver, choosing);
  const program = programOf(solver, { ...choosing, pool: few });
  try {
    const whole = new Uint8Array(few.length + choosing.problem.targets.length).fill(1, 0, few.length);
    const { values } = program.solveWhole(whole, settings);
    return values && few.flatMap(({ park }, n) => (values[n] > 0.5 ? [park] : []));
  } finally {
    program.free();
  }
}

/** Those of the pool that are worth most beyond the prices while parks may be taken in part. */
function promising(solver: Solver, choosing: Choosing): readonly Expected[] {
  const { pool } = choosing;
  if (pool.length <= MOST) return pool;
  const program = programOf(solver, choosing);
  try {
    const { rowPrices, values } = program.solve();
    const { starts, rows, values: entries } = columnsOf(choosing).entries;
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

function programOf(solver: Solver, choosing: Choosing): Program {
  const { problem, choices, spare } = choosing;
  const { limits, targets, parcels } = problem;
  const mustBeIn = new Set(choices.fixedParcels);
  const rows = [
    ...limits.map(({ most }) => [-Infinity, most]),
    // Nothing is asked of a target that is met already.
    ...targets.map(({ least }) => [least > 0 ? least + spare : 0, Infinity]),
    ...choices.fixedParks.map(() => [1, 1]),
    ...Array.from({ length: parcels.size }, (_, place) => [mustBeIn.has(place) ? 1 : -Infinity, 1]),
  ];
  const program = solver.program();
  program.addRows({ least: Float64Array.from(rows, ([a]) => a), most: Float64Array.from(rows, ([, b]) => b) });
  program.addColumns(columnsOf(choosing));
  return program;
}

/** A column of each park, then one of each target for what is missing of it. */
function columnsOf({ problem, choices, pool }: Choosing): NewColumns {
  const { limits, targets } = problem;
  const [first, second] = [limits.length, limits.length + targets.length];
  const third = second + choices.fixedParks.length;
  const isSame = (park: PlanPark, { parcels, kind, year }: Choices['fixedParks'][number]) =>
    park.kind === kind && (year === null || year === park.year) && park.parcels.length === parcels.length &&
    parcels.every((place) => park.parcels.includes(place)); // prettier-ignore
  const entries = [
    ...pool.map(({ park, likely }) => [
      ...limits.flatMap((limit, n) => [[n, useOf(park, limit)]]).filter(([, use]) => use !== 0),
      ...targets.flatMap((target, n) => (countsFor(park, target) ? [[first + n, likely * likely]] : [])),
      ...choices.fixedParks.flatMap((fixed, n) => (isSame(park, fixed) ? [[second + n, 1]] : [])),
      ...[...park.parcels].map((place) => [third + place, 1]),
    ]),
    ...targets.map((_, n) => [[first + n, 1]]),
  ];
  let at = 0;
  return {
    points: Float64Array.from([...pool.map(({ points }) => points), ...targets.map(({ penalty }) => -penalty)]),
    least: new Float64Array(entries.length),
    most: Float64Array.from(entries, (_, n) => (n < pool.length ? 1 : Infinity)),
    entries: {
      starts: Int32Array.from([0, ...entries.map((column) => (at += column.length))]),
      rows: Int32Array.from(entries.flat(), ([row]) => row),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
  };
}
