import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { everyPark } from './test-brute.ts';

/** The best plan of all, by one whole-number program over every park there is: written anew, to hold the other against. */
export function bestOfAll(solver: Solver, problem: PlanProblem, choices: Choices) {
  const parks = everyPark(problem, choices);
  const { limits, targets } = problem;
  const first = limits.length + targets.length;
  const lastRow = first + problem.parcels.size;
  const isFixed = (park: PlanPark, { parcels, kind, year }: Choices['fixedParks'][number]) =>
    park.kind === kind && (year === null || park.year === year) && park.parcels.join() === [...parcels].join();
  const program = solver.program();
  program.addRows({
    least: Float64Array.from([
      ...limits.map(() => -Infinity),
      ...targets.map(({ least }) => least),
      ...Array.from({ length: problem.parcels.size }, (_, parcel) => Number(choices.fixedParcels.includes(parcel))),
      ...choices.fixedParks.map(() => 1),
    ]),
    most: Float64Array.from([
      ...limits.map(({ most }) => most),
      ...targets.map(() => Infinity),
      ...Array<number>(problem.parcels.size + choices.fixedParks.length).fill(1),
    ]),
  });
  const columns = [
    ...targets.map(({ penalty, least }, at) => ({ points: -penalty, most: least, entries: [[limits.length + at, 1]] })),
    ...parks.map((park) => ({
      points: park.points,
      most: 1,
      entries: [
        ...entriesOf(problem, park, first),
        ...choices.fixedParks.flatMap((fixed, at) => (isFixed(park, fixed) ? [[lastRow + at, 1]] : [])),
      ],
    })),
  ];
  const entries = columns.flatMap((column) => column.entries);
  let count = 0;
  program.addColumns({
    points: Float64Array.from(columns, ({ points }) => points),
    least: new Float64Array(columns.length),
    most: Float64Array.from(columns, ({ most }) => most),
    entries: {
      starts: Int32Array.from([0, ...columns.map((column) => (count += column.entries.length))]),
      rows: Int32Array.from(entries, ([row]) => row),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  });
  const whole = new Uint8Array(columns.length).fill(1, targets.length);
  const solved = program.solveWhole(whole, { gap: 0, seconds: Infinity, seed: 0, start: null });
  program.free();
  return {
    objective: solved.points,
    parks: parks.filter((_, at) => (solved.values?.[targets.length + at] ?? 0) > 0.5),
  };
}

function entriesOf({ limits, targets }: PlanProblem, park: PlanPark, first: number): number[][] {
  const within = ({ from, to }: { from: number; to: number }) => from <= park.year && park.year <= to;
  return [
    ...limits.flatMap((limit, row) =>
      within(limit) ? [[row, [...park.parcels].reduce((sum, parcel) => sum + limit.use[parcel], 0)]] : [],
    ),
    ...targets.flatMap((target, at) =>
      within(target) && target.townships[park.township] ? [[limits.length + at, 1]] : [],
    ),
    ...[...park.parcels].map((parcel) => [first + parcel, 1]),
  ];
}
