import type { Point, Size } from './view.ts';

export interface Label extends Point {
  readonly key: string;
  readonly text: string;
  /** Height of its letters, px. */
  readonly px: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room a text takes: Chinese letters are as wide as high, others a little more than half. */
const widthOf = ({ text, px }: Label): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? px : px * 0.58), 0);

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Labels that fit, in the order they were given: none over another or over a mark, none cut at an edge. `x`, `y` is the
 * middle of its foot.
 */
export function labelsThatFit(labels: readonly Label[], marks: readonly Point[], size: Size): Label[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 }));
  return labels.filter((label) => {
    const half = widthOf(label) / 2 + 2;
    const box = { left: label.x - half, right: label.x + half, top: label.y - label.px, bottom: label.y + 4 };
    const isInside = box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
    if (!isInside || taken.some((other) => meets(other, box))) return false;
    taken.push(box);
    return true;
  });
}
