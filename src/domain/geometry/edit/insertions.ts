import type { Position } from '../columns/layer.ts';
import { boundsOf } from '../plane/project.ts';
import { hasGeometry, keyOf, storedArea, storedFeature, planeOf, type Frame, type Ring, type Shape } from './frame.ts';
import type { NeighbourInsertion } from './proposal.ts';

/** Degrees around a box within which a neighbour may share a border: more than any reach in metres here. */
const SLACK_DEGREES = 1e-5;

/** Rows of the frame's layer other than `rows` whose box comes near theirs. */
export function neighboursOf({ layer }: Frame, rows: readonly number[]): number[] {
  const boxes = rows.map((f) => boundsOf(layer, f));
  const found: number[] = [];
  for (let g = 0; g < layer.size; g++) {
    if (rows.includes(g) || !hasGeometry(layer, g)) continue;
    const [w, s, e, n] = boundsOf(layer, g);
    const s0 = SLACK_DEGREES;
    if (boxes.some((b) => w <= b[2] + s0 && e >= b[0] - s0 && s <= b[3] + s0 && n >= b[1] - s0)) found.push(g);
  }
  return found;
}

/**
 * The neighbours on whose border the new vertices lie (within `reachM`) get them as well. `decimals` as for the rest
 * of the edit, so that both sides store the same numbers.
 */
export function neighbourInsertions(
  frame: Frame,
  rows: readonly number[],
  vertices: readonly Position[],
  reachM: number,
  decimals?: number,
): NeighbourInsertion[] {
  const found: NeighbourInsertion[] = [];
  if (vertices.length === 0) return found;
  for (const g of neighboursOf(frame, rows)) {
    const { shape, inserted } = withVertices(frame.read(g), vertices, reachM);
    if (inserted.length === 0) continue;
    const [before, after] = [storedFeature(frame.layer, g), frame.write(shape, decimals)];
    const crs = planeOf(frame.layer, g);
    found.push({
      feature: g,
      before,
      after,
      areaBeforeM2: storedArea(frame.layer, before, crs),
      areaAfterM2: storedArea(frame.layer, after, crs),
      inserted: inserted.map((p) => frame.store(p, decimals)),
    });
  }
  return found;
}

/**
 * The shape with those vertices put into its edges that lie on them, and which ones were. A vertex goes into the
 * nearest edge of each ring and no other: at a corner it may be near two, and twice in a ring it would break it.
 */
export function withVertices(
  shape: Shape,
  vertices: readonly Position[],
  reachM: number,
): { shape: Shape; inserted: Position[] } {
  const inserted = new Map<string, Position>();
  const result = shape.map((rings) =>
    rings.map((ring): Ring => {
      const own = new Set(ring.map(keyOf));
      const byEdge = new Map<number, { v: Position; t: number }[]>();
      for (const v of vertices) {
        const edge = own.has(keyOf(v)) ? -1 : nearestEdge(ring, v, reachM);
        if (edge < 0) continue;
        const here = byEdge.get(edge) ?? [];
        here.push({ v, t: alongEdge(ring[edge], ring[(edge + 1) % ring.length], v) });
        byEdge.set(edge, here);
        inserted.set(keyOf(v), v);
      }
      if (byEdge.size === 0) return ring;
      return ring.flatMap((a, i) => [a, ...(byEdge.get(i) ?? []).sort((p, q) => p.t - q.t).map(({ v }) => v)]);
    }),
  );
  return { shape: result, inserted: [...inserted.values()] };
}

/** The edge of a ring a vertex lies nearest to and within reach of, the first of equals; −1 where there is none. */
function nearestEdge(ring: Ring, v: Position, reachM: number): number {
  let nearest = -1;
  let least = reachM;
  for (let i = 0; i < ring.length; i++) {
    const distance = offEdge(ring[i], ring[(i + 1) % ring.length], v);
    if (distance > least || (nearest >= 0 && distance === least)) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}

/** 0 at a, 1 at b. */
export function alongEdge(a: Position, b: Position, p: Position): number {
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]];
  const squared = vx * vx + vy * vy;
  return squared === 0 ? 0 : (vx * (p[0] - a[0]) + vy * (p[1] - a[1])) / squared;
}

/** Metres from p to the line between a and b; ∞ where p does not lie beside it. */
export function offEdge(a: Position, b: Position, p: Position): number {
  const t = alongEdge(a, b, p);
  if (!(t > 0 && t < 1)) return Infinity;
  return Math.hypot(a[0] + t * (b[0] - a[0]) - p[0], a[1] + t * (b[1] - a[1]) - p[1]);
}
