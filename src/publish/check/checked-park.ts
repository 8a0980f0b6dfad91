import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { CheckedPark } from '../shape/published.ts';

/** What is told of a park to be checked by others: its figures, unrounded, and the outcome of each rule. */
export const checkedPark = ({ park, figures }: ParkFacts, findings: readonly Finding[]): CheckedPark => ({
  id: park.id,
  landM2: valueOf(figures, 'landArea'),
  floorM2: valueOf(figures, 'floorArea'),
  plotRatio: valueOf(figures, 'plotRatio'),
  findings: Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome])),
});

function valueOf(figures: ParkFacts['figures'], what: string): number | null {
  const figure = figures[what];
  return figure?.state === 'value' ? figure.value.value : null;
}
