import type { Point, Ring } from '../shape/site.ts';
import { edgeName, edgesOf, type PlateGrid } from './grid.ts';

type Edge = readonly [Point, Point];
const pointName = ([x, y]: Point): string => `${x} ${y}`;
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);

/** Angle to the left from one edge to the next, −π to π. */
function angle([a, b]: Edge, [, c]: Edge): number {
  const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  return Math.atan2(turn(a, b, c), dot);
}

/**
 * What cells come to together: outer rings counterclockwise, holes clockwise. Edges that two of them have go; the others are
 * followed, keeping left where cells touch at a corner alone.
 */
export function outlineOf(grid: PlateGrid, cells: readonly number[]): Ring[] {
  const edges = new Map<string, Edge>();
  for (const cell of cells)
    for (const edge of edgesOf(grid.cells[cell].ring))
      if (!edges.delete(edgeName(edge[1], edge[0]))) edges.set(edgeName(...edge), edge);
  const from = new Map<string, Edge[]>();
  for (const edge of edges.values()) from.set(pointName(edge[0]), [...(from.get(pointName(edge[0])) ?? []), edge]);
  const rings: Ring[] = [];
  const left = new Set(edges.values());
  for (const first of edges.values()) {
    if (!left.has(first)) continue;
    const points: Point[] = [];
    for (let edge: Edge | undefined = first; edge && left.delete(edge);) {
      points.push(edge[0]);
      const own: Edge = edge;
      edge = (from.get(pointName(own[1])) ?? [])
        .filter((next) => left.has(next) || next === first)
        .sort((a, b) => angle(own, b) - angle(own, a))[0];
    }
    rings.push(withoutStraight(points));
  }
  return rings;
}

/** A point on the straight between its neighbours says nothing; a hair of 1e-9 m is straight. */
function withoutStraight(points: readonly Point[]): Ring {
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const before = kept.at(-1) ?? points.at(-1)!;
    const after = points[(i + 1) % points.length];
    const long = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    if (Math.abs(turn(before, point, after)) > 1e-9 * long) kept.push(point);
  });
  return kept;
}
