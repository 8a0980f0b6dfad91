import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { Metres } from '../../domain/quantity/units.ts';

type Point = readonly [x: number, y: number];

const DEGREE_M = 111_320;

/** How far two shapes are from each other, near enough to be said in words: edge to edge on a plane about the first point. */
export function metresApart(a: MultiPolygon, b: MultiPolygon): Metres {
  const [[lon, lat]] = a[0][0];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const onPlane = (shape: MultiPolygon): readonly (readonly Point[])[] =>
    shape.flat().map((ring) => ring.map(([x, y]): Point => [(x - lon) * DEGREE_M * shrink, (y - lat) * DEGREE_M]));
  const [first, second] = [onPlane(a), onPlane(b)];
  return Math.sqrt(Math.min(nearest(first, second), nearest(second, first)));
}

/** Of the points of one to the edges of the other, squared. */
function nearest(points: readonly (readonly Point[])[], rings: readonly (readonly Point[])[]): number {
  let least = Infinity;
  for (const point of points.flat())
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) least = Math.min(least, toEdge(point, ring[i - 1], ring[i]));
  return least;
}

function toEdge([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2;
}
