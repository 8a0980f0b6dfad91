import { gapSteps } from '../../policy/gaps.ts';
import type { PackLabels } from '../../policy/labels.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { sayFinding } from '../../texts/findings.ts';
import { outcomeOrder } from '../../texts/outcomes.ts';
import { unreportedText } from '../../texts/publish.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { ParkFile } from '../shape/published.ts';
import { inBoth } from './words.ts';

type Law = ParkFile['law'];

/** The law of a park in plain sentences: what is met and what is not, and once what was not reported. */
export function lawOf({ facts, findings }: Pick<PublishedPark, 'facts' | 'findings'>, labels: PackLabels): Law {
  const told = findings.filter(isTold).toSorted((a, b) => rankOf(a.outcome) - rankOf(b.outcome));
  return {
    counts: countsOf(findings),
    findings: told.map((finding) => ({
      outcome: finding.outcome,
      clause: finding.clause,
      words: inBoth((language) => {
        const title = labels.titles[finding.rule]?.[language] ?? finding.rule;
        return `${title}${language === 'zh' ? '：' : ': '}${sayFinding(language, finding, labels)}`;
      }),
    })),
    unreported: gapSteps(findings, facts.park.stage, labels.knownFrom)
      .filter(({ later }) => !later)
      .flatMap(({ gaps }) => gaps)
      .map((gap) => inBoth((language) => unreportedText(language, gap, labels))),
  };
}

const rankOf = (outcome: Outcome): number => outcomeOrder.indexOf(outcome);

/** What only lacks data is told once, with all that lacks; what does not apply to the park needs no sentence. */
const isTold = ({ outcome, missing }: Finding): boolean =>
  outcome !== 'not-applicable' && (outcome !== 'unknown' || missing.length === 0);

function countsOf(findings: readonly Finding[]): Law['counts'] {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of findings) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
