import type { Point } from '../drawing.ts';
import { clippedLine } from './clip.ts';

/** How far a text with what belongs to it reaches from its point, mm. */
export interface Reach {
  readonly up: number;
  readonly down: number;
  readonly aside: number;
}

/** Rings, the first point of each not repeated. */
type Rings = readonly (readonly Point[])[];

/** mm between places that are tried, and so many of them to each side. */
const STEP = 2;
const STEPS = 20;

/** Places by their distance from where a text would stand, no further off than it is looked for there. */
const AROUND: readonly Point[] = Array.from({ length: (2 * STEPS + 1) ** 2 }, (_, n): Point => {
  const across = 2 * STEPS + 1;
  return [((n % across) - STEPS) * STEP, (Math.floor(n / across) - STEPS) * STEP];
}).toSorted(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by));

/** Of places on the land the one nearest to `at` where what reaches so far stands on no building, whole on the land; null where there is none. */
export function freeGround(land: Rings, built: Rings, [x, y]: Point, reach: Reach): Point | null {
  const [landEdges, builtEdges] = [land.map(edgeOf), built.map(edgeOf)];
  const move = AROUND.find(([dx, dy]) => {
    const corner: Point = [x + dx - reach.aside, y + dy - reach.up];
    const middle: Point = [x + dx, y + dy];
    const isMet = (edges: readonly Edge[]) => edges.some((edge) => isStruck(edge, corner, reach));
    return isWithin(land, middle) && !isWithin(built, middle) && !isMet(landEdges) && !isMet(builtEdges);
  });
  return move ? [x + move[0], y + move[1]] : null;
}

interface Edge {
  /** Closed. */
  readonly line: readonly Point[];
  readonly from: Point;
  readonly to: Point;
}

function edgeOf(ring: readonly Point[]): Edge {
  const span = (axis: 0 | 1) => ring.map((at) => at[axis]);
  return {
    line: [...ring, ring[0]],
    from: [Math.min(...span(0)), Math.min(...span(1))],
    to: [Math.max(...span(0)), Math.max(...span(1))],
  };
}

function isStruck({ line, from, to }: Edge, [left, top]: Point, { up, down, aside }: Reach): boolean {
  const [width, height] = [2 * aside, up + down];
  if (from[0] > left + width || to[0] < left || from[1] > top + height || to[1] < top) return false;
  return clippedLine(line.map(([x, y]): Point => [x - left, y - top]), { width, height }).length > 0; // prettier-ignore
}

/** Even and odd: in a hole a place is outside. */
function isWithin(rings: Rings, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [n, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(n + 1) % ring.length];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}
