import { clusters } from '../columns/clusters.ts';
import type { Position } from '../columns/layer.ts';
import { orient } from '../lines/orient.ts';
import type { Graph, GraphEdge } from './noding.ts';

/**
 * The boundaries of the faces of a graph. Half-edge 2e runs along edge e from a to b, 2e + 1 back; the face of a loop
 * lies left of it.
 */
export interface Loops {
  /** Loop of every half-edge. */
  readonly of: Int32Array;
  readonly loops: readonly Loop[];
  /** Connected components in the order of their first point; `outer` is the loop of the face around it. */
  readonly components: readonly { readonly outer: number; readonly first: number }[];
}

interface Loop {
  /** Points in order, the first not repeated. */
  readonly path: readonly number[];
  readonly component: number;
  /** Twice its area: positive counter-clockwise. */
  readonly twice: number;
}

const startOf = (edges: readonly GraphEdge[], h: number): number => (h & 1 ? edges[h >> 1].b : edges[h >> 1].a);

/** Traces every face boundary; which edge comes next around a point is decided exactly. */
export function traceLoops(graph: Pick<Graph, 'points' | 'edges'>): Loops {
  const { points, edges } = graph;
  const around = halfEdgesAround(graph);
  const next = nextHalfEdges(edges, around);
  const groups = clusters(
    points.length,
    edges.map(({ a, b }) => [a, b] as const),
  ).filter((group) => around[group[0]].length > 0);
  const componentOf = new Int32Array(points.length).fill(-1);
  groups.forEach((group, c) => group.forEach((p) => (componentOf[p] = c)));
  const of = new Int32Array(2 * edges.length).fill(-1);
  const loops: Loop[] = [];
  for (let start = 0; start < of.length; start++) {
    if (of[start] >= 0) continue;
    const path: number[] = [];
    for (let h = start; of[h] < 0; h = next[h]) {
      of[h] = loops.length;
      path.push(startOf(edges, h));
    }
    loops.push({ path, component: componentOf[path[0]], twice: twiceArea(path, points) });
  }
  const components = groups.map((group) => {
    const first = group.reduce((p, q) => (before(points[q], points[p]) ? q : p));
    // All edges of the westernmost point leave eastwards: left of the last one, counter-clockwise, is the outside.
    const last = around[first].reduce((p, q) => (turnsLeft(points, edges, first, p, q) ? q : p));
    return { first, outer: of[last] };
  });
  return { of, loops, components };
}

const before = (p: Position, q: Position): boolean => p[0] < q[0] || (p[0] === q[0] && p[1] < q[1]);

function turnsLeft(points: readonly Position[], edges: readonly GraphEdge[], o: number, p: number, q: number): boolean {
  const [a, b] = [points[startOf(edges, p ^ 1)], points[startOf(edges, q ^ 1)]];
  return orient(points[o][0], points[o][1], a[0], a[1], b[0], b[1]) > 0;
}

/** The half-edges that leave each point, counter-clockwise. */
function halfEdgesAround({ points, edges }: Pick<Graph, 'points' | 'edges'>): number[][] {
  const around: number[][] = points.map(() => []);
  for (let h = 0; h < 2 * edges.length; h++) around[startOf(edges, h)].push(h);
  around.forEach((list, o) => {
    const [ox, oy] = points[o];
    const upper = (h: number) => {
      const [x, y] = points[startOf(edges, h ^ 1)];
      return y > oy || (y === oy && x > ox) ? 0 : 1;
    };
    list.sort((p, q) => upper(p) - upper(q) || (turnsLeft(points, edges, o, p, q) ? -1 : 1));
  });
  return around;
}

/** What follows a half-edge on the boundary of the face to its left: the nearest one clockwise from the way back. */
function nextHalfEdges(edges: readonly GraphEdge[], around: readonly (readonly number[])[]): Int32Array {
  const next = new Int32Array(2 * edges.length);
  for (const list of around) list.forEach((h, i) => (next[h ^ 1] = list[(i + list.length - 1) % list.length]));
  return next;
}

export function twiceArea(path: readonly number[], points: readonly Position[]): number {
  const [x0, y0] = points[path[0]];
  let twice = 0;
  path.forEach((p, i) => {
    const [x, y] = points[p];
    const [xn, yn] = points[path[(i + 1) % path.length]];
    twice += (x - x0) * (yn - y0) - (xn - x0) * (y - y0);
  });
  return twice;
}

/** Whether the edge passes strictly below the point (its western end included, its eastern not); exact. */
export function passesBelow(a: Position, b: Position, [x, y]: Position): boolean {
  if (a[0] <= x === b[0] <= x) return false;
  const [west, east] = a[0] < b[0] ? [a, b] : [b, a];
  return orient(west[0], west[1], east[0], east[1], x, y) > 0;
}
