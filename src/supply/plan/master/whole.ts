import { wishOfParks } from './wishes.ts';
import { Draft } from './draft.ts';
import { Rows } from './rows.ts';
import type { Shortfalls } from './shortfalls.ts';
import type { Search } from './search.ts';

interface WholeSettings {
  readonly shortfalls: Shortfalls;
  readonly gap: number;
  readonly nodes?: number;
}

/**
 * Chooses whole parks of those that were made 整数规划, beginning with the best plan that is known. Gives the bound: no plan of these
 * parks is worth more; −∞ where there is none.
 */
export function wholePlan(search: Search, places: readonly number[], settings: WholeSettings): number {
  const { problem, columns, wishes, turn } = search;
  const program = search.solver.program();
  try {
    const rows = new Rows(problem, wishes);
    const wished = wishOfParks(wishes, columns);
    const taken = [...new Set([...wished.keys(), ...search.best.chosen, ...places])];
    const parks = taken.map((at) => ({
      park: columns.parks[at],
      demand: columns.demands[at],
      wish: wished.get(at) ?? null,
    }));
    program.addRows(rows.base());
    program.addRows(rows.forParcelsOf(parks.map(({ park }) => park)));
    const missing = rows.missing(settings.shortfalls);
    const before = missing.points.length;
    program.addColumns(missing);
    program.addColumns(rows.columns(parks, 1));
    const draftOf = (values: Float64Array) => {
      const draft = new Draft(problem, columns, wishes);
      // What is not quite whole may be off by a little more than limits bear.
      draft.addFitting(taken.filter((_, at) => values[before + at] > 0.5));
      return draft;
    };
    const whole = new Uint8Array(before + taken.length).fill(1);
    for (const [target, { least }] of problem.targets.entries()) whole[target] = Number(Number.isInteger(least));
    const solved = program.solveWhole(whole, {
      gap: settings.gap,
      seconds: turn.secondsLeft,
      nodes: settings.nodes,
      seed: search.seed,
      start: startOf(search, taken, before, settings.shortfalls),
      onBetter: (values) => {
        search.offer(draftOf(values));
        return search.near;
      },
      isStopped: () => turn.stopped,
    });
    if (solved.values) search.offer(draftOf(solved.values));
    return solved.bound;
  } finally {
    program.free();
  }
}

/** The best plan; null where it is none of these. */
function startOf(
  { best, problem, wishes }: Search,
  taken: readonly number[],
  before: number,
  { least, most }: Shortfalls,
): Float64Array | null {
  const values = new Float64Array(before + taken.length);
  const short = best.short();
  if (short.some((missing, target) => missing > most[target])) return null;
  values.set(short.map((missing, target) => Math.max(missing, least[target])));
  const missed = best.missed();
  for (const park of missed.parks) values[problem.targets.length + park] = 1;
  for (const parcel of missed.parcels)
    values[problem.targets.length + wishes.parks.length + wishes.parcels.indexOf(parcel)] = 1;
  const chosen = new Set(best.chosen);
  for (const [at, place] of taken.entries()) if (chosen.has(place)) values[before + at] = 1;
  return values;
}
