import Flatbush from 'flatbush';
import type { Position } from '../columns/layer.ts';
import { orient } from '../lines/orient.ts';
import { PointSet } from './points.ts';

/** A straight piece of boundary of `owner` (0, 1, …), or of a cutting line (`CUT`). Metres. */
export interface Stroke {
  readonly a: Position;
  readonly b: Position;
  readonly owner: number;
}
export const CUT = -1;

/** Straight lines that meet in their ends only. */
export interface Graph {
  readonly points: readonly Position[];
  /** Points below this number came with the strokes; the others are crossings. */
  readonly given: number;
  readonly edges: readonly GraphEdge[];
}

export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  /** Who is inside on one side of it and outside on the other; ascending. */
  readonly owners: readonly number[];
  readonly cut: boolean;
}

/** A crossing this near to a point is that point: far above the rounding, far below what moves an area. Metres. */
const SAME_POINT_M = 1e-9;
/** Farther off a line than rounding can put a point that is on it, 1000 km from the origin. Metres. */
const CLEARLY_M = 1e-6;
/** Bending a line onto a near point may make it cross another; each round mends what the last one made. */
const MOST_ROUNDS = 40;

type Piece = readonly [from: number, to: number, owner: number];

/** How far lines bend to meet a point beside them, metres; boundaries little, for they carry the area. */
export interface Reach {
  readonly border: number;
  readonly cut: number;
}

/**
 * Cuts the strokes wherever they meet: at crossings, and at points that lie on them or within reach (the line is
 * then bent through the point; no given point ever moves). Strokes of one owner that lie on each other cancel in
 * pairs, which is the even–odd rule. Null where lines are so tangled that no end is in sight.
 */
export function nodeStrokes(strokes: readonly Stroke[], reach: Reach): Graph | null {
  const points = new PointSet(SAME_POINT_M);
  let pieces: Piece[] = strokes
    .map(({ a, b, owner }): Piece => [points.given(a[0], a[1]), points.given(b[0], b[1]), owner])
    .filter(([a, b]) => a !== b);
  const given = points.at.length;
  let settled = new Set<Piece>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stops = meetings(pieces, settled, points, reach);
    if (stops.size === 0) return { points: points.at, given, edges: collected(pieces) };
    settled = new Set(pieces.filter((_, i) => !stops.has(i)));
    pieces = pieces.flatMap((piece, i) => cutAt(piece, stops.get(i), points.at));
    // Lines bent through the same points lie on each other; left alone they could double from round to round.
    if (round > 0) pieces = withoutTwins(pieces);
  }
  return null;
}

/** The points at which each piece has to be cut. Two pieces that are settled have met before, and nothing came of it. */
function meetings(
  pieces: readonly Piece[],
  settled: ReadonlySet<Piece>,
  points: PointSet,
  reach: Reach,
): Map<number, Set<number>> {
  const stops = new Map<number, Set<number>>();
  if (pieces.length < 2) return stops;
  const boxes = pieces.map(([a, b]) => boxOf(points.at[a], points.at[b]));
  const index = new Flatbush(pieces.length, 16, Float64Array);
  for (const [w, s, e, n] of boxes) index.add(w, s, e, n);
  index.finish();
  const stop = (i: number, point: number) => {
    if (pieces[i][0] === point || pieces[i][1] === point) return;
    const set = stops.get(i);
    if (set) set.add(point);
    else stops.set(i, new Set([point]));
  };
  const most = Math.max(reach.border, reach.cut);
  boxes.forEach(([w, s, e, n], i) => {
    if (settled.has(pieces[i])) return;
    const isDue = (j: number) => j > i || settled.has(pieces[j]);
    const near = index.search(w - most, s - most, e + most, n + most, isDue).sort((p, q) => p - q);
    for (const j of near) meet(pieces, i, j, points, reach, stop);
  });
  return stops;
}

function meet(
  pieces: readonly Piece[],
  i: number,
  j: number,
  points: PointSet,
  reach: Reach,
  stop: (piece: number, point: number) => void,
): void {
  const [a, b] = pieces[i];
  const [c, d] = pieces[j];
  const at = points.at;
  const most = Math.max(reach.border, reach.cut);
  if (isBeside(at[a], at[b], at[c], at[d], most) || isBeside(at[c], at[d], at[a], at[b], most)) return;
  let touches = false;
  for (const [piece, p, q, end] of [
    [i, a, b, c],
    [i, a, b, d],
    [j, c, d, a],
    [j, c, d, b],
  ] as const) {
    const within = pieces[piece][2] === CUT ? reach.cut : reach.border;
    if (end === p || end === q || !liesOn(at[p], at[q], at[end], within)) continue;
    stop(piece, end);
    touches = true;
  }
  if (touches || a === c || a === d || b === c || b === d) return;
  const [pa, pb, pc, pd] = [at[a], at[b], at[c], at[d]];
  const [ca, da] = [sideOf(pa, pb, pc), sideOf(pa, pb, pd)];
  const [ac, bc] = [sideOf(pc, pd, pa), sideOf(pc, pd, pb)];
  if (!(ca > 0 !== da > 0 && ac > 0 !== bc > 0) || ca === 0 || da === 0 || ac === 0 || bc === 0) return;
  const t = ratio(pa, pb, pc, pd);
  const crossing = points.computed(pa[0] + t * (pb[0] - pa[0]), pa[1] + t * (pb[1] - pa[1]));
  stop(i, crossing);
  stop(j, crossing);
}

/** Whether c → d lies clearly on one side of the line through a and b: the boxes of a long oblique line meet many. */
function isBeside(a: Position, b: Position, c: Position, d: Position, reach: number): boolean {
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]];
  const far = (reach + CLEARLY_M) * Math.sqrt(vx * vx + vy * vy);
  const [atC, atD] = [vx * (c[1] - a[1]) - vy * (c[0] - a[0]), vx * (d[1] - a[1]) - vy * (d[0] - a[0])];
  return (atC > far && atD > far) || (atC < -far && atD < -far);
}

const sideOf = (p: Position, q: Position, r: Position): number => orient(p[0], p[1], q[0], q[1], r[0], r[1]);

/** Where on a → b (0 … 1) the line c → d crosses it. */
function ratio(a: Position, b: Position, c: Position, d: Position): number {
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const over = (c[0] - a[0]) * vy - (c[1] - a[1]) * vx;
  const under = (b[0] - a[0]) * vy - (b[1] - a[1]) * vx;
  return Math.min(1, Math.max(0, over / under));
}

/**
 * Whether p lies between the ends of a → b, on it exactly or off it by at most `reach`, and nearer to both ends than they
 * are to each other: bent through it the line becomes two shorter ones, and so bending among near points comes to an end.
 */
function liesOn(a: Position, b: Position, p: Position, reach: number): boolean {
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]];
  const [wx, wy] = [p[0] - a[0], p[1] - a[1]];
  const squared = vx * vx + vy * vy;
  const along = vx * wx + vy * wy;
  if (!(along > 0 && along < squared)) return false;
  const away = wx * wx + wy * wy;
  if (away >= squared || away - 2 * along >= 0) return sideOf(a, b, p) === 0;
  return Math.abs(vx * wy - vy * wx) <= reach * Math.sqrt(squared) || sideOf(a, b, p) === 0;
}

function cutAt(piece: Piece, stops: ReadonlySet<number> | undefined, at: readonly Position[]): Piece[] {
  if (!stops) return [piece];
  const [from, to, owner] = piece;
  const [[ax, ay], [bx, by]] = [at[from], at[to]];
  const along = (p: number) => (at[p][0] - ax) * (bx - ax) + (at[p][1] - ay) * (by - ay);
  const path = [from, ...[...stops].sort((p, q) => along(p) - along(q) || p - q), to];
  return path.slice(1).map((p, k): Piece => [path[k], p, owner]);
}

/** Of pieces that lie on each other: of a cut one, of a boundary one or none, as the even–odd rule has it. */
function withoutTwins(pieces: readonly Piece[]): Piece[] {
  const kept = new Map<string, Piece>();
  for (const piece of pieces) {
    const [a, b, owner] = piece;
    const key = a < b ? `${a} ${b} ${owner}` : `${b} ${a} ${owner}`;
    if (!kept.has(key)) kept.set(key, piece);
    else if (owner !== CUT) kept.delete(key);
  }
  return [...kept.values()];
}

function collected(pieces: readonly Piece[]): GraphEdge[] {
  const edges = new Map<string, { a: number; b: number; owners: Set<number>; cut: boolean }>();
  for (const [p, q, owner] of pieces) {
    const [a, b] = p < q ? [p, q] : [q, p];
    const key = `${a} ${b}`;
    const edge = edges.get(key) ?? { a, b, owners: new Set<number>(), cut: false };
    edges.set(key, edge);
    if (owner === CUT) edge.cut = true;
    else if (!edge.owners.delete(owner)) edge.owners.add(owner);
  }
  return [...edges.values()]
    .filter((e) => e.cut || e.owners.size > 0)
    .map((e) => ({ ...e, owners: [...e.owners].sort((p, q) => p - q) }));
}

const boxOf = (a: Position, b: Position): readonly [number, number, number, number] => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
];
