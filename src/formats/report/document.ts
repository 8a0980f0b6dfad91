import type { Drawing } from './drawing.ts';
import type { Paper } from './paper.ts';

/*
 * A report as data: the same document is shown on a page, printed, written to Word or Excel, or printed as JSON. It holds
 * words, figures and map sheets; tables have no layout of their own.
 */

/** A figure keeps its unrounded value beside the text it is printed as; `decimals` are those of the text. */
export interface FigureCell {
  readonly value: number;
  readonly text: string;
  readonly decimals: number;
  /** Its digits are not grouped: a coordinate. */
  readonly isPlain?: true;
  /** It is no more than this: printed with ≤ before it. */
  readonly isMost?: true;
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
  /** Map sheets 图幅, each as large as the paper; Excel has none. */
  readonly sheets: readonly Drawing[];
  readonly paper: Paper;
}

/** Figures stand in it, among its rows or below them: it is written to the right, and what is not known too. */
export const isFigureColumn = ({ rows, total }: ReportTable, column: number): boolean =>
  [...rows, ...(total ? [total] : [])].some((row) => typeof row[column] === 'object');

export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
