import type { AreaBasis } from '../../../domain/land/figure.ts';
import type { Finding } from '../../../policy/shape/finding.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';

/** Rules that areas on another basis would decide otherwise, and as what. */
export const flipsOn = (
  findings: readonly Finding[],
  basis: AreaBasis,
): readonly { readonly rule: string; readonly outcome: Outcome }[] =>
  findings.flatMap(({ rule, outcome, borderline = [] }) => {
    const other = borderline.find((own) => own.on === basis && own.outcome !== outcome);
    return other ? [{ rule, outcome: other.outcome }] : [];
  });
