import type { Judgement } from '../../city/judgement.ts';
import type { Key } from '../../domain/land/change.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import type { CheckedPark } from '../shape/published.ts';

/** What is published of a park to be checked by others: its figures, unrounded, and the outcome of each rule. */
export function checkedPark(judgement: Judgement, key: Key): CheckedPark {
  const { park, figures } = judgement.facts(key);
  return {
    id: park.id,
    landM2: valueOf(figures, 'landArea'),
    floorM2: valueOf(figures, 'floorArea'),
    plotRatio: valueOf(figures, 'plotRatio'),
    findings: Object.fromEntries(judgement.findings(key).map(({ rule, outcome }) => [rule, outcome])),
  };
}

function valueOf(figures: ParkFacts['figures'], what: string): number | null {
  const figure = figures[what];
  return figure?.state === 'value' ? figure.value.value : null;
}
