import type { Finding } from '../../../../policy/shape/finding.ts';
import type { Outcome } from '../../../../policy/shape/outcome.ts';

/** The graver first. */
const TOLD: readonly Outcome[] = ['fail', 'advisory', 'relaxed'];

/** Buildings of which findings say that they miss, with the gravest verdict of each; written, so that alike is the same. */
export function missedIn(findings: readonly Pick<Finding, 'outcome' | 'measured'>[]): string {
  const missed = new Map<string, Outcome>();
  for (const outcome of TOLD)
    for (const finding of findings)
      for (const { of } of finding.outcome === outcome ? finding.measured : [])
        if (of?.kind === 'building' && of.misses > 0 && !missed.has(of.id)) missed.set(of.id, outcome);
  return JSON.stringify([...missed]);
}

export const missedOf = (written: string): ReadonlyMap<string, Outcome> =>
  new Map(JSON.parse(written) as [string, Outcome][]);
