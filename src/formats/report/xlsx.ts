import writeExcelFile from 'write-excel-file/universal';
import { widthsOf, type Cell, type Report, type ReportTable } from './document.ts';
import { steady } from './steady.ts';

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
    columns: widthsOf(table).map((width) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
  }));
  const blob = await writeExcelFile(sheets).toBlob();
  return steady(new Uint8Array(await blob.arrayBuffer()));
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
