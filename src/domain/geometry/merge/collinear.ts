import type { Shape, Ring } from '../edit/frame.ts';
import { ringArea } from '../edit/shapes.ts';
import type { Position } from '../columns/layer.ts';

/** A vertex carries nothing when the triangle it makes with its neighbours is less than this share of its ring. */
const NEGLIGIBLE_SHARE = 1e-10;
const FEWEST_VERTICES = 3;

/** The shape without those vertices among `candidates` at which the boundary does not bend. */
export function withoutCollinear(
  shape: Shape,
  candidate: (p: Position) => boolean,
): { shape: Shape; dropped: Position[] } {
  const dropped: Position[] = [];
  const straightened = (ring: Ring): Ring => {
    const kept = [...ring];
    const limit = NEGLIGIBLE_SHARE * Math.abs(ringArea(ring));
    for (let i = 0; i < kept.length && kept.length > FEWEST_VERTICES;) {
      const [a, p, b] = [kept.at(i - 1)!, kept[i], kept[(i + 1) % kept.length]];
      const onwards = (p[0] - a[0]) * (b[0] - p[0]) + (p[1] - a[1]) * (b[1] - p[1]) > 0;
      if (!candidate(p) || !onwards || Math.abs(ringArea([a, p, b])) > limit) i++;
      else dropped.push(...kept.splice(i, 1));
    }
    return kept;
  };
  return { shape: shape.map((rings) => rings.map(straightened)), dropped };
}
