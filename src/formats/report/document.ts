/*
 * A report as data: the same document is shown on a page, written to Word or Excel, or printed as JSON. It holds words
 * and figures, no layout and no coordinates of boundary points.
 */

/** A figure keeps its unrounded value beside the text it is printed as; `decimals` are those of the text. */
export interface FigureCell {
  readonly value: number;
  readonly text: string;
  readonly decimals: number;
}
export type Cell = string | FigureCell;

export interface ReportTable {
  /** Short: it is also the name of a sheet. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
  /** Said below the table: bases, readings, what is left out. */
  readonly notes: readonly string[];
}

export interface Report {
  readonly title: string;
  /** Under the title: what, when, by which policy. */
  readonly about: readonly string[];
  readonly tables: readonly ReportTable[];
}

export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A Chinese character is as wide as two others. */
const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);

/** Widths of the columns in characters, by what stands in them, none over 60. */
export function widthsOf({ head, rows }: ReportTable): number[] {
  return head.map((title, column) => {
    const longest = Math.max(wide(title), ...rows.map((row) => wide(cellText(row[column] ?? ''))));
    return Math.min(60, Math.max(8, longest + 2));
  });
}
