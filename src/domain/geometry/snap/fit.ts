import { keyOf, type Shape } from '../edit/frame.ts';
import { boxOf } from '../edit/shapes.ts';
import { alongEdge, offEdge, withVertices } from '../edit/insertions.ts';
import type { Metres } from '../../quantity/units.ts';
import type { Position } from '../columns/layer.ts';

/** Where vertices go, by their place before. */
export interface Fit {
  readonly moves: ReadonlyMap<string, Position>;
  /** Vertices that came to lie on an edge, where the fixed side has none yet. */
  readonly feet: readonly Position[];
}

/**
 * Moves for the vertices of a shape that lie within the tolerance of fixed ones: onto the nearest vertex, else onto the
 * nearest edge. It depends on each vertex alone, so features that share a vertex move it alike. `held` vertices stay.
 */
export function fitOnto(
  shape: Shape,
  fixed: readonly Shape[],
  toleranceM: Metres,
  held: (key: string) => boolean = () => false,
): Fit {
  const edges = edgesNear(shape, fixed, toleranceM);
  const vertices = new Map(edges.flat().map((p) => [keyOf(p), p]));
  const moves = new Map<string, Position>();
  const feet = new Map<string, Position>();
  for (const p of shape.flat(2)) {
    const key = keyOf(p);
    if (vertices.has(key) || moves.has(key) || held(key)) continue;
    const vertex = nearestVertex(p, vertices.values(), toleranceM);
    const foot = vertex ? null : nearestFoot(p, edges, toleranceM);
    if (vertex) moves.set(key, vertex);
    else if (foot) {
      feet.set(keyOf(foot), foot);
      if (keyOf(foot) !== key) moves.set(key, foot);
    }
  }
  return { moves, feet: [...feet.values()] };
}

/** The shape after the moves, and with the fixed vertices that lie within the tolerance of its edges put into them. */
export function fitted(
  shape: Shape,
  moves: ReadonlyMap<string, Position>,
  fixed: readonly Shape[],
  toleranceM: Metres,
): Shape {
  const moved = movedShape(shape, moves);
  const vertices = new Map(
    edgesNear(moved, fixed, toleranceM)
      .flat()
      .map((p) => [keyOf(p), p]),
  );
  return withVertices(moved, [...vertices.values()], toleranceM).shape;
}

/** Every vertex where it goes, repeats that follow each other once, rings that shrank to nothing left out. */
export function movedShape(shape: Shape, moves: ReadonlyMap<string, Position>): Shape {
  return shape
    .map((rings) =>
      rings.map((ring) => {
        const moved = ring.map((p) => moves.get(keyOf(p)) ?? p);
        return moved.filter((p, i) => keyOf(p) !== keyOf(moved.at(i - 1)!));
      }),
    )
    .filter((rings) => rings.length > 0 && rings[0].length > 2)
    .map((rings) => rings.filter((ring) => ring.length > 2));
}

/** The fixed edges whose box comes within the tolerance of the shape's: a township has thousands, a parcel meets few. */
function edgesNear(shape: Shape, fixed: readonly Shape[], toleranceM: Metres): (readonly [Position, Position])[] {
  const [w, s, e, n] = boxOf(shape);
  const found: (readonly [Position, Position])[] = [];
  for (const ring of fixed.flat(2))
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      if (Math.max(a[0], b[0]) < w - toleranceM || Math.min(a[0], b[0]) > e + toleranceM) return;
      if (Math.max(a[1], b[1]) < s - toleranceM || Math.min(a[1], b[1]) > n + toleranceM) return;
      found.push([a, b]);
    });
  return found;
}

function nearestVertex(p: Position, vertices: Iterable<Position>, within: number): Position | null {
  let best: Position | null = null;
  let nearest = within;
  for (const v of vertices) {
    const distance = Math.hypot(v[0] - p[0], v[1] - p[1]);
    if (distance > nearest || (best && distance === nearest)) continue;
    nearest = distance;
    best = v;
  }
  return best;
}

function nearestFoot(p: Position, edges: readonly (readonly [Position, Position])[], within: number): Position | null {
  let best: Position | null = null;
  let nearest = within;
  for (const [a, b] of edges) {
    const distance = offEdge(a, b, p);
    if (distance > nearest || (best && distance === nearest)) continue;
    nearest = distance;
    const t = alongEdge(a, b, p);
    best = distance === 0 ? p : [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  }
  return best;
}
