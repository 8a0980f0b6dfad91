import type { ParkView } from '../../client/view.ts';
import type { Figure } from '../../domain/land/figure.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { Finding, Outcome } from '../../policy/finding.ts';
import { outcomeOrder } from '../../texts/index.ts';

/** A standing figure of a park by name, or null where an input is missing. */
export function parkFigure(view: ParkView, what: string): Figure | null {
  const input = view.facts.figures[what];
  return input?.state === 'value' ? input.value : null;
}

/** The bound a headline figure is read against, so that it is never rounded across: the nearest one of its unit. */
export function parkBound(view: ParkView, unit: Unit): number | undefined {
  for (const finding of view.findings)
    for (const r of finding.required) {
      const scale =
        unit === 'mu' ? r.what === 'landArea' || /^scale\./.test(finding.rule) : /^far\./.test(finding.rule);
      if (r.unit === unit && scale && typeof r.value === 'number') return r.value;
    }
  return undefined;
}

export interface Tally {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** Findings by outcome, in the order of lists: what can be acted on comes first. */
export const tallied = (findings: readonly Finding[]): Tally[] =>
  outcomeOrder
    .map((outcome) => ({ outcome, findings: findings.filter((f) => f.outcome === outcome) }))
    .filter((tally) => tally.findings.length > 0);
