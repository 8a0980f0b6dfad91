import type { FoundPlan } from '../shape/found.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import type { NewColumns, Program, Solver } from '../shape/solver.ts';
import { countsFor, objectiveOf, shortOf, useOf, type Asking } from './asking.ts';

/** Parks to choose a whole plan from. */
export interface Choosing {
  readonly problem: PlanProblem;
  readonly choices: Choices;
  readonly pool: readonly PlanPark[];
  /** By park: what is sought the most of. */
  readonly gains: Float64Array;
  /** By park: as how much of one it counts for a target; 1 where it is left out. */
  readonly counts?: Float64Array;
  /** So many parks more than its least are wanted of each target; each of those that is missing costs half of what one of the least does. */
  readonly spare?: number;
  /**
   * The points of the parks less those lost on targets are no less than this, and what is missing is not counted besides; where it is
   * left out what is missing takes its penalty off what is sought.
   */
  readonly leastPoints?: number;
}

/** What is lost for a spare park that is missing, as a part of the penalty: where land is short the first park of one target is worth more. */
const SPARE = 0.5;

/** The program of it: a column for each park, then of each target one for what is missing of it and one for what of that is to spare. */
export function choiceProgram(solver: Solver, choosing: Choosing): Program {
  const { problem, choices, spare = 0, leastPoints } = choosing;
  const { limits, targets, parcels } = problem;
  const mustBeIn = new Set(choices.fixedParcels);
  const rows = [
    ...limits.map(({ most }) => [-Infinity, most]),
    // Nothing is asked of a target that is met already.
    ...targets.map(({ least }) => [least > 0 ? least + spare : 0, Infinity]),
    ...choices.fixedParks.map(() => [1, 1]),
    ...Array.from({ length: parcels.size }, (_, place) => [mustBeIn.has(place) ? 1 : -Infinity, 1]),
    ...(leastPoints === undefined ? [] : [[leastPoints, Infinity]]),
  ];
  const program = solver.program();
  program.addRows({ least: Float64Array.from(rows, ([a]) => a), most: Float64Array.from(rows, ([, b]) => b) });
  program.addColumns(choiceColumns(choosing));
  return program;
}

export function choiceColumns(choosing: Choosing): NewColumns {
  const { problem, choices, pool, gains, counts, spare = 0, leastPoints } = choosing;
  const { limits, targets, parcels } = problem;
  const [first, second] = [limits.length, limits.length + targets.length];
  const third = second + choices.fixedParks.length;
  const inPoints = (points: number) => (leastPoints === undefined ? [] : [[third + parcels.size, points]]);
  const entries = [
    ...pool.map((park, place) => [
      ...limits.flatMap((limit, n) => [[n, useOf(park, limit)]]).filter(([, use]) => use !== 0),
      ...targets.flatMap((target, n) => (countsFor(park, target) ? [[first + n, counts?.[place] ?? 1]] : [])),
      ...choices.fixedParks.flatMap((fixed, n) => (isSame(park, fixed) ? [[second + n, 1]] : [])),
      ...[...park.parcels].map((parcel) => [third + parcel, 1]),
      ...inPoints(park.points),
    ]),
    ...targets.map(({ penalty }, n) => [[first + n, 1], ...inPoints(-penalty)]),
    ...targets.map((_, n) => [[first + n, 1]]),
  ];
  let at = 0;
  const lost = (share: number) => targets.map(({ penalty }) => (leastPoints === undefined ? -share * penalty : 0));
  return {
    points: Float64Array.from([...gains, ...lost(1), ...lost(SPARE)]),
    least: new Float64Array(entries.length),
    most: Float64Array.from([...pool.map(() => 1), ...targets.map(() => Infinity), ...targets.map(() => spare)]),
    entries: {
      starts: Int32Array.from([0, ...entries.map((column) => (at += column.length))]),
      rows: Int32Array.from(entries.flat(), ([row]) => row),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
  };
}

const isSame = (park: PlanPark, { parcels, kind, year }: Choices['fixedParks'][number]): boolean =>
  park.kind === kind &&
  (year === null || year === park.year) &&
  park.parcels.length === parcels.length &&
  parcels.every((place) => park.parcels.includes(place));

/** Parks that are alike but for how they were found. */
export const parkKey = ({ kind, year, parcels }: PlanPark): string => `${kind} ${year} ${parcels.join()}`;

/** What a person decided, but for what the plan could not keep. */
export function keptChoices({ choices, plan: { missed } }: Asking): Choices {
  return {
    ...choices,
    fixedParks: choices.fixedParks.filter((_, n) => !missed.parks.includes(n)),
    fixedParcels: choices.fixedParcels.filter((place) => !missed.parcels.includes(place)),
  };
}

/** A plan of other parks under the same bound. */
export function planOf({ problem, plan }: Asking, parks: readonly PlanPark[], status: FoundPlan['status']): FoundPlan {
  const order = [...parks].sort((a, b) => a.year - b.year || a.parcels[0] - b.parcels[0]);
  return { ...plan, status, parks: order, short: shortOf(problem, parks), objective: objectiveOf(problem, parks) };
}
