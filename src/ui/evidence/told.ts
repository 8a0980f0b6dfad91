import type { EvidenceContent } from '../../city/evidence/shape.ts';
import type { PolicyView } from '../../city/view.ts';
import { vertexSigmaOf } from '../../domain/geometry/measure/uncertainty.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import type { ReportTable } from '../../formats/report/document.ts';
import { headlineBound } from '../../policy/headline.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { dossier } from '../../texts/dossier/dossier.ts';
import { landClassName } from '../../texts/dossier/input.ts';
import { reportWords } from '../../texts/dossier/report-words.ts';
import { dossierWords, indicatorNames } from '../../texts/dossier/words.ts';
import { sayFinding } from '../../texts/findings.ts';
import { boundText, unitText } from '../../texts/figures.ts';
import type { Language } from '../../texts/language.ts';
import { outcomeOrder } from '../../texts/outcomes.ts';
import type { EvidenceChecked } from './checking.ts';

/** A finding as it is read: shape and word, rule, clause, sentence. */
interface ToldFinding {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly title: string;
  readonly clause: string;
  readonly sentence: string;
}

interface Headline {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly beside: string;
}

export interface Told {
  readonly headlines: readonly Headline[];
  readonly tally: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly findings: readonly ToldFinding[];
  readonly tables: readonly ReportTable[];
  readonly areas: ReadonlyMap<string, string>;
}

/** All a file states, in words; throws where what it states is damaged. */
export function toldOf(content: EvidenceContent, policy: PolicyView, language: Language): Told {
  const { stated, law } = content;
  const { facts } = stated;
  const words = dossierWords[language];
  const report = dossier(
    {
      ...stated,
      date: law.date,
      ...(law.precision && { vertexSigmaM: vertexSigmaOf(law.precision) }),
      sample: content.sample,
      policy,
    },
    language,
  );
  // Findings have a form of their own here, and what would mend them is no evidence.
  const apart = [words.findings, reportWords[language].unjudged, words.repairs];
  const areas = facts.parcels.flatMap(({ parcel, area }): [string, string][] =>
    area.state === 'value' ? [[parcel.id, listedText(muOf(area.value.value), 'mu')]] : [],
  );
  return {
    headlines: headlinesOf(content, language),
    tally: outcomeOrder
      .map((outcome) => ({ outcome, count: stated.findings.filter((own) => own.outcome === outcome).length }))
      .filter(({ count }) => count > 0),
    findings: outcomeOrder
      .flatMap((outcome) => stated.findings.filter((own) => own.outcome === outcome))
      .map((finding) => toldFinding(finding, policy, language)),
    tables: report.tables.filter(({ title }) => !apart.includes(title)),
    areas: new Map(areas),
  };
}

const toldFinding = (finding: Finding, policy: PolicyView, language: Language): ToldFinding => ({
  rule: finding.rule,
  outcome: finding.outcome,
  title: policy.titles[finding.rule]?.[language] ?? finding.rule,
  clause: finding.clause,
  sentence: sayFinding(language, finding, policy),
});

function headlinesOf({ stated: { facts, findings } }: EvidenceContent, language: Language): readonly Headline[] {
  const words = dossierWords[language];
  const figure = (what: string) => {
    const input = facts.figures[what];
    return input?.state === 'value' ? input.value : null;
  };
  const land = figure('landArea');
  const floor = figure('floorArea');
  const ratio = figure('plotRatio');
  const bound = headlineBound(findings, 'ratio');
  const row = (what: 'landArea' | 'floorArea' | 'plotRatio', value: string | null, unit: string, beside: string) => ({
    name: indicatorNames[what][language],
    value: value ?? words.unknown,
    unit: value === null ? '' : unit,
    beside: value === null ? '' : beside,
  });
  return [
    row(
      'landArea',
      land && listedText(muOf(land.value), 'mu', headlineBound(findings, 'mu')),
      unitText(language, 'mu'),
      land ? boundText(language, Number(land.value.toFixed(2)), 'm2') : '',
    ),
    row('floorArea', floor && listedText(floor.value, 'm2', headlineBound(findings, 'm2')), 'm²', ''),
    row('plotRatio', ratio && listedText(ratio.value, 'ratio', bound), '', bound ? `≥ ${bound.bound}` : ''),
  ];
}

/** Land classes that the map shows, each colour by one name. */
export function legendOf(
  { stated }: EvidenceContent,
  { policy, colourOf }: EvidenceChecked,
  language: Language,
): readonly { readonly colour: string; readonly name: string }[] {
  const named = new Map<string, string>();
  for (const { parcel } of stated.facts.parcels) {
    const colour = parcel.landClass && colourOf(parcel.landClass);
    if (colour && policy && !named.has(colour)) named.set(colour, landClassName(policy, parcel.landClass, language));
  }
  return [...named].map(([colour, name]) => ({ colour, name }));
}
