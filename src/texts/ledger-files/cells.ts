import { muOf } from '../../domain/quantity/units.ts';
import type { PlanningCondition } from '../../domain/land/fields/type.ts';
import type { NumberRange } from '../../domain/land/model.ts';
import type { Cell, FigureCell } from '../../formats/report/document.ts';
import type { LedgerCell, LedgerColumn, LedgerColumnId, LedgerUnit, LedgerWords } from '../../supply/ledger/shape.ts';
import { fixed } from '../figures.ts';
import { ledgerColumns } from '../ledger.ts';
import type { Language } from '../language.ts';
import { writtenBounds, type BoundsStyle } from '../written-bounds.ts';

/** What words and forms a file is written in. */
export interface FileWriting {
  readonly language: Language;
  /** How planning conditions are written. */
  readonly conditions: BoundsStyle;
  /** The word of a code of a list, as the ledger's names and the texts have it. */
  readonly wordOf: (list: LedgerWords, code: string) => string;
}

export type AreaUnit = 'hectare' | 'mu';
const HECTARE_M2 = 10_000;
const areaDecimals: Readonly<Record<AreaUnit, number>> = { hectare: 4, mu: 2 };

const figure = (value: number, decimals: number): FigureCell => ({ value, text: fixed(value, decimals), decimals });

/** Unrounded; printed to the m² in 公顷, to the hundredth in 亩; none at all as 0, which a wide table is read by. */
export function areaCell(m2: number, unit: AreaUnit): FigureCell {
  const cell = figure(unit === 'hectare' ? m2 / HECTARE_M2 : muOf(m2), areaDecimals[unit]);
  return m2 === 0 ? { ...cell, text: '0' } : cell;
}

/** 以内 */
export function mostCell(m2: number, unit: AreaUnit): FigureCell {
  const cell = areaCell(m2, unit);
  return { ...cell, text: `≤${cell.text}`, isMost: true };
}

const between: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

const decimals: Readonly<Record<LedgerUnit, number>> = {
  count: 0,
  wanYuan: 2,
  wanYuanPerMu: 2,
  year: 0,
  calendarYear: 0,
  quarter: 0,
  share: 1,
  m2: 2,
  ratio: 2,
};

const conditionOf: Readonly<Partial<Record<LedgerColumnId, PlanningCondition>>> = {
  far: 'far',
  density: 'density',
  'building-coefficient': 'buildingCoefficient',
  green: 'green',
  height: 'heightM',
  'ancillary-land': 'ancillaryLand',
  'ancillary-floor': 'ancillaryFloor',
};
export const isCondition = ({ id }: LedgerColumn): boolean => conditionOf[id] !== undefined;

/** A cell of the ledger that is no area, as a form has it; empty where nothing is known. */
export function cellText(column: LedgerColumn, cell: LedgerCell | undefined, writing: FileWriting): Cell {
  if (cell === null || cell === undefined) return '';
  const { language, wordOf } = writing;
  switch (column.holds) {
    case 'number':
      return numberCell(cell as number, column.unit, language);
    case 'code':
      return wordOf(column.of, String(cell));
    case 'range':
      return writtenBounds(cell as NumberRange, {
        language,
        style: writing.conditions,
        isShare: column.unit === 'share',
        name: ledgerColumns[column.id][language],
      });
    case 'flag':
      return flagText(column.id, cell as boolean, language);
    case 'codes':
      return (cell as readonly string[]).map((code) => wordOf(column.of, code)).join(between[language]);
    case 'texts':
      return (cell as readonly string[]).join(between[language]);
    default:
      return String(cell as string | number);
  }
}

function numberCell(value: number, unit: LedgerUnit, language: Language): Cell {
  if (unit === 'calendarYear') return String(value);
  if (unit === 'quarter') return language === 'zh' ? `第${'一二三四'[value - 1] ?? value}季度` : `Q${value}`;
  return figure(unit === 'share' ? Number((value * 100).toPrecision(15)) : value, decimals[unit]);
}

function flagText(id: LedgerColumnId, value: boolean, language: Language): string {
  if (id === 'is-new') return language === 'zh' ? (value ? '新增' : '存量') : value ? 'new' : 'stock';
  return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
}
