import type { MultiPolygon, Position } from 'geojson';

/** On which side of a line from one place to another a third lies. */
const isLeft = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): boolean =>
  (bx - ax) * (y - ay) > (by - ay) * (x - ax);

/** How far along a line it crosses an edge, from 0 to 1; none where it does not. */
function crossing(from: Position, to: Position, a: Position, b: Position): number[] {
  if (isLeft(from, to, a) === isLeft(from, to, b)) return [];
  const [dx, dy, ex, ey] = [to[0] - from[0], to[1] - from[1], b[0] - a[0], b[1] - a[1]];
  const along = ((a[0] - from[0]) * ey - (a[1] - from[1]) * ex) / (dx * ey - dy * ex);
  return along > 0 && along < 1 ? [along] : [];
}

/** Of the line between two places in these areas the pieces that lie outside of them. */
export function outside(from: Position, to: Position, { coordinates }: MultiPolygon): Position[][] {
  const along = coordinates.flat().flatMap((ring) => ring.slice(1).flatMap((b, i) => crossing(from, to, ring[i], b)));
  along.sort((a, b) => a - b);
  const at = (t: number): Position => [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
  // Each crossing leads out, the next one in again.
  return along.flatMap((t, i) => (i % 2 === 0 ? [[at(t), at(along[i + 1] ?? 1)]] : []));
}
