import type { Mark, Point } from '../drawing.ts';

/** Marks that were drawn from a corner of their own. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  const to = ([x, y]: Point): Point => [x + dx, y + dy];
  return marks.map((mark): Mark => {
    if (mark.is === 'area') return { ...mark, rings: mark.rings.map((ring) => ring.map(to)) };
    if (mark.is === 'lines') return { ...mark, lines: mark.lines.map((line) => line.map(to)) };
    return { ...mark, at: to(mark.at) };
  });
}
