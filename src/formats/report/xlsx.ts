import { isFigureColumn, type Report, type ReportTable } from './document.ts';
import { formsXlsx } from './form-xlsx.ts';
import { charactersAcross, type FormTable } from './form.ts';
import type { Paper } from './paper.ts';
import { wide, widthsOf } from './widths.ts';

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string, number: number): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || String(number);

/** Characters of a table that has little to say, and beside what stands in a cell. */
const LEAST = 70;
const AIR = 3;

/** The report as an Excel file (.xlsx): a sheet for each table that has rows, figures as numbers, on the paper of the report. */
export const reportXlsx = (report: Report): Promise<Uint8Array> =>
  formsXlsx(gathered(report.tables).map((table, n) => formOf(report, table, n + 1)));

/** What an empty table says stands below the one before it: no paper is printed for it. */
function gathered(tables: readonly ReportTable[]): readonly ReportTable[] {
  const filled: ReportTable[] = [];
  for (const table of tables) {
    const before = filled.at(-1);
    if (table.rows.length > 0 || !before) filled.push(table);
    else {
      const notes = [...before.notes, ...table.notes.map((note) => `${table.title} · ${note}`)];
      filled[filled.length - 1] = { ...before, notes };
    }
  }
  return filled;
}

function formOf(report: Report, table: ReportTable, number: number): FormTable {
  const title = `${report.title} · ${table.title}`;
  const { paper, widths } = onPaper(table, report.paper, wide(title));
  return {
    name: sheetName(table.title, number),
    title,
    about: report.about.join(' · '),
    units: '',
    head: [table.head.map((text) => ({ text, columns: 1, rows: 1 }))],
    columns: widths.map((width, n) => ({ width, align: isFigureColumn(table, n) ? 'right' : 'left' })),
    rows: table.rows,
    totals: table.total ? [table.total] : [],
    notes: table.notes,
    paper,
    keys: 1,
  };
}

/** The paper of the report, lying where the columns of a table have no room on one that stands, or its remarks too little. */
function onPaper(table: ReportTable, paper: Paper, title: number): { paper: Paper; widths: readonly number[] } {
  const most = charactersAcross(paper);
  // The title, in letters of 16 points over those of 10, is in one line.
  const widths = widthsOf(table, { least: Math.min(most, Math.max(LEAST, title * 1.8)), most, air: AIR });
  const isNarrow = widths.reduce((sum, width) => sum + width, 0) > most + 1e-6 || isSqueezed(table, widths);
  return isNarrow && !paper.isLying ? onPaper(table, { ...paper, isLying: true }, title) : { paper, widths };
}

/** Words that take more than so many lines. */
const LINES = 8;

const isSqueezed = ({ rows }: ReportTable, widths: readonly number[]): boolean =>
  rows.some((row) => row.some((cell, n) => typeof cell === 'string' && wide(cell) > LINES * (widths[n] - AIR)));
