import type { Key } from '../../domain/land/change.ts';
import { worst } from '../../policy/outcomes.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { tryIntent } from '../sketching/tried.ts';
import { turnTaking } from '../turn-taking.ts';
import type { parkTypes } from './candidates.ts';

/** Parcels that would be a park. */
export interface ParkToBe {
  readonly kind: (typeof parkTypes)[number];
  readonly parcels: readonly Key[];
}

/** What the rules say of a park that is not there yet. */
export interface ParkToBeView {
  /**
   * Of the rules that can be judged before it is built: the others ask of buildings and firms. Size and plot ratio, once it is
   * built as it may be, are kept to by every park of a plan.
   */
  readonly outcome: Outcome;
  /** Those of them that are not simply met. */
  readonly rules: readonly { readonly rule: string; readonly clause: string; readonly outcome: Outcome }[];
  /** How many rules are open until there is more to judge. */
  readonly open: number;
}

/** 结论: each as if it were drawn, by all rules that can be told of by then; null of parcels that cannot be put together. */
export async function judgedParks(
  city: City,
  judgement: Judgement,
  parks: readonly ParkToBe[],
  signal?: AbortSignal,
): Promise<readonly (ParkToBeView | null)[]> {
  const takeTurns = turnTaking(signal);
  const told: (ParkToBeView | null)[] = [];
  for (const { kind, parcels } of parks) {
    const intent = { do: 'assign', park: { fresh: { parkType: kind } }, in: parcels, out: [] } as const;
    const tried = tryIntent(city, judgement, { park: null, intent });
    told.push(tried.ok && tried.value.park ? toldOf(tried.value.park.findings) : null);
    await takeTurns();
  }
  return told;
}

function toldOf(findings: readonly Pick<Finding, 'rule' | 'clause' | 'outcome'>[]): ParkToBeView {
  const told = findings.filter(({ outcome }) => outcome !== 'unknown' && outcome !== 'not-applicable');
  return {
    outcome: worst(['pass', ...told.map(({ outcome }) => outcome)]),
    rules: told
      .filter(({ outcome }) => outcome !== 'pass')
      .map(({ rule, clause, outcome }) => ({ rule, clause, outcome })),
    open: findings.filter(({ outcome }) => outcome === 'unknown').length,
  };
}
