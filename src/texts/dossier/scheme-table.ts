import type { Cell, ReportTable } from '../../formats/report/document.ts';
import type { Language } from '../language.ts';
import { outcomeWord } from '../outcomes.ts';
import type { DossierInput, Scheme } from './input.ts';
import { decimalsOf, unitOf } from './land-tables.ts';
import { boundOf, figure } from './printed.ts';
import { reportWords } from './report-words.ts';
import { dossierWords, indicatorNames } from './words.ts';

/** 方案对照: figures side by side, what is not the same in all of them marked, and the verdicts that differ; the others are counted. */
export function schemeTable(schemes: readonly Scheme[], { policy }: DossierInput, language: Language): ReportTable {
  const words = reportWords[language];
  const { item, unit, unknown, none } = dossierWords[language];
  const marked = (cells: readonly Cell[]): Cell[] => {
    const told = new Set(cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    return [...cells, told.size > 1 ? words.differs : ''];
  };
  const rows = schemes[0].indicators.map((row, n): Cell[] => {
    const cells = schemes.map(({ indicators, findings }): Cell => {
      const { value } = indicators[n];
      if (value.state !== 'value') return value.state === 'unknown' ? unknown : none;
      return figure(value.value, decimalsOf(row.unit), boundOf(row.what, row.unit, value.value, findings));
    });
    return [indicatorNames[row.what][language], unitOf(row, language), ...marked(cells)];
  });
  const verdicts = policy.rules.flatMap(({ id, title }): Cell[][] => {
    const own = schemes.map(({ findings }) => findings.find(({ rule }) => rule === id));
    if (own.every((finding) => finding === undefined)) return [];
    const cells = own.map((finding) => (finding ? outcomeWord(language, finding.outcome) : ''));
    return [[title[language], words.verdicts, ...marked(cells)]];
  });
  const differing = verdicts.filter((row) => row.at(-1) !== '');
  const alike = verdicts.length - differing.length;
  return {
    title: words.schemes,
    head: [item, unit, ...schemes.map(({ name }) => name), words.differs],
    rows: [...rows, ...differing],
    notes: alike > 0 ? [words.verdictsAlike(alike, differing.length > 0)] : [],
  };
}
