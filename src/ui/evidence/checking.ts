import type { Evidence } from '../../city/evidence/shape.ts';
import type { ToldEvidence } from '../../client/evidence-held.ts';
import type { LandClass } from '../../domain/land/model.ts';

/** An evidence file, checked, and by what its words are named. */
export interface EvidenceChecked extends ToldEvidence {
  /** Key of the colour of a land class, as the map has them; null where it is of none. */
  readonly colourOf: (landClass: LandClass) => string | null;
}

export type EvidenceCheck = (evidence: Evidence) => Promise<EvidenceChecked>;
