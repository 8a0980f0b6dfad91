import writeExcelFile from 'write-excel-file/universal';
import type { Cell, Report, ReportTable } from './document.ts';

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string, number: number): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || String(number);

/** The report as an Excel file (.xlsx): a sheet for each table, figures as numbers. */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const sheets = report.tables.map((table, i) => ({
    data: rowsOf(report, table),
    sheet: sheetName(table.title, i + 1),
    columns: table.head.map((_, column) => ({ width: widthOf(table, column) })),
    stickyRowsCount: HEAD_ROWS,
  }));
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Title, what the report is about, and the head of the table. */
const HEAD_ROWS = 3;

function rowsOf(report: Report, table: ReportTable) {
  const bold = { fontWeight: 'bold' as const };
  return [
    [{ value: `${report.title} · ${table.title}`, ...bold }],
    [{ value: report.about.join(' · ') }],
    table.head.map((value) => ({ value, ...bold, bottomBorderStyle: 'thin' as const })),
    ...table.rows.map((row) => row.map(cellOf)),
    ...(table.total
      ? [table.total.map((cell) => ({ ...cellOf(cell), ...bold, topBorderStyle: 'thin' as const }))]
      : []),
    ...table.notes.map((value) => [{ value }]),
  ];
}

/** Text stays text: a cell that begins with = is not run as a formula. */
function cellOf(cell: Cell) {
  if (typeof cell === 'string') return { value: cell, type: String };
  const format = cell.decimals > 0 ? `#,##0.${'0'.repeat(cell.decimals)}` : '#,##0';
  return { value: cell.value, type: Number, format };
}

/** A Chinese character is as wide as two others. */
function widthOf(table: ReportTable, column: number): number {
  const texts = [table.head[column], ...table.rows.map((row) => row[column])];
  const wide = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
  const longest = Math.max(...texts.map((cell) => wide(typeof cell === 'string' ? cell : (cell?.text ?? ''))));
  return Math.min(60, Math.max(8, longest + 2));
}
