import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ISectionOptions,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cellText, isFigureColumn, type Cell, type Report, type ReportTable } from './document.ts';
import { drawingDocx } from './drawing-docx.ts';
import { paperSize, SHEET_MARGIN, type Paper } from './paper.ts';
import { steady } from './steady.ts';
import { widthsOf } from './widths.ts';

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8982' };
/** As on a page. */
const HEAD_FILL = { type: ShadingType.CLEAR, fill: 'F4F3EF' } as const;
const BORDERS = { top: HAIRLINE, bottom: HAIRLINE, left: HAIRLINE, right: HAIRLINE };
/** Song for the text of an official document, as Chinese offices print it. */
const FONT = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' };
/** Hei for its headings. */
const HEAD_FONT = { ascii: 'Arial', eastAsia: '黑体', hAnsi: 'Arial' };
/** What the program of office suites shows as author, else “Un-named”. */
const AUTHOR = 'Yuantu 园图';
/** Half-points: 小五号. */
const SMALL = 18;
/** Twentieths of a point: beside what stands in a cell, and a character, half a Chinese one. */
const CELL_MARGIN = 80;
const CHARACTER = SMALL * 5;
/** mm round a text. */
const TEXT_MARGIN = 20;
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const HEADING_SPACE = { before: 240, after: 80 };
const NOTE_SPACE = { before: 60 };
/** mm from the foot of the paper to the number of the page. */
const FOOT = 10;

/** The report as a Word file (.docx): its tables, then each map sheet on a page of its own. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const { paper } = report;
  const textWidth = twips(paperSize(paper).width - 2 * TEXT_MARGIN);
  const children = [
    new Paragraph({ text: report.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    ...report.about.map((line) => new Paragraph({ text: line, alignment: AlignmentType.CENTER })),
    ...report.tables.flatMap((table) => tableOf(table, textWidth)),
  ];
  const sheets = report.sheets.map((sheet, n) => ({
    properties: pageOf({ ...paper, isLying: sheet.width > sheet.height }, SHEET_MARGIN),
    // Else it would have the foot of the section before; a drawing fills its page. A foot holds a paragraph, if an empty one.
    footers: { default: new Footer({ children: [new Paragraph({})] }) },
    children: [drawingDocx(sheet, n + 1)],
  }));
  const text = { properties: pageOf(paper, TEXT_MARGIN, FOOT), footers: { default: footOf() }, children };
  const file = new Document({
    title: report.title,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    styles: {
      default: {
        document: { run: { font: FONT, size: 21 } },
        title: { run: { font: HEAD_FONT, size: 40, color: '000000' }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { font: HEAD_FONT, size: 26, color: '000000' } },
      },
    },
    sections: report.tables.length > 0 || sheets.length === 0 ? [text, ...sheets] : sheets,
  });
  return steady(new Uint8Array(await Packer.toArrayBuffer(file)));
}

/** — 1 — */
const footOf = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: SMALL, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

function pageOf(paper: Paper, marginMm: number, footMm = 0): ISectionOptions['properties'] {
  const margin = twips(marginMm);
  // The library turns the page itself.
  const { width, height } = paperSize({ ...paper, isLying: false });
  return {
    page: {
      size: {
        width: twips(width),
        height: twips(height),
        orientation: paper.isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top: margin, bottom: margin, left: margin, right: margin, header: 0, footer: twips(footMm) },
    },
  };
}

function tableOf(table: ReportTable, textWidth: number): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: table.title, heading: HeadingLevel.HEADING_2, keepNext: true, spacing: HEADING_SPACE }),
    ...(table.rows.length > 0 ? [griddedOf(table, textWidth)] : []),
    ...table.notes.map(
      (note) => new Paragraph({ spacing: NOTE_SPACE, children: [new TextRun({ text: note, size: SMALL })] }),
    ),
  ];
}

function griddedOf(table: ReportTable, textWidth: number): Table {
  const room = (textWidth - table.head.length * 2 * CELL_MARGIN) / CHARACTER;
  const widths = widthsOf(table, { least: room, most: room, air: 1 });
  const inked = room * CHARACTER;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const aligned = table.head.map((_, n) => (isFigureColumn(table, n) ? AlignmentType.RIGHT : AlignmentType.LEFT));
  const line = (cells: readonly Cell[], more: CellLook = {}) => cells.map((cell, n) => cellOf(cell, aligned[n], more));
  const head = new TableRow({ tableHeader: true, children: line(table.head, { bold: true, shading: HEAD_FILL }) });
  // A total does not begin a page alone.
  const isLast = (n: number) => table.total !== undefined && n >= table.rows.length - WITH_TOTAL;
  const rows = table.rows.map(
    (row, n) => new TableRow({ cantSplit: true, children: line(row, { keepNext: isLast(n) }) }),
  );
  const total = table.total ? [new TableRow({ cantSplit: true, children: line(table.total, { bold: true }) })] : [];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((width / whole) * inked) + 2 * CELL_MARGIN),
    rows: [head, ...rows, ...total],
  });
}

/** So many rows stay with the total below them. */
const WITH_TOTAL = 2;

interface CellLook {
  readonly keepNext?: boolean;
  readonly bold?: boolean;
  readonly shading?: typeof HEAD_FILL;
}

function cellOf(
  cell: Cell,
  alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'],
  { bold = false, shading, keepNext = false }: CellLook,
): TableCell {
  return new TableCell({
    borders: BORDERS,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 30, bottom: 30 },
    ...(shading && { shading }),
    children: cellText(cell)
      .split('\n')
      .map(
        // The mark at the end is as large as the letters: as large as the text's it would make every row higher.
        (text) =>
          new Paragraph({
            alignment,
            keepNext,
            run: { size: SMALL },
            children: [new TextRun({ text, bold, size: SMALL })],
          }),
      ),
  });
}
