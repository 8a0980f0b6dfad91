import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cellText, widthsOf, type Cell, type Report, type ReportTable } from './document.ts';
import { steady } from './steady.ts';

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8982' };
const BORDERS = { top: HAIRLINE, bottom: HAIRLINE, left: HAIRLINE, right: HAIRLINE };
/** Song for the text of an official document, as Chinese offices print it. */
const FONT = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' };
/** Half-points: 小五号. */
const SMALL = 18;
/** Twentieths of a point: an A4 page between margins of an inch. */
const TEXT_WIDTH = 9026;
const HEADING_SPACE = { before: 240, after: 80 };

/** The report as a Word file (.docx). */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: report.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    ...report.about.map((line) => new Paragraph({ text: line, alignment: AlignmentType.CENTER })),
    ...report.tables.flatMap(tableOf),
  ];
  const file = new Document({
    title: report.title,
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    sections: [{ children }],
  });
  return steady(new Uint8Array(await Packer.toArrayBuffer(file)));
}

function tableOf(table: ReportTable): (Paragraph | Table)[] {
  // Long remarks wrap; the square root keeps them from squeezing the short columns.
  const widths = widthsOf(table).map(Math.sqrt);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const head = new TableRow({ tableHeader: true, children: table.head.map((text) => cellOf(text, true)) });
  const rows = table.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((cell) => cellOf(cell)) }));
  const total = table.total ? [new TableRow({ children: table.total.map((cell) => cellOf(cell, true)) })] : [];
  return [
    new Paragraph({ text: table.title, heading: HeadingLevel.HEADING_2, keepNext: true, spacing: HEADING_SPACE }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths.map((width) => Math.round((width / whole) * TEXT_WIDTH)),
      rows: [head, ...rows, ...total],
    }),
    ...table.notes.map((note) => new Paragraph({ children: [new TextRun({ text: note, size: SMALL })] })),
  ];
}

function cellOf(cell: Cell, bold = false): TableCell {
  const alignment = typeof cell === 'string' ? AlignmentType.LEFT : AlignmentType.RIGHT;
  return new TableCell({
    borders: BORDERS,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    children: [new Paragraph({ alignment, children: [new TextRun({ text: cellText(cell), bold, size: SMALL })] })],
  });
}
