import type { CheckedEvidence } from '../../city/evidence/check.ts';
import type { Evidence } from '../../city/evidence/shape.ts';
import type { PolicyView } from '../../city/view.ts';
import type { LandClass } from '../../domain/land/model.ts';

/** An evidence file, checked, and by what its words are named. */
export interface EvidenceChecked {
  readonly checked: CheckedEvidence;
  /** Null where the policy in the file cannot be read. */
  readonly policy: PolicyView | null;
  /** Key of the colour of a land class, as the map has them; null where it is of none. */
  readonly colourOf: (landClass: LandClass) => string | null;
}

export type EvidenceCheck = (evidence: Evidence) => Promise<EvidenceChecked>;
