/** A row of a table with the number it has in its file or sheet, from 1; empty rows are left out. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Grid {
  /** Of the file, with the sheet where there are several. */
  readonly name: string;
  /** Of the sheet, in a workbook. */
  readonly title?: string;
  readonly rows: readonly GridRow[];
}

/** More columns than any table of parcels has. */
export const mostColumns = 512;
/** Rows of a sheet; the number Excel allows. */
export const mostSheetRows = 1_048_576;

export const cellAt = ({ cells }: GridRow, column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

/** Whether a column is called what columns of shapes are, quoted or not. */
export const isShapeName = (cell: string): boolean => SHAPE_NAMES.test(cell.trim().replace(/^"(.*)"$/, '$1'));
const SHAPE_NAMES = /^(wkt|wkt_?geom|geom|geometry|the_geom|geom_?wkt|geometry_?wkt|shape|空间范围|图形)$/i;
