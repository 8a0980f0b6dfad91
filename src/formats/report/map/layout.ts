import type { FrameSize } from '../../../domain/land/sheets/map-frames.ts';
import { drawingSize, type Paper } from '../paper.ts';

/* Where things stand on a map sheet, mm: the title above, the map in its frame with the figures of the grid, the block below. */

export const TITLE_MM = 12;
/** Beside the map, for northings. */
export const BAND_MM = 11;
/** Above and below it, for eastings. */
export const TICK_MM = 5;
export const BLOCK_MM = 31;

/** How large the map itself is on a paper. */
export function mapSize(paper: Paper): FrameSize {
  const { width, height } = drawingSize(paper);
  return { width: width - 2 * BAND_MM, height: height - TITLE_MM - 2 * TICK_MM - BLOCK_MM };
}

/** The same of the paper as it lies, and turned. */
export const mapSizes = (paper: Paper): { readonly size: FrameSize; readonly turned: FrameSize } => ({
  size: mapSize(paper),
  turned: mapSize({ ...paper, isLying: !paper.isLying }),
});
