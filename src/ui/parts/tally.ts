import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { outcomeOrder } from '../../texts/index.ts';

export interface Tally {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** Does its verdict hang on a basis or a precision that someone may doubt? */
export const isBorderline = (finding: Finding): boolean => (finding.borderline?.length ?? 0) > 0;

/** Findings by outcome, in the order of lists: what can be acted on comes first; of one outcome what is borderline 临界. */
export const tallied = (findings: readonly Finding[]): Tally[] =>
  outcomeOrder
    .map((outcome) => {
      const own = findings.filter((f) => f.outcome === outcome);
      return { outcome, findings: [...own.filter(isBorderline), ...own.filter((f) => !isBorderline(f))] };
    })
    .filter((tally) => tally.findings.length > 0);
