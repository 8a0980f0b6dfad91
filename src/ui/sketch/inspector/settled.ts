import { worse } from '../../../policy/outcomes.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';

/** Rules that came out otherwise, those that are worse now first. */
export function changesBetween(
  before: ReadonlyMap<string, Outcome>,
  now: ReadonlyMap<string, Outcome>,
): readonly { readonly rule: string; readonly outcome: Outcome }[] {
  const changed = [...now].filter(([rule, outcome]) => before.has(rule) && before.get(rule) !== outcome);
  const isWorse = ([rule, outcome]: readonly [string, Outcome]) => worse(outcome, before.get(rule)!) === outcome;
  return changed
    .toSorted((a, b) => Number(isWorse(b)) - Number(isWorse(a)))
    .map(([rule, outcome]) => ({ rule, outcome }));
}
