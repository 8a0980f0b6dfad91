import type { Cell } from '../../formats/report/document.ts';
import type { FormTable, HeadCell } from '../../formats/report/form.ts';
import type { LedgerCell, LedgerColumn, LedgerLine, LedgerTable } from '../../supply/ledger/shape.ts';
import { ledgerAreaUnits, ledgerColumns, ledgerSums, ledgerTitles, ledgerUnits, oursText } from '../ledger.ts';
import { areaCell, cellText, mostCell, isCondition, type AreaUnit, type FileWriting } from './cells.ts';
import { fileWords, sheetNames } from './words.ts';

export interface FormAsked extends FileWriting {
  /** Under the title: the plan, its state and day. */
  readonly about: string;
  /** Names of the uses by code, for columns that stand under one. */
  readonly useNames: ReadonlyMap<string | null, string>;
  /** Uses that are part of another one, whose columns stand beside it. */
  readonly partUses: ReadonlySet<string | null>;
  /** For the narrow pages of a text: columns in which nothing stands are left out. */
  readonly isDense?: boolean;
  /** Of a form that is as wide in each: one of them; else both stand beside each other. */
  readonly areaUnit?: AreaUnit;
}

/** A column as it is printed: an area has one for each unit. */
interface Printed {
  readonly column: LedgerColumn;
  /** Its place in the lines of the table. */
  readonly place: number;
  readonly unit?: AreaUnit;
}

/** Tables with columns under every use are too wide for two units. */
export const isByUse = ({ columns }: LedgerTable): boolean => columns.some(({ use }) => use !== undefined);

/** A table of the ledger as offices print it. */
export function formOf(table: LedgerTable, asked: FormAsked): FormTable {
  const words = fileWords[asked.language];
  const printed = printedColumns(table, asked);
  const line = (own: LedgerLine) => printed.map((of) => cellIn(own, of, asked));
  const { language } = asked;
  const name = sheetNames[table.id][language];
  const title = ledgerTitles[table.id][language];
  const totals = table.totals
    ? [labelled(line(table.totals), ledgerSums.total[language]), ...mostLine(table.totals, printed, asked)]
    : [];
  const rows = table.rows.flatMap((row) => [line(row), ...mostLine(row, printed, asked)]);
  const head = headOf(printed, asked);
  return {
    name: asked.areaUnit ? `${name}${words.inUnit(ledgerAreaUnits[asked.areaUnit][language])}` : name,
    title: table.isOurs ? `${title}${words.oursMark}` : title,
    about: asked.about,
    units: unitsText(printed, asked),
    head,
    columns: printed.map((of, n) => ({
      width: widthOf(
        of,
        [...rows, ...totals].map((row) => row[n]),
        asked,
      ),
      align: alignOf(of.column),
    })),
    rows,
    totals,
    keys: keysOf(printed),
    continued: words.continued,
    notes: [...(table.isOurs ? [oursText[language]] : []), ...(table.rows.length === 0 ? [words.none] : [])],
  };
}

/** They say which line it is, as far as they stand on the left. */
const NAMING: ReadonlySet<LedgerColumn['id']> = new Set(['serial', 'unit', 'township', 'number', 'use', 'park']);
const keysOf = (printed: readonly Printed[]): number =>
  Math.max(
    0,
    printed.findIndex(({ column }) => column.use !== undefined || !NAMING.has(column.id)),
  );

function printedColumns({ columns, rows }: LedgerTable, { areaUnit: only, isDense = false }: FormAsked): Printed[] {
  const number = columns.findIndex(({ id }) => id === 'number');
  return columns.flatMap((column, place): Printed[] => {
    if (isDense && rows.every(({ cells }) => isNothing(cells[place]))) return [];
    if (isDense && column.id === 'parcels' && rows.every(({ cells }) => isNumber(cells[place], cells[number])))
      return [];
    if (column.holds !== 'area') return [{ column, place }];
    return (only ? [only] : (['hectare', 'mu'] as const)).map((unit) => ({ column, place, unit }));
  });
}

/** 宗地 that only says 编号 again. */
const isNumber = (parcels: LedgerCell | undefined, number: LedgerCell | undefined): boolean =>
  Array.isArray(parcels) && parcels.length === 1 && parcels[0] === number;
const isNothing = (cell: LedgerCell | undefined): boolean => cell === null || cell === undefined || cell === 0;
const isAncillary = ({ id }: LedgerColumn): boolean => id === 'ancillary-land' || id === 'ancillary-floor';

function cellIn({ cells }: LedgerLine, { column, place, unit }: Printed, asked: FormAsked): Cell {
  const cell = cells[place];
  if (!unit) return cellText(column, cell, asked);
  return typeof cell === 'number' ? areaCell(cell, unit) : '';
}

/** 以内: what is bounded in a line stands below it. */
function mostLine({ most }: LedgerLine, printed: readonly Printed[], { language }: FormAsked): Cell[][] {
  if (!most?.some((m2) => m2 !== null)) return [];
  const cells = printed.map(({ place, unit }): Cell => {
    const m2 = most[place] ?? null;
    return m2 !== null && unit ? mostCell(m2, unit) : '';
  });
  return [labelled(cells, fileWords[language].most)];
}

/** The word of a line stands in the first place that holds nothing. */
function labelled(cells: readonly Cell[], label: string): Cell[] {
  const at = cells.indexOf('');
  return cells.map((cell, n) => (n === (at < 0 ? 0 : at) ? label : cell));
}

/** Columns under the same word stand beside each other. */
interface Group {
  readonly text: string | null;
  readonly columns: Printed[];
}

/** What stands over a column: its use, 规划条件, of an area its name; null of what stands alone. */
function overOf({ column, unit }: Printed, { language, useNames, partUses, areaUnit }: FormAsked): string | null {
  const words = fileWords[language];
  if (column.use !== undefined) {
    const name = useNames.get(column.use) ?? words.noUse;
    return partUses.has(column.use) ? words.ofWhich(name) : name;
  }
  if (isAncillary(column)) return words.ancillary;
  if (isCondition(column)) return words.conditions;
  return unit && !areaUnit ? ledgerColumns[column.id][language] : null;
}

/** What stands in the lowest row of the head. */
function ownName({ column, unit }: Printed, { language, areaUnit }: FormAsked): string {
  const name = ledgerColumns[column.id][language];
  if (unit) return areaUnit ? name : ledgerAreaUnits[unit][language];
  const of = column.holds === 'number' || (column.holds === 'range' && column.unit === 'm') ? ledgerUnits[column.unit][language] : ''; // prettier-ignore
  return of ? fileWords[language].withUnit(name, of) : name;
}

function headOf(printed: readonly Printed[], asked: FormAsked): HeadCell[][] {
  const groups: Group[] = [];
  for (const own of printed) {
    const text = overOf(own, asked);
    const last = groups.at(-1);
    if (text !== null && last?.text === text) last.columns.push(own);
    else groups.push({ text, columns: [own] });
  }
  const isFlat = groups.every(({ text }) => text === null);
  const upper = groups.map(({ text, columns }): HeadCell =>
    text === null
      ? { text: ownName(columns[0], asked), columns: 1, rows: isFlat ? 1 : 2 }
      : { text, columns: columns.length, rows: 1 },
  );
  if (isFlat) return [upper];
  const lower = groups.flatMap(({ text, columns }) =>
    text === null ? [] : columns.map((own): HeadCell => ({ text: ownName(own, asked), columns: 1, rows: 1 })),
  );
  return [upper, lower];
}

function unitsText(printed: readonly Printed[], { language }: FormAsked): string {
  const units = new Set(printed.flatMap(({ unit }) => (unit ? [ledgerAreaUnits[unit][language]] : [])));
  return units.size === 0 ? '' : fileWords[language].units([...units]);
}

/** Long texts wrap; a narrow column still shows its head in two lines. */
const WIDEST = 30;
const NARROWEST = 6;

/** Figures under each other, words of a list in the middle, what people write from the left. */
function alignOf(column: LedgerColumn): FormTable['columns'][number]['align'] {
  if (column.id === 'serial') return 'center';
  if (column.holds === 'area') return 'right';
  if (column.holds === 'number')
    return column.unit === 'quarter' || column.unit === 'calendarYear' ? 'center' : 'right';
  return column.holds === 'text' || column.holds === 'texts' || column.holds === 'codes' ? 'left' : 'center';
}

/** Beside what stands in a column; text of a list is indented, and of a head in two lines they are not alike. */
const ROOM = { figure: 2, text: 3 };

function widthOf(of: Printed, cells: readonly Cell[], asked: FormAsked): number {
  const room = alignOf(of.column) === 'left' ? ROOM.text : ROOM.figure;
  const longest = Math.max(
    ...ownName(of, asked)
      .split('\n')
      .map((line) => (line.length > 5 ? Math.ceil(wide(line) / 2) + 1 + ROOM.text : wide(line) + room)),
    ...cells.map((cell) => wide(typeof cell === 'string' ? cell : cell.text) + room),
  );
  return Math.min(WIDEST, Math.max(NARROWEST, longest));
}

const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '⺀' ? 2 : 1), 0);
