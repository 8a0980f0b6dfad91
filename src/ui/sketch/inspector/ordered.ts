import type { RuleRepairs } from '../../../policy/repairs/repairs.ts';
import { isMissed } from '../../../policy/outcomes.ts';
import type { Finding } from '../../../policy/shape/finding.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import { outcomeOrder } from '../../../texts/index.ts';
import { isBorderline } from '../../parts/tally.ts';

/** A finding in the inspector: as it is with what is in hand, and as it was before. */
export interface Row {
  readonly now: Finding;
  /** Where something is in hand; what stands in `now` is then tried and not done. */
  readonly before: Finding | null;
  readonly repairs: RuleRepairs | null;
}

/** Rows in the order in which they are read. */
export interface Ordered {
  /** Missed, and to be mended now; then what else is missed or needs a decision. */
  readonly acting: readonly Row[];
  readonly unknown: readonly Row[];
  readonly passed: readonly Row[];
  readonly apart: readonly Row[];
}

/** Something can be done: a late day is only written down. */
const canMend = ({ repairs }: Row): boolean =>
  repairs?.repairs.some(({ steps }) => steps.some(({ kind }) => kind !== 'done-late')) ?? false;

const rankOf = (outcome: Outcome): number => outcomeOrder.indexOf(outcome);

/**
 * Findings in the order of the look, those first that can be acted on. Where something is in hand they stand where they
 * stood before, so that nothing moves under the pointer; what passed and does not any more comes out from the fold.
 */
export function ordered(
  now: readonly Finding[],
  before: readonly Finding[] | null,
  repairsOf: (rule: string) => RuleRepairs | null,
): Ordered {
  const was = new Map(before?.map((finding) => [finding.rule, finding]));
  const rows = now.map((finding): Row => ({
    now: finding,
    before: before ? (was.get(finding.rule) ?? null) : null,
    repairs: repairsOf(finding.rule),
  }));
  const standing = (row: Row): Outcome => (row.before ?? row.now).outcome;
  const groupOf = (row: Row): keyof Ordered => {
    const outcome = standing(row);
    if (isMissed(outcome) || outcome === 'relaxed') return 'acting';
    if (outcome === 'unknown') return 'unknown';
    if (isMissed(row.now.outcome) || row.now.outcome === 'relaxed') return 'acting';
    return outcome === 'pass' || row.now.outcome === 'pass' ? 'passed' : 'apart';
  };
  const rate = (row: Row): number =>
    (canMend(row) && isMissed(standing(row)) ? 0 : 100) +
    rankOf(standing(row)) * 2 +
    (isBorderline(row.before ?? row.now) ? 0 : 1);
  const of = (group: keyof Ordered) =>
    rows.filter((row) => groupOf(row) === group).toSorted((a, b) => rate(a) - rate(b));
  return { acting: of('acting'), unknown: of('unknown'), passed: of('passed'), apart: of('apart') };
}

/** How many findings come to each outcome, in the order of lists. */
export const countsOf = (
  findings: readonly Finding[],
): readonly { readonly outcome: Outcome; readonly count: number }[] =>
  outcomeOrder
    .map((outcome) => ({ outcome, count: findings.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
