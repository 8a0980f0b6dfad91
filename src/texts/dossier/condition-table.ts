import { MINUS } from '../../domain/quantity/format.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import type { ConditionRow } from '../../domain/land/sheets/conditions.ts';
import type { Cell, FigureCell, ReportTable } from '../../formats/report/document.ts';
import { hundredfold } from '../figures.ts';
import { lackText } from '../findings.ts';
import type { Language } from '../language.ts';
import { writtenBounds } from '../written-bounds.ts';
import type { DossierInput } from './input.ts';
import { figure } from './printed.ts';
import { conditionNames, reportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** The bounds of a condition as people write them, with the unit. */
export function conditionText({ what, bounds, unit }: ConditionRow, language: Language): string {
  const name = conditionNames[what][language];
  const text = writtenBounds(bounds, { language, style: 'signs', isShare: unit === 'percent', name });
  return unit === 'm' ? `${text} m` : text;
}

/** What is to spare or missing, with its sign. */
export function marginCell(margin: number, decimals: number): FigureCell {
  const printed = figure(margin, decimals, { bound: 0 });
  const isPlain = margin <= 0 || printed.text.startsWith('+') || printed.text.startsWith(MINUS);
  return isPlain ? printed : { ...printed, text: `+${printed.text}` };
}

/** The nearer bound a figure is read against, so that it is never printed on a bound that it misses. */
export function boundNear(
  { bounds: { min, max }, unit }: Pick<ConditionRow, 'bounds' | 'unit'>,
  margin: number | null,
  value: number,
): Against {
  if (margin === null) return {};
  const inUnit = (bound: number) => (unit === 'percent' ? hundredfold(bound) : bound);
  const ends = [min, max].filter((end) => end !== undefined).map(inUnit);
  const [bound] = ends.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value));
  return { bound, precision: { resolution: margin === 0 ? Math.abs(value - bound) : 0 } };
}

/** 规划条件对照: every condition of a parcel beside what is reached on it. */
export function conditionTable(
  conditions: readonly ConditionRow[],
  { facts, policy }: DossierInput,
  language: Language,
): ReportTable {
  const words = reportWords[language];
  const { unknown, none, note, item } = dossierWords[language];
  const decimalsOf = (row: ConditionRow) => (row.unit === 'ratio' ? 3 : 2);
  const rows = conditions.map((row): Cell[] => {
    const unit = row.unit === 'percent' ? '%' : row.unit === 'm' ? 'm' : '';
    const own = [row.parcel, conditionNames[row.what][language], conditionText(row, language)];
    const { reached } = row;
    if (reached.state === 'not-applicable') return [...own, none, unit, '', ''];
    if (reached.state === 'unknown')
      return [...own, unknown, unit, '', lackText(language, reached.missing, policy).join('；')];
    const decimals = decimalsOf(row);
    const margin = row.margin === null ? '' : marginCell(row.margin, decimals);
    return [...own, figure(reached.value, decimals, boundNear(row, row.margin, reached.value)), unit, margin, ''];
  });
  const head = [words.parcel, item, words.required, words.reached, dossierWords[language].unit, words.margin, note];
  if (rows.length === 0) return { title: words.conditions, head, rows, notes: [words.noConditions] };
  const notes = [words.marginNote, ...(facts.parcels.length > 1 ? [words.alone] : [])];
  return { title: words.conditions, head, rows, notes };
}
