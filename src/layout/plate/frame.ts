import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Point, Ring } from '../shape/site.ts';
import { lattice } from './lines.ts';

/** Edges that differ by less count as equally long: a rectangle's are told apart by their order alone. */
const SAME_M = 0.001;

/**
 * A plate in its own frame, counterclockwise: its first corner is the origin and its longest edge (of several the first) the direction u.
 * A plan in it stays with a building that is moved or turned. `outline`: a simple ring, without its closing point, in metres of any plane.
 */
export function framedPlate(outline: Ring): Ring {
  const [x0, y0] = outline[0];
  const edges = outline.map(([x, y], i): Point => {
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    return [nextX - x, nextY - y];
  });
  const longest = edges.reduce((best, own) => (Math.hypot(...own) > Math.hypot(...best) + SAME_M ? own : best));
  const length = Math.hypot(...longest);
  const [cos, sin] = [longest[0] / length, longest[1] / length];
  const local = outline.map(([x, y]): Point => {
    const [dx, dy] = [x - x0, y - y0];
    return [lattice(dx * cos + dy * sin), lattice(dy * cos - dx * sin)];
  });
  return ringArea(local) < 0 ? [local[0], ...local.slice(1).toReversed()] : local;
}
