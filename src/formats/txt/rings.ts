import type { Point, Plot } from './lines.ts';

export interface PlotRings {
  readonly rings: readonly (readonly Point[])[];
  /** Number of rings that did not return to their first point. */
  readonly open: number;
  readonly lastOpen: boolean;
}

const same = (a: Point, b: Point): boolean => a.pair[0] === b.pair[0] && a.pair[1] === b.pair[1];
const isClosed = (ring: readonly Point[]): boolean => ring.length > 3 && same(ring[0], ring[ring.length - 1]);

/**
 * The points of a plot as rings: a new one begins where the ring number 圈号 changes, and after a closed ring where the
 * point names begin again.
 */
export function ringsOf({ points }: Plot): PlotRings {
  const rings: Point[][] = [];
  let current: Point[] = [];
  for (const point of points) {
    const begins =
      current.length === 0 || point.ring !== current[0].ring || (isClosed(current) && point.name === current[0].name);
    if (begins) {
      current = [point];
      rings.push(current);
    } else current.push(point);
  }
  const open = rings.filter((ring) => !isClosed(ring));
  return { rings, open: open.length, lastOpen: open.length > 0 && open[open.length - 1] === current };
}
