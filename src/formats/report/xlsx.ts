import type { Report, ReportTable } from './document.ts';
import { formsXlsx } from './form-xlsx.ts';
import { charactersAcross, type FormTable } from './form.ts';
import { wide, widthsOf } from './widths.ts';

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string, number: number): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || String(number);

/** Characters of a table that has little to say. */
const LEAST = 70;

/** The report as an Excel file (.xlsx): a sheet for each table, figures as numbers, on the paper of the report. */
export const reportXlsx = (report: Report): Promise<Uint8Array> =>
  formsXlsx(report.tables.map((table, n) => formOf(report, table, n + 1)));

function formOf(report: Report, table: ReportTable, number: number): FormTable {
  const most = charactersAcross(report.paper);
  const title = `${report.title} · ${table.title}`;
  // The title, in letters of 16 points over those of 10, is in one line.
  const widths = widthsOf(table, { least: Math.min(most, Math.max(LEAST, wide(title) * 1.8)), most, air: 3 });
  const isFigure = (column: number) => table.rows.some((row) => typeof row[column] === 'object');
  return {
    name: sheetName(table.title, number),
    title,
    about: report.about.join(' · '),
    units: '',
    head: [table.head.map((text) => ({ text, columns: 1, rows: 1 }))],
    columns: widths.map((width, n) => ({ width, align: isFigure(n) ? 'right' : 'left' })),
    rows: table.rows,
    totals: table.total ? [table.total] : [],
    notes: table.notes,
    paper: report.paper,
  };
}
