/*
 * A drawing on paper as data, in millimetres from its upper left corner, y down: the same for a page, which draws it as SVG,
 * and for Word, which gets it as shapes of its own. What stands here is cut to the drawing already: no writer has to clip.
 */

export type Point = readonly [x: number, y: number];

export interface Line {
  /** `#RRGGBB` */
  readonly colour: string;
  readonly mm: number;
  readonly isDashed?: boolean;
}

export type Mark =
  /** Closed rings, none repeating its first point; what two of them enclose is left out 孔. */
  | { readonly is: 'area'; readonly rings: readonly (readonly Point[])[]; readonly fill?: string; readonly line?: Line }
  | { readonly is: 'lines'; readonly lines: readonly (readonly Point[])[]; readonly line: Line }
  | { readonly is: 'circle'; readonly at: Point; readonly radius: number; readonly fill?: string; readonly line?: Line }
  | DrawnText;

export interface DrawnText {
  readonly is: 'text';
  readonly text: string;
  /** On the middle of its height; left end, middle or right end by `align`. */
  readonly at: Point;
  readonly align: 'left' | 'middle' | 'right';
  /** Height of letters, mm: that of the em. */
  readonly mm: number;
  readonly colour: string;
  readonly isBold?: boolean;
  /** Paper shows around the letters, where they stand on lines. */
  readonly hasHalo?: boolean;
}

export interface Drawing {
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly about: string;
  /** As large as its sheet without margins: wider than high, the sheet lies. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** How wide a text is at most, mm: a Chinese character is a square, others are six tenths of one. */
export const textWidth = (text: string, mm: number): number =>
  [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 1 : 0.6), 0) * mm;
