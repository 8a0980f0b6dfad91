import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellText, type Cell } from './document.ts';
import { partsOf } from './form-parts.ts';
import { READABLE, widthOf, type FormTable, type HeadCell } from './form.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
/** Half-points: 三号, 小五号, and the least that is read. */
const SIZES = { title: 32, usual: 18, least: 2 * READABLE };
/** Twentieths of a point on both sides of what stands in a cell. */
const CELL_MARGIN = 50;

/** So large that what stands in the columns fits their width, half a square a character; the least where it does not. */
function sizeOf(form: FormTable, width: number): number {
  const room = width - form.columns.length * 2 * CELL_MARGIN;
  const fitting = Math.floor((room / 20 / (widthOf(form) / 2)) * 2);
  return Math.min(SIZES.usual, Math.max(SIZES.least, fitting));
}

/**
 * A form in a Word text, `width` in twentieths of a point: its title, a line about it, the table and what is said below; one
 * that is too wide to be read in several, each on a page of its own 续表.
 */
export function formDocx(form: FormTable, width: number): (Paragraph | Table)[] {
  const letter = READABLE * 10; // half a square, in twentieths of a point
  // There is room for the margins in the widths of the columns.
  const parts = partsOf(form, width / letter);
  return parts.flatMap((part, n) => partDocx(n < parts.length - 1 ? { ...part, notes: [] } : part, width, n > 0));
}

function partDocx(form: FormTable, width: number, isContinued: boolean): (Paragraph | Table)[] {
  const size = sizeOf(form, width);
  // Where letters are as small as they may be, the square root keeps long remarks, which wrap, from squeezing short columns.
  const shares = form.columns.map(({ width: own }) => (size > SIZES.least ? own : Math.sqrt(own)));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const rows = [
    ...form.rows.map((row) => lineOf(row, form, size)),
    ...form.totals.map((row) => lineOf(row, form, size, true)),
  ];
  const head = form.head.map(
    (cells) => new TableRow({ tableHeader: true, children: cells.map((cell) => headOf(cell, size)) }),
  );
  return [
    said(
      form.title,
      SIZES.title,
      { alignment: AlignmentType.CENTER, keepNext: true, pageBreakBefore: isContinued },
      true,
    ),
    ...aboutOf(form, size, width),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round((share / whole) * width)),
      rows: [...head, ...rows],
    }),
    ...form.notes.map((note) => said(note, size)),
  ];
}

/** What it is about on the left, the units on the right. */
function aboutOf({ about, units }: FormTable, size: number, width: number): Paragraph[] {
  if (!about && !units) return [];
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  return [said(about ? `${about}\t${units}` : `\t${units}`, size, { keepNext: true, tabStops })];
}

const said = (text: string, size: number, more: object = {}, bold = false): Paragraph =>
  new Paragraph({ ...more, children: [new TextRun({ children: withTabs(text), size, bold, font: FONT })] });

const withTabs = (text: string): (string | Tab)[] =>
  text.split('\t').flatMap((part, n) => (n === 0 ? [part] : [new Tab(), part]));

const ALIGNED = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function cellOf(text: string, size: number, align: keyof typeof ALIGNED, more: object = {}, bold = false): TableCell {
  const lines = text.split('\n');
  return new TableCell({
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 20, bottom: 20 },
    ...more,
    children: lines.map(
      (line) =>
        // The mark at its end is as large as its letters: as large as the text's it would make every row higher.
        new Paragraph({
          alignment: ALIGNED[align],
          run: { size },
          children: [new TextRun({ text: line, size, bold, font: FONT })],
        }),
    ),
  });
}

const headOf = ({ text, columns, rows }: HeadCell, size: number): TableCell =>
  cellOf(text, size, 'center', { columnSpan: columns, rowSpan: rows }, true);

const lineOf = (row: readonly Cell[], { columns }: FormTable, size: number, bold = false): TableRow =>
  new TableRow({
    cantSplit: true,
    children: row.map((cell, n) =>
      cellOf(cellText(cell), size, bold && typeof cell === 'string' ? 'center' : columns[n].align, {}, bold),
    ),
  });
