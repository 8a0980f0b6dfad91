import { refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { comeTo, type ComeTo, type ComeToRefusal } from './come-to.ts';
import { differencesOf, numbersIn, type Difference } from './differences.ts';
import { checkedSeal, type CheckedSeal } from './seal.ts';
import type { Evidence } from './shape.ts';

export interface Recomputed {
  readonly differences: readonly Difference[];
  /** So many numbers and verdicts were held against what they come to. */
  readonly figures: number;
  readonly findings: number;
  readonly pack: Pack;
}

export interface CheckedEvidence {
  readonly seal: CheckedSeal;
  readonly recomputed: Result<Recomputed, ComeToRefusal | Refusal<'evidence-malformed'>>;
  /** All it says is as it was sealed, and what it states is what its land comes to. A signature that is bad is not. */
  readonly agrees: boolean;
}

/** What differs in more than the last digits of another browser, and is not told by a newer program alone. */
export const trueDifferences = ({ differences }: Recomputed): readonly Difference[] =>
  differences.filter(({ rounding, besides }) => !rounding && !besides);

/**
 * Holds an evidence file against its seal, and what it states against what its land comes to by its policy. `version`: of the
 * program that asks; one that is not the file's may tell more than the file, which is listed and counts for none.
 */
export async function checkedEvidence(
  evidence: Evidence,
  version: string,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<CheckedEvidence> {
  const seal = await checkedSeal(evidence);
  await pause();
  const recomputed = await recomputedFrom(evidence, { version, isSealed: seal.hash === 'same' }, pause);
  const holds = seal.hash === 'same' && seal.signature !== 'bad';
  const agrees = holds && recomputed.ok && trueDifferences(recomputed.value).length === 0;
  return { seal, recomputed, agrees };
}

async function recomputedFrom(
  { content }: Evidence,
  { version, isSealed }: { readonly version: string; readonly isSealed: boolean },
  pause: () => Promise<void>,
): Promise<CheckedEvidence['recomputed']> {
  const { stated } = content;
  try {
    const anew = await comeTo(content, pause);
    if (!anew.ok) return anew;
    const isOlder = content.program.version !== version;
    const computed = differencesOf(stated, anew.value.stated);
    const differences = [
      ...computed.map((own) => (isOlder && isBesides(own) ? { ...own, besides: true as const } : own)),
      ...aboutDifferences(content, anew.value),
    ];
    // In what was changed since it was sealed no digit is one of another browser.
    const told = isSealed ? differences : differences.map(({ rounding: _, ...own }) => own);
    const findings = stated.findings.length;
    return { ok: true, value: { differences: told, figures: numbersIn(stated), findings, pack: anew.value.pack } };
  } catch (error) {
    // A file that was tampered with may hold anything in the place of anything.
    return refuse('evidence-malformed', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Of what a finding says no program leaves these out where there are any: without them it would be another verdict. */
const VERDICT = new Set(['rule', 'outcome', 'borderline', 'measured', 'required', 'margin', 'missing', 'parts']);

function isBesides({ path: [part, , member, ...within], stated }: Difference): boolean {
  if (stated !== undefined) return false;
  return part === 'facts' || (part === 'findings' && within.length === 0 && !VERDICT.has(String(member)));
}

/** What it says of itself and holds elsewhere as well. */
function aboutDifferences({ law, park, sample, stated }: Evidence['content'], anew: ComeTo): readonly Difference[] {
  const { id, version } = anew.pack;
  const own = stated.facts.park;
  return [
    ...differencesOf(law.policy, { id, version }, ['law', 'policy']),
    ...differencesOf(park, { id: own.id, name: own.name ?? own.id }, ['park']),
    ...differencesOf(sample, anew.sample, ['sample']),
  ];
}
