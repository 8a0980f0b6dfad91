import type { Limit, PlanProblem, Target } from '../shape/problem.ts';
import { answered, type Asking } from './asking.ts';

/** Limits and targets that cannot hold together, by their places; without any one of them the others can, as far as was proven. */
export interface Conflict {
  readonly limits: readonly number[];
  readonly targets: readonly number[];
  /** Each was left out in turn, and the others could be kept. */
  readonly isSmallest: boolean;
}

/**
 * The rows that a missing park is in conflict with 冲突约束: of the limits, and the targets that the plan meets, a smallest set that rules it out.
 * Null where nothing does: it is missed because the plan is worth more without. Proven by prices of parks
 * that were not made as well as of those that were: every row that these prices leave at nothing can go at once.
 */
export async function conflictOf(asking: Asking, target: number): Promise<Conflict | null> {
  const { problem, plan } = asking;
  const met = problem.targets.flatMap((_, n) => (plan.short[n] <= 1e-9 ? [n] : []));
  const all = { limits: [...problem.limits.keys()], targets: [...met, target].sort((a, b) => a - b) };
  for (const rows of [{ ...all, targets: [target] }, all]) {
    const found = await ruledOut(asking, rows);
    if (found) return smallest(asking, found);
  }
  return null;
}

interface RowsOf {
  readonly limits: readonly number[];
  readonly targets: readonly number[];
}

/** Leaves out one row after another while the others still stand against each other. */
async function smallest(asking: Asking, found: RowsOf): Promise<Conflict> {
  let rows = found;
  let isSmallest = true;
  for (const row of [
    ...found.targets.map((n) => ({ of: 'targets', n }) as const),
    ...found.limits.map((n) => ({ of: 'limits', n }) as const),
  ]) {
    if (!rows[row.of].includes(row.n) || rows.limits.length + rows.targets.length === 1) continue;
    if (asking.watch?.isStopped?.()) return { ...rows, isSmallest: false };
    const less = { ...rows, [row.of]: rows[row.of].filter((other) => other !== row.n) };
    const isKept = await kept(asking, less);
    if (isKept.is === false) rows = isKept.rows;
    else if (isKept.is === null) isSmallest = false;
  }
  return { ...rows, isSmallest };
}

async function ruledOut(asking: Asking, rows: RowsOf): Promise<RowsOf | null> {
  const found = await kept(asking, rows);
  return found.is === false ? found.rows : null;
}

/** Whether all of these rows can be kept; where they cannot, those of them that the proof rests on. Null: it was not proven. */
async function kept(asking: Asking, rows: RowsOf): Promise<{ is: boolean | null; rows: RowsOf }> {
  const { problem, choices, plannerOf, settings } = asking;
  if (rows.targets.length === 0) return { is: true, rows };
  // One park more or less is all that is asked.
  const counting = { ...asking, settings: { ...settings, gap: 0, gapPoints: 0.99 } };
  const plan = await answered(counting, plannerOf(onlyRows(problem, rows)), choices);
  if (plan.objective >= -1e-6) return { is: true, rows };
  if (plan.bound >= -1e-6) return { is: null, rows };
  const prices = plan.boundKind === 'prices' ? plan.certificate?.prices : undefined;
  if (!prices) return { is: false, rows };
  return {
    is: false,
    rows: {
      limits: rows.limits.filter((_, n) => prices.limits[n] > 0),
      targets: rows.targets.filter((_, n) => prices.targets[n] > 0),
    },
  };
}

/** A problem in which nothing counts but the parks that are missing. */
function onlyRows(problem: PlanProblem, rows: RowsOf): PlanProblem {
  const targets = rows.targets.map((n): Target => ({ ...problem.targets[n], penalty: 1 }));
  const limits = rows.limits.map((n): Limit => problem.limits[n]);
  return { ...problem, limits, targets, parkPoints: { ...problem.parkPoints, share: problem.years.map(() => 0) } };
}
