import type { FrameSize } from '../../domain/land/sheets/map-frames.ts';

/** A sheet of paper, and which way it lies. */
export interface Paper {
  readonly size: 'A3' | 'A4';
  readonly isLying: boolean;
}

/** mm, upright. */
const SIZES = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const;
/** mm round a map sheet. */
export const SHEET_MARGIN = 10;
/** mm that a text takes below the one picture of its page. */
const TEXT_ROOM = 4;

/** Of the sheet as it lies, mm. */
export function paperSize({ size, isLying }: Paper): FrameSize {
  const { width, height } = SIZES[size];
  return isLying ? { width: height, height: width } : { width, height };
}

/** What a drawing has of it, mm. */
export function drawingSize(paper: Paper): FrameSize {
  const { width, height } = paperSize(paper);
  return { width: width - 2 * SHEET_MARGIN, height: height - 2 * SHEET_MARGIN - TEXT_ROOM };
}
