import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Boundary, Numbered, RecordRef, Spot } from './contract.ts';
import { apart, offLine, type Line } from './vectors.ts';

/** A vertex of a record. */
export type VertexRef = RecordRef & Spot & Numbered;

/** An edge, and whose vertices its ends are; null for what is being drawn. */
export interface Edge {
  readonly line: Line;
  readonly start: VertexRef | null;
  readonly end: VertexRef | null;
}

/** Edges of a path that is being drawn. */
export const edgesOfPath = (points: readonly Position[]): Edge[] =>
  points.slice(1).map((to, i) => ({ line: [points[i], to], start: null, end: null }));

/** Edges that need not be looked at: those that move with what is in hand. */
export type Skip = (boundary: Boundary, spot: Spot, next: number) => boolean;

export interface Nearby {
  /** Within the tolerance of the place. */
  readonly near: readonly Edge[];
  /** With an end within reach: they may be extended to the place. */
  readonly around: readonly Edge[];
}

/** So many edges at one place are looked at, the nearest first: more are a map too small to draw on. */
const MOST_EDGES = 64;

export function edgesNear(
  boundaries: readonly Boundary[],
  at: Position,
  toleranceM: number,
  reachM: number,
  skip: Skip = () => false,
): Nearby {
  const near: { edge: Edge; off: number }[] = [];
  const around: { edge: Edge; off: number }[] = [];
  for (const boundary of boundaries)
    eachEdge(boundary, at, Math.max(toleranceM, reachM), (line, spot, next, numbers) => {
      if (skip(boundary, spot, next)) return;
      const off = offLine(line, at);
      const far = Math.min(apart(line[0], at), apart(line[1], at));
      if (off > toleranceM && far > reachM) return;
      const edge = edgeOf(boundary, line, spot, next, numbers);
      if (off <= toleranceM) near.push({ edge, off });
      if (far <= reachM) around.push({ edge, off: far });
    });
  return { near: nearest(near), around: nearest(around) };
}

/** Edges whose box comes within reach of the place, with the numbers of their ends from 1. */
function eachEdge(
  { shape }: Boundary,
  [x, y]: Position,
  reachM: number,
  visit: (line: Line, spot: Spot, next: number, numbers: readonly [number, number]) => void,
): void {
  let before = 1;
  shape.forEach((rings, part) =>
    rings.forEach((ring, r) => {
      for (let vertex = 0; vertex < ring.length; vertex++) {
        const next = vertex + 1 === ring.length ? 0 : vertex + 1;
        const [a, b] = [ring[vertex], ring[next]];
        if (a[0] > x + reachM && b[0] > x + reachM) continue;
        if (a[0] < x - reachM && b[0] < x - reachM) continue;
        if (a[1] > y + reachM && b[1] > y + reachM) continue;
        if (a[1] < y - reachM && b[1] < y - reachM) continue;
        visit([a, b], { part, ring: r, vertex }, next, [before + vertex, before + next]);
      }
      before += ring.length;
    }),
  );
}

function edgeOf(
  { table, key }: RecordRef,
  line: Line,
  { part, ring, vertex }: Spot,
  next: number,
  [first, second]: readonly [number, number],
): Edge {
  const own = { table, key, part, ring };
  return { line, start: { ...own, vertex, number: first }, end: { ...own, vertex: next, number: second } };
}

const nearest = (found: { edge: Edge; off: number }[]): Edge[] =>
  (found.length > MOST_EDGES ? found.sort((p, q) => p.off - q.off).slice(0, MOST_EDGES) : found).map(
    ({ edge }) => edge,
  );
