import { checkedEvidence, type CheckedEvidence, type Recomputed } from '../city/evidence/check.ts';
import type { Evidence } from '../city/evidence/shape.ts';
import { policyView } from '../city/policy-view.ts';
import type { PolicyView } from '../city/view.ts';
import type { Pack } from '../policy/shape/pack.ts';
import type { Result } from '../domain/outcome.ts';

type Outcome = CheckedEvidence['recomputed'];

/** What a check comes to, as plain data. */
export interface ToldEvidence {
  readonly checked: Pick<CheckedEvidence, 'seal' | 'agrees'> & {
    readonly recomputed: Result<Omit<Recomputed, 'pack'>, Extract<Outcome, { ok: false }>['refusal']>;
  };
  /** Null where the policy in the file cannot be read. */
  readonly policy: PolicyView | null;
}

/** How often a check comes to a pause, with which its last step begins. */
export const CHECK_STEPS = 4;

/** What an evidence file says held against what its land comes to, by the program this runs in, of that version; and by which pack. */
export async function heldBy(
  evidence: Evidence,
  version: string,
  pause: () => Promise<void>,
): Promise<ToldEvidence & { readonly pack: Pack | null }> {
  const { seal, agrees, recomputed } = await checkedEvidence(evidence, version, pause);
  if (!recomputed.ok) return { checked: { seal, agrees, recomputed }, policy: null, pack: null };
  const { pack, ...value } = recomputed.value;
  return {
    checked: { seal, agrees, recomputed: { ok: true, value } },
    policy: policyView(pack, evidence.content.law.date),
    pack,
  };
}
