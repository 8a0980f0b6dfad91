import type { Cell, ReportTable } from '../../formats/report/document.ts';
import { measuredPairs } from '../../policy/measured-pairs.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import { boundsText, endWord } from '../bounds.ts';
import { displayedText } from '../figures.ts';
import { sayFinding } from '../findings.ts';
import type { Language } from '../language.ts';
import { outcomeOrder, outcomeWord } from '../outcomes.ts';
import { shownPair } from '../pair.ts';
import type { DossierInput } from './input.ts';
import { reportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** Findings in the order in which they ask for something to be done. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));

export const titlesOf = ({ rules }: DossierInput['policy'], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(rules.map(({ id, title }) => [id, title[language]]));

/**
 * 政策对照: clause by clause what was measured, required and missing, with the words of the clause; and in a table of their own the
 * rules of which there is neither verdict nor figure.
 */
export function findingTables({ findings, policy }: DossierInput, language: Language): readonly ReportTable[] {
  const words = dossierWords[language];
  const own = reportWords[language];
  const titles = titlesOf(policy, language);
  const front = (finding: Finding) => [
    outcomeWord(language, finding.outcome),
    titles[finding.rule] ?? finding.rule,
    finding.clause,
  ];
  const said = (finding: Finding) => sayFinding(language, finding, policy);
  const judged = inOrder(findings.filter((finding) => !hasNoFigures(finding))).map((finding): Cell[] => [
    ...front(finding),
    ...pairCells(finding, policy, language),
    [said(finding), ...(finding.phrase === '' ? [] : [own.quoted(finding.phrase)])].join('\n'),
  ]);
  const others = inOrder(findings.filter(hasNoFigures)).map((finding): Cell[] => [
    ...front(finding),
    said(finding),
    finding.phrase,
  ]);
  const head = [words.outcome, words.rule, words.clause];
  const notes = own.phraseNote === '' ? [] : [own.phraseNote];
  const none = findings.length === 0 ? own.noFindings : own.noneJudged;
  const first: ReportTable = {
    title: words.findings,
    head: [...head, own.measured, own.requiredOf, own.difference, own.noteAndPhrase],
    rows: judged,
    notes: judged.length === 0 ? [none] : notes,
  };
  const rest = { title: own.unjudged, head: [...head, words.note, own.phrase], rows: others, notes };
  return others.length > 0 ? [first, rest] : [first];
}

const hasNoFigures = (finding: Finding): boolean =>
  (finding.outcome === 'unknown' || finding.outcome === 'not-applicable') && measuredPairs(finding).length === 0;

/** Measured, required and margin of every limb of a finding, a line each. */
function pairCells(finding: Finding, policy: DossierInput['policy'], language: Language): readonly string[] {
  const lines = measuredPairs(finding).map((pair) => {
    const label = policy.measures[pair.measured.what];
    const { measured, required, margin } = shownPair(pair, label);
    const bound = pair.required && { ...pair.required, decimals: required?.against.decimals };
    return [
      endWord(language, pair.measured) + displayedText(language, measured),
      bound ? boundsText(language, [bound], label) : '',
      margin ? displayedText(language, margin) : '',
    ];
  });
  return [0, 1, 2].map((column) => lines.map((line) => line[column] || '—').join('\n'));
}
