import type { Point, Plot } from './lines.ts';

export interface PlotRings {
  readonly rings: readonly (readonly Point[])[];
  /** Number of rings that did not return to their first point. */
  readonly open: number;
  readonly lastOpen: boolean;
  /** Closing points that bear another 圈号 than their ring. */
  readonly strayClosings: readonly Point[];
}

const same = (a: Point, b: Point): boolean => a.pair[0] === b.pair[0] && a.pair[1] === b.pair[1];
const isClosed = (ring: readonly Point[]): boolean => ring.length > 3 && same(ring[0], ring[ring.length - 1]);

/** A point alone in a 圈号 of its own, where the ring before it began: it closes that ring, and its number is a slip. */
const isStrayClosing = (point: Point, next: Point | undefined, before: readonly Point[]): boolean =>
  point.ring !== before[0].ring && next?.ring !== point.ring && before.length >= 3 && !isClosed(before) && same(point, before[0]); // prettier-ignore

/**
 * The points of a plot as rings: a new one begins where the ring number 圈号 changes, and after a closed ring where the
 * point names begin again.
 */
export function plotRingsOf({ points }: Plot): PlotRings {
  const rings: Point[][] = [];
  const strayClosings: Point[] = [];
  let current: Point[] = [];
  for (const [p, point] of points.entries()) {
    const stray = current.length > 0 && isStrayClosing(point, points[p + 1], current);
    if (stray) strayClosings.push(point);
    const begins =
      current.length === 0 ||
      (point.ring !== current[0].ring && !stray) ||
      (isClosed(current) && point.name === current[0].name);
    if (begins) {
      current = [point];
      rings.push(current);
    } else current.push(point);
  }
  const open = rings.filter((ring) => !isClosed(ring));
  const lastOpen = open.length > 0 && open[open.length - 1] === current;
  return { rings, open: open.length, lastOpen, strayClosings };
}
