import type { PackLabels } from '../../policy/labels.ts';
import type { Finding, Required } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { outcomeOrder } from '../../texts/outcomes.ts';
import type { Language } from '../../texts/language.ts';
import { plainFinding } from '../../texts/plain-findings.ts';
import { sitesSentence } from '../../texts/publish.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { ParkFile } from '../shape/published.ts';
import { unreportedOf } from './unreported.ts';
import { inBoth } from './words.ts';

type Law = ParkFile['law'];

/** The law of a park in plain sentences: what is met and what is not, and once what was not reported. */
export function lawOf(
  park: Pick<PublishedPark, 'facts' | 'findings' | 'apartM' | 'townships'>,
  labels: PackLabels,
): Law {
  const { findings } = park;
  const told = findings.filter(isTold).toSorted((a, b) => rankOf(a.outcome) - rankOf(b.outcome));
  // How the sites lie is said once, with the rule that asks for one, else with the first that counts them.
  const counting = told.filter(({ measured }) => measured.some(({ what }) => what === 'siteCount'));
  const ofSites = counting.find(({ required }) => required.some(isOne)) ?? counting[0];
  return {
    counts: countsOf(findings),
    findings: told.map((finding) => ({
      outcome: finding.outcome,
      clause: finding.clause,
      words: inBoth((language) =>
        plainFinding(language, finding, labels, finding === ofSites ? sitesText(language, park) : null),
      ),
    })),
    unreported: unreportedOf(park, labels),
  };
}

const isOne = ({ what, value }: Required): boolean => what === 'siteCount' && value === 1;

/** 两处分园，相距 1.2 公里，同属一个镇（街道） */
function sitesText(
  language: Language,
  { apartM, facts, townships }: Pick<PublishedPark, 'facts' | 'apartM' | 'townships'>,
): string | null {
  if (facts.sites.state !== 'value' || facts.sites.value.length < 2 || apartM.length === 0) return null;
  const [nearM, farM] = [Math.min(...apartM), Math.max(...apartM)];
  const said = { count: facts.sites.value.length, nearM, farM, townships: townships.length };
  return sitesSentence[language](said);
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
