import type { FoundPlan } from '../shape/found.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { faultsOf, reckoned } from './park.ts';

/** Every park there is, by looking at every set of parcels of every township. */
export function everyPark(problem: PlanProblem, choices: Choices): PlanPark[] {
  const parks: PlanPark[] = [];
  for (let township = 0; township + 1 < problem.townships.length; township++) {
    const [from, to] = [problem.townships[township], problem.townships[township + 1]];
    for (let set = 1; set < 1 << (to - from); set++) {
      const places = Array.from({ length: to - from }, (_, n) => from + n).filter((_, n) => (set >> n) & 1);
      for (let kind = 0; kind < problem.kinds.length; kind++)
        for (let year = 0; year < problem.years.length; year++) {
          const park = parkOf(problem, township, places, kind, year);
          if (park && isAllowed(park, choices)) parks.push(park);
        }
    }
  }
  return parks;
}

export function parkOf(problem: PlanProblem, township: number, places: readonly number[], kind: number, year: number) {
  const found = reckoned(problem, township, places, { kind, year });
  if (faultsOf(problem, township, places, { kind, year }, found).length > 0) return null;
  return { kind, year, township, parcels: Int32Array.from(places), ...found };
}

function isAllowed({ parcels, kind, year }: PlanPark, choices: Choices): boolean {
  const has = (place: number) => parcels.includes(place);
  if (choices.bannedParcels.some(has)) return false;
  if (choices.bannedSets.some((set) => set.parcels.filter(has).length > set.most)) return false;
  return choices.fixedParks.every((fixed) => {
    if (!fixed.parcels.some(has)) return true;
    const isSame = fixed.parcels.every(has) && fixed.parcels.length === parcels.length;
    return isSame && fixed.kind === kind && (fixed.year === null || fixed.year === year);
  });
}

const isWithin = (year: number, { from, to }: { from: number; to: number }): boolean => year >= from && year <= to;

/** The best plan of these parks: one whole-number program of all of them; null where none keeps to the limits. */
export function bestOf(
  problem: PlanProblem,
  choices: Choices,
  parks: readonly PlanPark[],
  solver: Solver,
): FoundPlan | null {
  const { limits, targets, parcels } = problem;
  const program = solver.program();
  const mustBeIn = new Set([...choices.fixedParcels, ...choices.fixedParks.flatMap((fixed) => fixed.parcels)]);
  const rows = [
    ...limits.map(({ most }) => [-Infinity, most]),
    ...targets.map(({ least }) => [least, Infinity]),
    ...Array.from({ length: parcels.size }, (_, place) => [mustBeIn.has(place) ? 1 : -Infinity, 1]),
  ];
  program.addRows({ least: Float64Array.from(rows, ([a]) => a), most: Float64Array.from(rows, ([, b]) => b) });
  const entries = [
    ...parks.map((park) => [
      ...limits.flatMap((limit, n) =>
        isWithin(park.year, limit) ? [[n, park.parcels.reduce((sum, place) => sum + limit.use[place], 0)]] : [],
      ),
      ...targets.flatMap((t, n) =>
        isWithin(park.year, t) && t.townships[park.township] ? [[limits.length + n, 1]] : [],
      ),
      ...[...park.parcels].map((place) => [limits.length + targets.length + place, 1]),
    ]),
    ...targets.map((_, n) => [[limits.length + n, 1]]),
  ];
  let at = 0;
  program.addColumns({
    points: Float64Array.from([...parks.map(({ points }) => points), ...targets.map(({ penalty }) => -penalty)]),
    least: new Float64Array(entries.length),
    most: Float64Array.from(entries, (_, n) => (n < parks.length ? 1 : Infinity)),
    entries: {
      starts: Int32Array.from([0, ...entries.map((column) => (at += column.length))]),
      rows: Int32Array.from(entries.flat(), ([row]) => row),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
  });
  const whole = Uint8Array.from(entries, (_, n) => (n < parks.length ? 1 : 0));
  const solved = program.solveWhole(whole, { gap: 0, seconds: Infinity, seed: 1, start: null });
  program.free();
  return solved.values
    ? planOf(
        problem,
        parks.filter((_, n) => solved.values![n] > 0.5),
      )
    : null;
}

/** A plan of these parks that is called the best. */
export function planOf({ targets }: PlanProblem, parks: readonly PlanPark[]): FoundPlan {
  const short = Float64Array.from(targets, (t) => {
    const counted = parks.filter((park) => t.townships[park.township] && isWithin(park.year, t)).length;
    return Math.max(0, t.least - counted);
  });
  const lost = targets.reduce((sum, { penalty }, n) => sum + penalty * short[n], 0);
  const objective = parks.reduce((sum, { points }) => sum + points, 0) - lost;
  const stats = { columns: parks.length, rounds: 0, nodes: 0, unproved: 0 };
  return {
    status: 'optimal',
    parks,
    short,
    missed: { parks: [], parcels: [] },
    objective,
    bound: objective,
    boundKind: 'enumerated',
    certificate: null,
    stats,
  };
}
