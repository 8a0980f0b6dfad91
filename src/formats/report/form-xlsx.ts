import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Cell } from './document.ts';
import { onPaper, spansOnPaper } from './form-paper.ts';
import { keysOf, wideOf, type Span } from './form-parts.ts';
import { paperOf, widthOf, type FormTable, type HeadCell } from './form.ts';
import { steady } from './steady.ts';
import { linesIn as linesOf } from './widths.ts';

type Row = SheetData[number];

const FONT = { fontFamily: '宋体', fontSize: 10 };
const LINES = { borderStyle: 'thin', borderColor: '#000000' } as const;
const MIDDLE = { alignVertical: 'center' } as const;
const WRAPPED = { ...MIDDLE, wrap: true } as const;
/** Points: rows of one line, those of the head, and a line more. */
const HEIGHT = { title: 30, row: 18, head: 30, line: 13 };

/** Above the rows: title, what it is about with the units, and the head. */
const headRows = ({ head }: FormTable): number => 2 + head.length;

/** The forms as an Excel workbook (.xlsx), a sheet each; figures are numbers with as many digits as they have. */
export async function formsXlsx(forms: readonly FormTable[]): Promise<Uint8Array> {
  const sheets = forms.map((form) => ({
    data: rowsOf(form),
    sheet: form.name,
    columns: form.columns.map(({ width }) => ({ width })),
    stickyRowsCount: headRows(form),
    showGridLines: false,
    ...(paperOf(form).isLying && { orientation: 'landscape' as const }),
  }));
  const blob = await writeExcelFile(sheets, { ...FONT, features: [onPaper(forms, headRows)] }).toBlob();
  return steady(new Uint8Array(await blob.arrayBuffer()));
}

function rowsOf(form: FormTable): Row[] {
  const spans = spansOnPaper(form);
  return [
    spans.flatMap((span, n) => across(titleOf(form, n > 0), wideIn(span))),
    aboutRow(form, spans),
    ...headOf(form.head, form.columns.length),
    ...form.rows.map((row) => lineOf(row, form)),
    ...form.totals.map((row) => totalOf(row, form)),
    ...form.notes.map((note) => noteRow(note, form)),
  ];
}

/** A cell over all columns. */
const across = (cell: CellObject, width: number): Row => [
  { ...MIDDLE, ...cell, columnSpan: width },
  ...Array.from({ length: width - 1 }, () => null),
];

const wideIn = ([from, to]: Span): number => to - from;

const titleOf = ({ title, continued = '' }: FormTable, isContinued: boolean): CellObject => ({
  value: isContinued ? `${title}${continued}` : title,
  type: String,
  fontWeight: 'bold',
  fontSize: 16,
  align: 'center',
  height: HEIGHT.title,
});

/** On each page what it is about on the left, the units on the right, as far as there is room for both. */
function aboutRow(form: FormTable, spans: readonly Span[]): Row {
  const parts = spans.map((span) => aboutIn(form, span, spans.length > 1));
  const height = HEIGHT.row + (Math.max(...parts.map(({ lines }) => lines)) - 1) * HEIGHT.line;
  return parts.flatMap(({ cells }) => cells.flatMap(([text, columns, align]) => across({ ...WRAPPED, height, type: String, value: text, align }, columns))); // prettier-ignore
}

type AboutCell = readonly [text: string, columns: number, align: 'left' | 'right'];

function aboutIn(
  form: FormTable,
  [from, to]: Span,
  isCut: boolean,
): { readonly cells: readonly AboutCell[]; readonly lines: number } {
  const { about, units } = form;
  // Of a table that is cut it begins behind the columns that stand on every page: there it would be printed twice.
  const left = isCut && from === 0 ? keysOf(form) : from;
  const width = to - left;
  const right = width < 4 || units === '' ? 0 : Math.max(2, Math.floor(width / 3));
  const text = right === 0 ? [about, units].filter(Boolean).join('　') : about;
  const cells: AboutCell[] = [['', left - from, 'left'], [text, width - right, 'left'], [units, right, 'right']]; // prettier-ignore
  return { cells: cells.filter(([, columns]) => columns > 0), lines: linesIn(text, wideOf(form, [left, to - right])) };
}

function headOf(head: readonly (readonly HeadCell[])[], width: number): Row[] {
  const rows: Row[] = head.map(() => Array.from({ length: width }, () => null));
  const taken = head.map(() => new Uint8Array(width));
  const style = { ...WRAPPED, ...LINES, align: 'center', fontWeight: 'bold', backgroundColor: '#F2F2F2' } as const;
  for (const [r, cells] of head.entries())
    for (const { text, columns, rows: down } of cells) {
      const at = taken[r].indexOf(0);
      for (const line of taken.slice(r, r + down)) line.fill(1, at, at + columns);
      const spans = { ...(columns > 1 && { columnSpan: columns }), ...(down > 1 && { rowSpan: down }) };
      rows[r][at] = { ...style, ...spans, value: text, type: String, height: HEIGHT.head };
    }
  return rows;
}

function lineOf(row: readonly Cell[], { columns }: FormTable, more: CellObject = {}): Row {
  const lines = row.map((cell, n) => (typeof cell === 'string' ? linesIn(cell, columns[n].width) : 1));
  const height = HEIGHT.row + (Math.max(1, ...lines) - 1) * HEIGHT.line;
  return row.map((cell, n) => {
    const { align } = columns[n];
    const indent = align === 'left' ? { indent: 1 } : {};
    return { ...cellOf(cell), ...WRAPPED, ...LINES, align, ...indent, ...more, height };
  });
}

/** What a line of totals says stands in the middle, its figures as all others. */
const totalOf = (row: readonly Cell[], form: FormTable): Row =>
  lineOf(row, form, { fontWeight: 'bold' }).map((cell, n) =>
    typeof row[n] === 'string' ? { ...(cell as CellObject), align: 'center' as const } : cell,
  );

function noteRow(note: string, form: FormTable): Row {
  const height = HEIGHT.row + (linesIn(note, widthOf(form)) - 1) * HEIGHT.line;
  return across({ ...WRAPPED, value: note, type: String, height }, form.columns.length);
}

/** One character of a column is its margin. */
const linesIn = (text: string, width: number): number => linesOf(text, width - 1);

/** Text stays text: a cell that begins with = is not run as a formula. */
function cellOf(cell: Cell): CellObject {
  if (typeof cell === 'string') return { value: cell, type: String };
  const whole = cell.isPlain ? '0' : '#,##0';
  const sign = cell.isMost ? '"≤"' : '';
  const usual = sign + (cell.decimals > 0 ? `${whole}.${'0'.repeat(cell.decimals)}` : whole);
  const format = cell.text === '0' ? `${usual};-${usual};0` : usual;
  return { value: cell.value, type: Number, format };
}
