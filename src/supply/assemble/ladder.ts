import type { Pause, Effort } from './best.ts';
import { best } from './best.ts';
import { eligible, type Candidates } from './candidates.ts';
import { nearest, type Nearest } from './nearest.ts';
import { grouped } from './plots.ts';
import type { Needs } from './units.ts';
import type { Weights } from './weights.ts';

/** What a set has to meet besides the size; each can be waived. */
export const constraints = ['banned', 'land-class', 'plot-ratio', 'sites', 'township'] as const;
export type Constraint = (typeof constraints)[number];

/** Whether a set qualifies once something is waived; `unknown` where looking ended before it was told. */
export type Answer = 'yes' | 'no' | 'unknown';

/** One rung: waived alone, does any set qualify, and which. */
interface Rung {
  readonly waived: Constraint;
  readonly answer: Answer;
  /** Places among all candidates. */
  readonly places: readonly number[] | null;
}

/** Why no set qualifies. */
export interface Conflict {
  readonly rungs: readonly Rung[];
  /** These and the size stand against each other: with any of them waived as well, what is left could be met; none: there is too little land. */
  readonly core: readonly Constraint[];
  /** Nothing was left open on the way to it. */
  readonly proven: boolean;
  /** By land, and by floor area where that is asked for; places among all candidates. */
  readonly nearest: { readonly land: Nearest | null; readonly floor: Nearest | null };
}

export interface Quarrel {
  readonly candidates: Candidates;
  readonly needs: Needs;
  /** Those that there are: of a law that knows no bound on sites none is waived. */
  readonly among: readonly Constraint[];
  readonly weights: Weights;
  readonly effort: Effort;
  /** So long is looked in all, milliseconds; what is not told by then is `unknown`. Absent: until all is told. */
  readonly patienceMs?: number;
}

/** Waives one constraint after another, then looks for a set of them none of which is needless. */
export async function conflictIn(quarrel: Quarrel, pause: Pause): Promise<Conflict> {
  const known = new Map<string, Promise<Pick<Rung, 'answer' | 'places'>>>();
  const effort = sharing(quarrel);
  const ask = (waived: readonly Constraint[]) => {
    const key = constraints.filter((one) => waived.includes(one)).join();
    if (!known.has(key)) known.set(key, qualifies({ ...quarrel, effort: effort() }, new Set(waived), pause));
    return known.get(key)!;
  };
  const rungs: Rung[] = [];
  for (const waived of quarrel.among) rungs.push({ waived, ...(await ask([waived])) });
  const needless: Constraint[] = [];
  let proven = rungs.every(({ answer }) => answer !== 'unknown');
  for (const one of quarrel.among) {
    const { answer } = await ask([...needless, one]);
    if (answer === 'no') needless.push(one);
    else if (answer === 'unknown') proven = false;
  }
  const land = nearestOf(quarrel, 'landM2');
  await pause(1);
  return {
    rungs,
    core: quarrel.among.filter((one) => !needless.includes(one)),
    proven,
    nearest: { land, floor: nearestOf(quarrel, 'floorM2') },
  };
}

/** What each question may cost: of the time that is left a part, as many as may still be asked. */
function sharing({ effort, patienceMs, among }: Quarrel): () => Effort {
  if (patienceMs === undefined) return () => effort;
  const end = performance.now() + patienceMs;
  let questions = 2 * among.length;
  return () => {
    const began = performance.now();
    const own = Math.max(0, end - began) / Math.max(1, questions--);
    return { ...effort, left: () => (own > 0 ? 1 - (performance.now() - began) / own : 0) };
  };
}

function nearestOf({ candidates, needs }: Quarrel, by: 'landM2' | 'floorM2'): Nearest | null {
  if (needs[by] === Infinity) return null;
  const { plots, places } = eligible(candidates);
  const found = nearest(grouped(plots), needs, by);
  return found && { ...found, places: found.places.map((place) => places[place]) };
}

/** Whether any set qualifies with these waived. */
async function qualifies(
  { candidates, needs, weights, effort }: Quarrel,
  waived: ReadonlySet<Constraint>,
  pause: Pause,
): Promise<Pick<Rung, 'answer' | 'places'>> {
  const { plots, places } = eligible(candidates, waived);
  await pause(0);
  const freed = waived.has('plot-ratio')
    ? { ...plots, plots: plots.plots.map((plot) => ({ ...plot, spareM2: 0 })) }
    : plots;
  const sites = waived.has('sites') ? Infinity : needs.mostSites;
  const seeking = {
    plots: freed,
    grouped: grouped(freed),
    needs: { ...needs, mostSites: sites },
    weights,
    known: [],
    effort,
  };
  await pause(0);
  const found = await best(seeking, pause);
  if (found.places) return { answer: 'yes', places: found.places.map((place) => places[place]) };
  return { answer: found.leastMu === Infinity ? 'no' : 'unknown', places: null };
}
