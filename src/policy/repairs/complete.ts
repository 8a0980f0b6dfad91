import type { Repair } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { applyChanges } from './apply.ts';
import type { Change } from '../shape/repair-change.ts';
import { broken, outcomesWith } from './compare.ts';
import { benchOf, pulled, type RepairRequest } from './pulled.ts';

/** Rules mended one after the other beside the first, at most. */
const rounds = 3;

/** Surroundings tell how the park lies with one change of its parcels, not with two. */
const movesLand = (changes: readonly Change[]): boolean => changes.some((c) => c.kind === 'add' || c.kind === 'drop');

/**
 * A repair that newly misses other rules, together with what mends those: more floor area, and so much more of it held.
 * Null where that misses something still; judged by all rules as every repair is.
 */
export function completed(
  repair: Repair,
  rule: string,
  before: ReadonlyMap<string, Outcome>,
  request: RepairRequest,
): Repair | null {
  const { pack, facts, land } = request;
  let { changes, outcome, breaks } = repair;
  for (let round = 0; round < rounds && breaks.length > 0; round++) {
    const bench = benchOf(pack.rule(breaks[0]), { ...request, facts: applyChanges(facts, changes, land) });
    const ways = pulled(bench.rule, pack, bench).filter((way) => !movesLand(changes) || !movesLand(way.changes));
    const better = ways
      .map((way) => {
        const all = [...changes, ...way.changes];
        const now = outcomesWith(request, applyChanges(facts, all, land));
        return { changes: all, outcome: now.get(rule)!, breaks: broken(before, now, rule) };
      })
      .find((way) => way.outcome === outcome && way.breaks.length < breaks.length);
    if (!better) return null;
    ({ changes, outcome, breaks } = better);
  }
  return breaks.length > 0 ? null : { code: repair.code, changes, outcome, breaks };
}
