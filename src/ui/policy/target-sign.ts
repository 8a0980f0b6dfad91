import type { Outcome } from '../../policy/shape/outcome.ts';
import type { TargetStatus } from '../../policy/targets.ts';

/** The sign a status is shown with: a target missed is no breach. */
export const signOf: Readonly<Record<TargetStatus, Outcome>> = {
  met: 'pass',
  'on-track': 'pass',
  behind: 'advisory',
  missed: 'advisory',
  unknown: 'unknown',
};
