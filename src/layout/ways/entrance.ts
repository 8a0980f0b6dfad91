import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { LayoutSite, Point } from '../shape/site.ts';

/** The point of the boundary where one enters, and the edge it lies on. */
export interface Entrance {
  readonly at: Point;
  readonly edge: readonly [Point, Point];
}

export const directionOf = ({ edge: [[ax, ay], [bx, by]] }: Entrance): number => Math.atan2(by - ay, bx - ax);

/** On a shorter edge a road has no room: one with room is entered instead that is no farther off, metres. */
const LEAST_EDGE_M = 12;

/**
 * Of the outer boundary's edges the one nearest the wish, or the longest, entered at its middle: no street leads to a hole.
 * @param site canonical: holes run with the clock
 */
export function entranceOf({ rings, entrance: wish }: LayoutSite): Entrance {
  const outer = rings.filter((ring) => ringArea(ring) > 0);
  const edges = outer.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]] as const));
  const entered = edges.map(([a, b]) => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const along = wish ? ((wish[0] - a[0]) * dx + (wish[1] - a[1]) * dy) / (dx * dx + dy * dy) : 0.5;
    // A road keeps off the corners.
    const corner = Math.min(0.5, LEAST_EDGE_M / 2 / Math.hypot(dx, dy));
    const t = Math.max(corner, Math.min(1 - corner, along));
    const at: Point = [a[0] + t * dx, a[1] + t * dy];
    return {
      at,
      edge: [a, b] as const,
      rank: wish
        ? Math.hypot(at[0] - wish[0], at[1] - wish[1]) + (Math.hypot(dx, dy) < LEAST_EDGE_M ? LEAST_EDGE_M : 0)
        : -Math.hypot(dx, dy),
    };
  });
  return entered.reduce((best, one) => (one.rank < best.rank - 1e-6 ? one : best));
}
