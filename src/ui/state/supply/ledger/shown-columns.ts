import { muOf } from '../../../../domain/quantity/units.ts';
import type { NumberRange } from '../../../../domain/land/model.ts';
import type { Language } from '../../../../texts/language.ts';
import { fixed } from '../../../../texts/figures.ts';
import { ledgerAreaUnits, ledgerColumns, ledgerUnits } from '../../../../texts/ledger.ts';
import { ledgerWords } from '../../../../texts/ledger-words.ts';
import { writtenBounds } from '../../../../texts/written-bounds.ts';
import type {
  LedgerCell,
  LedgerColumn,
  LedgerColumnId,
  LedgerNames,
  LedgerTable,
  LedgerUnit,
  LedgerWords,
} from '../../../../supply/ledger/shape.ts';

/** Areas are told to the m² in 公顷, to the hundredth in 亩. */
export type AreaUnit = 'hectare' | 'mu';
/** In which unit areas stand: both of them beside each other, or one. */
export type ShownUnit = AreaUnit | 'both';

/** A column of the ledger as it stands on the screen. */
export interface ShownColumn {
  readonly id: string;
  readonly column: LedgerColumn;
  /** Its place in the cells of a line. */
  readonly place: number;
  readonly areaUnit: AreaUnit | null;
  readonly name: string;
  readonly unit: string;
  /** Columns of one use stand together under its name; null: under none. */
  readonly group: string | null;
  readonly isNumber: boolean;
  /** px at letters of the usual size. */
  readonly width: number;
}

/** A use has columns of its own. */
export const isByUse = ({ columns }: LedgerTable): boolean => columns.some(({ use }) => use !== undefined);

/** Words of the ledger in a language. */
export interface LedgerWriting {
  readonly language: Language;
  readonly names: LedgerNames;
  /** Where the use of land is not said. */
  readonly noUse: string;
  readonly isNew: (value: boolean) => string;
  readonly yes: (value: boolean) => string;
  readonly quarter: (n: number) => string;
}

/** Columns of a table in which something stands, and those a person may fill in. */
export function shownColumns(
  table: LedgerTable,
  unit: ShownUnit,
  writing: LedgerWriting,
  canFill: (id: LedgerColumnId) => boolean,
): readonly ShownColumn[] {
  const { language } = writing;
  // Of a use that has no land, or none of a kind, nothing is told: unless it is bounded.
  const isNone = (place: number) => table.columns[place].use !== undefined && table.totals?.most?.[place] == null;
  const isEmpty = (place: number) =>
    table.rows.every(
      ({ cells, most }) => isNothing(cells[place]) || (cells[place] === 0 && isNone(place) && most?.[place] == null),
    );
  return table.columns.flatMap((column, place): ShownColumn[] => {
    if (isEmpty(place) && place > 0 && !canFill(column.id) && !isAlways(column)) return [];
    const { use } = column;
    const own = {
      column,
      place,
      name: ledgerColumns[column.id][language],
      group: use === undefined ? null : useName(writing, use),
      isNumber: column.holds === 'area' || column.holds === 'number' || column.holds === 'range',
    };
    const id = `${column.id} ${use ?? ''}`;
    if (column.holds !== 'area')
      return [{ ...own, id, areaUnit: null, unit: unitOf(column, language), width: widthOf(column) }];
    const units = unit === 'both' ? (['hectare', 'mu'] as const) : [unit];
    return units.map((areaUnit) => ({
      ...own,
      id: `${id} ${areaUnit}`,
      areaUnit,
      unit: ledgerAreaUnits[areaUnit][language],
      width: 92,
    }));
  });
}

const isNothing = (cell: LedgerCell | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0);

/** Empty or not, they say that there is nothing; as does the first, by which lines are called. */
const always: ReadonlySet<LedgerColumnId> = new Set(['serial', 'unit', 'number', 'area', 'state', 'supplied-area']);

const isAlways = ({ id, use }: LedgerColumn): boolean => use === undefined && always.has(id);

const useName = ({ names, language, noUse }: LedgerWriting, use: string | null): string =>
  use === null ? noUse : (names.uses.find(({ code }) => code === use)?.[language] ?? use);

function unitOf(column: LedgerColumn, language: Language): string {
  if (column.holds === 'range') return column.unit === 'm' ? ledgerUnits.m[language] : '';
  return column.holds === 'number' ? ledgerUnits[column.unit][language] : '';
}

const widths: Readonly<Partial<Record<LedgerColumnId, number>>> = {
  serial: 48,
  unit: 112,
  number: 132,
  location: 176,
  parcels: 132,
  park: 176,
  remark: 160,
  reason: 160,
  why: 200,
  what: 220,
  problems: 220,
  fields: 180,
  state: 84,
  quarter: 84,
};
const usual: Readonly<Record<LedgerColumn['holds'], number>> = {
  area: 92,
  number: 92,
  text: 120,
  code: 108,
  date: 96,
  range: 116,
  flag: 72,
  texts: 148,
  codes: 180,
};
const widthOf = ({ id, holds }: LedgerColumn): number => widths[id] ?? usual[holds];

/** The column that says which line it is: its number, its unit, or the first. */
export function pinnedOf(columns: readonly ShownColumn[]): number {
  const at = (id: LedgerColumnId) => columns.findIndex(({ column }) => column.id === id);
  return Math.max(0, at('number') >= 0 ? at('number') : at('unit'));
}

/** 12.3456 公顷, 185.18 亩. */
export const areaText = (m2: number, unit: AreaUnit): string =>
  unit === 'hectare' ? fixed(m2 / 10_000, 4) : fixed(muOf(m2), 2);

/** What stands in a cell; nothing where nothing is known. */
export function shownText(
  { column, place, areaUnit }: ShownColumn,
  cells: readonly LedgerCell[],
  writing: LedgerWriting,
): string {
  const cell = cells[place];
  if (cell === null || cell === undefined) return '';
  const { language } = writing;
  switch (column.holds) {
    case 'area':
      return areaText(cell as number, areaUnit ?? 'hectare');
    case 'number':
      return numberText(cell as number, column.unit, writing);
    case 'code':
      return wordOf(writing, column.of, String(cell));
    case 'range':
      return writtenBounds(cell as NumberRange, {
        language,
        style: 'signs',
        isShare: column.unit === 'share',
        name: ledgerColumns[column.id][language],
      });
    case 'flag':
      return column.id === 'is-new' ? writing.isNew(cell as boolean) : writing.yes(cell as boolean);
    case 'codes':
      return (cell as readonly string[]).map((code) => wordOf(writing, column.of, code)).join(between[language]);
    case 'texts':
      return (cell as readonly string[]).join(between[language]);
    default:
      return String(cell as string | number);
  }
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

function numberText(value: number, unit: LedgerUnit, { quarter }: LedgerWriting): string {
  if (unit === 'calendarYear') return String(value);
  if (unit === 'quarter') return quarter(value);
  return fixed(unit === 'share' ? Number((value * 100).toPrecision(15)) : value, decimals[unit]);
}

/** The word of a code, as the ledger's names and the texts have it. */
export function wordOf(writing: LedgerWriting, list: LedgerWords, code: string): string {
  const { names, language } = writing;
  if (list === 'use') return useName(writing, code);
  if (list === 'unit') return names.units[code]?.[language] ?? code;
  if (list === 'assessment') return names.assessments[code]?.[language] ?? code;
  return ledgerWords[list][code]?.[language] ?? code;
}
