import type { Finding } from './shape/finding.ts';
import type { Outcome, Strength } from './shape/outcome.ts';

/** Best first; of several parts the worst counts. */
export const outcomes: readonly Outcome[] = ['not-applicable', 'pass', 'relaxed', 'advisory', 'unknown', 'fail'];

const rank = new Map(outcomes.map((outcome, index) => [outcome, index]));
const rankOf = (outcome: Outcome): number => rank.get(outcome)!;

export const worse = (a: Outcome, b: Outcome): Outcome => (rankOf(a) >= rankOf(b) ? a : b);

/** Worst of several; of none: not applicable. */
export const worst = (of: readonly Outcome[]): Outcome => of.reduce(worse, 'not-applicable');

export const worstOutcome = (findings: readonly Finding[]): Outcome => worst(findings.map((f) => f.outcome));

/**
 * Either-or 或: passes when one limb does; unknown only if none passes and one is unknown; else the mildest miss.
 * Limbs that do not apply are left aside.
 */
export function eitherOr(limbs: readonly Outcome[]): Outcome {
  const live = limbs.filter((o) => o !== 'not-applicable');
  if (live.length === 0) return 'not-applicable';
  if (live.includes('pass')) return 'pass';
  if (live.includes('unknown')) return 'unknown';
  return live.reduce((a, b) => (rankOf(a) <= rankOf(b) ? a : b));
}

/** What missing a rule of this strength 力度 means: only what the text forbids outright fails. */
export const missedAs = (strength: Strength): Outcome => (strength === 'hard' ? 'fail' : 'advisory');

/** True for an outcome that an exception may soften. */
export const isMissed = (outcome: Outcome): boolean => outcome === 'advisory' || outcome === 'fail';
