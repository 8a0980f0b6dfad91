import type { Repair } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { factsAfter } from './apply.ts';
import type { MendStep } from '../shape/mend-step.ts';
import { broken, outcomesWith } from './compare.ts';
import { benchOf, pulled, type Found, type RepairRequest } from './pulled.ts';

/** Rules mended one after the other beside the first, at most. */
const rounds = 3;

/** Surroundings tell how the park lies with one taken in or one lot left out, not with two. */
const movesLand = (steps: readonly MendStep[]): boolean => steps.some((c) => c.kind === 'add' || c.kind === 'drop');

/**
 * A repair that newly misses other rules, together with what mends those: more floor area, and so much more of it held.
 * Null where it misses none, or something still.
 */
export function completed(
  repair: Repair,
  rule: string,
  before: ReadonlyMap<string, Outcome>,
  request: RepairRequest,
): Found | null {
  if (repair.breaks.length === 0) return null;
  const { pack, facts, land } = request;
  let { steps, outcome, breaks } = repair;
  for (let round = 0; round < rounds && breaks.length > 0; round++) {
    const bench = benchOf(pack.rule(breaks[0]), { ...request, facts: factsAfter(facts, steps, land) });
    const ways = pulled(bench.rule, pack, bench).filter((way) => !movesLand(steps) || !movesLand(way.steps));
    const better = ways
      .map((way) => {
        const all = [...steps, ...way.steps];
        const now = outcomesWith(request, factsAfter(facts, all, land));
        return { steps: all, outcome: now.get(rule)!, breaks: broken(before, now, rule) };
      })
      .find((way) => way.outcome === outcome && way.breaks.length < breaks.length);
    if (!better) return null;
    ({ steps, outcome, breaks } = better);
  }
  return breaks.length > 0 ? null : { code: repair.code, steps };
}
