import { bestRows, type Row } from './rows.ts';
import { alignedColumns, type Placed } from './columns.ts';
import type { Cutting } from './cut.ts';
import type { Frame } from './frame.ts';
import type { Ring } from './shape/site.ts';

/** How buildings of one layout stand: direction, depths, what they keep from one another. */
export interface Arrangement {
  readonly angleRad: number;
  readonly depthsM: readonly number[];
  readonly rowGapM: number;
  readonly spacingM: number;
  readonly cutting: Cutting;
}

/** Rows of one direction with aisles through all of them, on the land that obstacles leave. */
export interface Block {
  readonly frame: Frame;
  readonly rows: readonly Row[];
  readonly placed: readonly Placed[];
  readonly aisles: readonly number[];
  readonly areaM2: number;
}

/** @param frame the site turned to the direction */
export function blockOf(frame: Frame, how: Arrangement): Block {
  const { rows } = bestRows(frame, how.depthsM, how.rowGapM, how.cutting);
  const { placed, aisles, areaM2 } = alignedColumns(rows, how.cutting);
  return { frame, rows, placed, aisles, areaM2 };
}

/** Building that rows could hold before aisles go through: what a direction promises, at a tenth of the time. */
export const promiseOf = (frame: Frame, how: Arrangement): number =>
  bestRows(frame, how.depthsM, how.rowGapM, how.cutting).areaM2;

/** Corners against the clock, back on the plane of the site. */
export const ringOf = (frame: Frame, { x0, x1, y0, y1 }: Omit<Placed, 'row'>): Ring =>
  (
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const
  ).map((corner) => frame.back(corner));
