import type { Cell } from './document.ts';
import type { Paper } from './paper.ts';

/*
 * A table as offices print their forms: a head of several rows whose cells stand over several columns, units in it, a line
 * for the totals; the same for a sheet of a workbook and for a page of a text.
 */

export interface HeadCell {
  /** Its unit stands on a line of its own. */
  readonly text: string;
  /** So many columns and rows it stands over. */
  readonly columns: number;
  readonly rows: number;
}

interface FormColumn {
  /** In characters, a Chinese one being two. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface FormTable {
  /** Short: the name of its sheet. */
  readonly name: string;
  readonly title: string;
  /** Under the title: whose it is and of when on the left, the units on the right. */
  readonly about: string;
  readonly units: string;
  /** Row by row, without the places that cells from above or the left stand over. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  /** So many columns from the left say which line it is: they stand on each page of a table that is wider than its paper. */
  readonly keys?: number;
  /** Behind the title of such a page but the first. */
  readonly continued?: string;
  /** What it is printed on, where that is chosen; else as its width asks for. */
  readonly paper?: Paper;
}

/** A4 upright up to so many characters, lying up to so many, above that A3. */
const UPRIGHT = 95;
const LYING = 150;

/** Points: letters of this size are read on paper without a glass. */
export const READABLE = 8;

/** So many characters stand side by side on a paper, without being made smaller. */
export const charactersAcross = ({ size, isLying }: Paper): number =>
  (isLying ? LYING : UPRIGHT) * (size === 'A3' ? Math.SQRT2 : 1);

export const widthOf = ({ columns }: FormTable): number => columns.reduce((sum, { width }) => sum + width, 0);

export function paperOf(form: FormTable): Paper {
  if (form.paper) return form.paper;
  const whole = widthOf(form);
  return { size: whole > LYING ? 'A3' : 'A4', isLying: whole > UPRIGHT };
}
