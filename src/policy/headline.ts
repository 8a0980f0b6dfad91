import type { Against } from '../domain/quantity/shown.ts';
import { measuredPairs, shownAgainst } from './measured-pairs.ts';
import type { Finding } from './shape/finding.ts';

/** What a headline figure is read against, so that it is never rounded across: its pair in the findings on scale or plot ratio. */
export function headlineBound(findings: readonly Finding[], unit: 'mu' | 'm2' | 'ratio'): Against | undefined {
  const rules = unit === 'ratio' ? /^far\./ : /^scale\./;
  const pairs = findings.filter((f) => rules.test(f.rule)).flatMap(measuredPairs);
  const pair = pairs.find((p) => p.required && p.measured.unit === unit);
  return pair && shownAgainst(pair);
}
