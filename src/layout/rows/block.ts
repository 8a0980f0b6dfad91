import type { RowLand } from './row-land.ts';
import { bestRows, type Row, type RowWishes } from './rows.ts';
import { alignedColumns, rowByRow, type Placed } from './columns.ts';
import type { Frame } from '../land/frame.ts';
import type { Rectangle } from '../land/strip.ts';
import type { Ring } from '../shape/site.ts';

/** How buildings of one layout stand: direction, depths, what they keep from one another. */
export interface Arrangement extends RowWishes {
  readonly angleRad: number;
  /** Aisles go straight through all rows. */
  readonly aligned: boolean;
}

/** Rows of one direction with aisles, on the land that obstacles leave. */
export interface Block {
  readonly frame: Frame;
  readonly rows: readonly Row[];
  readonly placed: readonly Placed[];
  /** x of those that go through all rows. */
  readonly aisles: readonly number[];
  readonly areaM2: number;
}

/**
 * @param land the site turned to the direction
 * @param taken ground of its frame that is kept clear, as of a road
 */
export function blockOf(land: RowLand, how: Arrangement, taken: readonly Rectangle[]): Block {
  const { rows } = bestRows(land, how, taken);
  const columns = how.aligned ? alignedColumns(rows, how.cutting) : rowByRow(rows, how.cutting);
  return { frame: land.frame, rows, ...columns };
}

/** Building that rows could hold before aisles go through: what a direction promises, at a tenth of the time. */
export const promiseOf = (land: RowLand, how: Arrangement): number => bestRows(land, how, []).worthM2;

/** Corners against the clock, back on the plane of the site. */
export const ringOf = (frame: Frame, { x0, x1, y0, y1 }: Rectangle): Ring =>
  (
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const
  ).map((corner) => frame.back(corner));
