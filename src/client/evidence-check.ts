import { checkedEvidence, type CheckedEvidence } from '../city/evidence/check.ts';
import { readEvidenceFile, type ReadEvidence } from '../city/evidence/page.ts';
import type { UnreadEvidence } from '../city/evidence/read.ts';
import type { Evidence } from '../city/evidence/shape.ts';
import { policyView } from '../city/policy-view.ts';
import type { PolicyView } from '../city/view.ts';
import type { LandClass } from '../domain/land/model.ts';
import type { Result } from '../domain/outcome.ts';

export type GivenEvidence = Result<ReadEvidence, UnreadEvidence>;

/** An evidence file that someone was handed, read. */
export const givenEvidence = (html: string): Promise<GivenEvidence> => readEvidenceFile(html);

interface Held {
  readonly checked: CheckedEvidence;
  /** Null where the policy in the file cannot be read. */
  readonly policy: PolicyView | null;
  readonly colourOf: (landClass: LandClass) => string | null;
}

/** Lets the page be drawn and keys be heard between the steps. */
const pause = () => new Promise<void>((go) => setTimeout(go));

/** What an evidence file says held against what its land comes to, by the program of the page this runs in. */
export async function heldEvidence(evidence: Evidence): Promise<Held> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content ?? '';
  const checked = await checkedEvidence(evidence, version, pause);
  const { recomputed } = checked;
  return {
    checked,
    policy: recomputed.ok ? policyView(recomputed.value.pack, evidence.content.law.date) : null,
    colourOf: (landClass) => (recomputed.ok ? (recomputed.value.pack.landClassOf(landClass)?.colour ?? null) : null),
  };
}
