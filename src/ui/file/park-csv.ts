import type { ParkView, PolicyView } from '../../city/view.ts';
import { basisText } from '../../texts/bases.ts';
import { opText, outcomeWord, sayFinding, sayStep, unitText, type Language } from '../../texts/index.ts';
import { labelsFrom } from '../../texts/labels.ts';
import { csvHeads } from '../../texts/ui/csv.ts';
import { uiTexts } from '../../texts/ui/index.ts';
import { csvText } from '../parts/csv.ts';

/** The figures and findings of a park as a table 园区数字. */
export function parkCsv(view: ParkView, policy: PolicyView | null, language: Language): string {
  const labels = labelsFrom(policy);
  const texts = uiTexts[language];
  const name = (what: string) => sayStep(language, what, labels);
  const figures = Object.entries(view.facts.figures).flatMap(([what, input]) => {
    if (input.state !== 'value') return [];
    const { value, unit, basis, notes } = input.value;
    // Twelve digits: finer than any survey, coarser than the noise of binary fractions.
    const digits = Number(value.toPrecision(12));
    return [
      [
        name(what),
        digits,
        unitText(language, unit),
        basis ? basisText(language, what, basis, notes) : '',
        '',
        '',
        '',
        '',
      ],
    ];
  });
  const findings = view.findings.map((f) => [
    policy?.rules.find((rule) => rule.id === f.rule)?.title[language] ?? f.rule,
    '',
    '',
    '',
    f.required.map((r) => `${opText[r.op]} ${r.value}${unitText(language, r.unit)}`).join(' / '),
    outcomeWord(language, f.outcome),
    texts.clause.chip(f.clause),
    sayFinding(language, f, labels),
  ]);
  const title = [
    view.park.name ?? view.park.id,
    '',
    '',
    '',
    '',
    '',
    '',
    policy ? `${policy.title} ${policy.id} ${policy.version}` : '',
  ];
  return csvText([title, csvHeads[language], ...figures, ...findings]);
}
