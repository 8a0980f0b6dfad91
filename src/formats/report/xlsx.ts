import { widthsOf, type Report, type ReportTable } from './document.ts';
import { formsXlsx } from './form-xlsx.ts';
import type { FormTable } from './form.ts';

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string, number: number): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || String(number);

/** The report as an Excel file (.xlsx): a sheet for each table, figures as numbers, on the paper of the report. */
export const reportXlsx = (report: Report): Promise<Uint8Array> =>
  formsXlsx(report.tables.map((table, n) => formOf(report, table, n + 1)));

function formOf(report: Report, table: ReportTable, number: number): FormTable {
  const widths = widthsOf(table);
  const isFigure = (column: number) => table.rows.some((row) => typeof row[column] === 'object');
  return {
    name: sheetName(table.title, number),
    title: `${report.title} · ${table.title}`,
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
