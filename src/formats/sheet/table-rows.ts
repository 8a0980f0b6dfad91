import type { Grid, GridRow } from './grid.ts';
import { headingsOf, isSecondLine, isTotal } from './headings.ts';

/** A table of fields: the names of its columns, and the rows below that do not sum up others. */
export interface TableRows {
  readonly headings: readonly string[];
  readonly rows: readonly GridRow[];
  readonly totals: number;
}

/** Null for a sheet without any rows. */
export function tableRowsOf(grid: Grid): TableRows | null {
  const at = headerRow(grid);
  const first = grid.rows[at] as GridRow | undefined;
  if (!first) return null;
  const second = grid.rows[at + 1] as GridRow | undefined;
  const isTwo = second !== undefined && isSecondLine(second, first);
  const headings = isTwo ? headingsOf(second, first) : first.cells;
  const all = grid.rows.slice(isTwo ? at + 2 : at + 1);
  const rows = all.filter((row) => !isTotal(row));
  return { headings: headings.map((heading) => heading.trim()), rows, totals: all.length - rows.length };
}

/** The header is the first of the rows on top that fills most of the columns used. */
function headerRow({ rows }: Grid): number {
  const filled = ({ cells }: GridRow) => cells.filter((cell) => cell.trim() !== '').length;
  const top = rows.slice(0, 20);
  const most = Math.max(0, ...top.map(filled));
  return Math.max(
    0,
    top.findIndex((row) => filled(row) >= Math.max(2, most * 0.6)),
  );
}
