import Flatbush from 'flatbush';
import { orient } from '../lines/orient.ts';
import type { ProblemCode } from './problem.ts';

/** A ring with repeats taken out: `vertices[i]` is the number of its i-th vertex in `xy`; the last joins the first. */
export interface BareRing {
  readonly xy: Float64Array;
  readonly vertices: readonly number[];
  /** A path that is still drawn: its last vertex does not join the first. */
  readonly open?: boolean;
}

/** A fault of one ring: near vertex `i` of the bare ring, at a fraction `t` of the edge that starts there. */
export interface RingFault {
  readonly code: Extract<ProblemCode, 'duplicate-vertex' | 'spike' | 'self-crossing'>;
  readonly i: number;
  readonly t: number;
}

/** Above this many edges an index is faster than trying all pairs. */
const BRUTE_FORCE_EDGES = 40;

/**
 * Where the edges of a ring meet other than end to start, decided exactly on the numbers as they are stored. Stops
 * after `most` faults: a ring drawn over itself has as many as it has edges.
 */
export function ringFaults(ring: BareRing, most: number): RingFault[] {
  const found: RingFault[] = [];
  eachNearPair(ring, (i, j) => {
    examine(ring, i, j, (fault) => found.push(fault));
    return found.length < most;
  });
  return found.slice(0, most);
}

type Report = (fault: RingFault) => void;
type Point = readonly [number, number];

const pointOf = ({ xy, vertices }: BareRing, i: number): Point => {
  const n = vertices.length;
  const k = 2 * vertices[((i % n) + n) % n];
  return [xy[k], xy[k + 1]];
};
const sideOf = (p: Point, q: Point, r: Point): number => orient(p[0], p[1], q[0], q[1], r[0], r[1]);
const same = (p: Point, q: Point): boolean => p[0] === q[0] && p[1] === q[1];

/** Pairs i < j of edges whose boxes meet, until `visit` returns false. */
function eachNearPair(ring: BareRing, visit: (i: number, j: number) => boolean): void {
  const n = ring.open ? ring.vertices.length - 1 : ring.vertices.length;
  const boxes = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    const [[ax, ay], [bx, by]] = [pointOf(ring, i), pointOf(ring, i + 1)];
    boxes.set([Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)], 4 * i);
  }
  const index = n > BRUTE_FORCE_EDGES ? new Flatbush(n, 16, Float64Array) : null;
  for (let i = 0; index && i < n; i++) index.add(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  index?.finish();
  for (let i = 0; i < n; i++) {
    const [w, s, e, north] = boxes.subarray(4 * i, 4 * i + 4);
    if (index) {
      for (const j of index.search(w, s, e, north, (j) => j > i).sort((p, q) => p - q)) if (!visit(i, j)) return;
      continue;
    }
    for (let j = i + 1; j < n; j++) {
      const apart = boxes[4 * j] > e || boxes[4 * j + 2] < w || boxes[4 * j + 1] > north || boxes[4 * j + 3] < s;
      if (!apart && !visit(i, j)) return;
    }
  }
}

function examine(ring: BareRing, i: number, j: number, report: Report): void {
  const n = ring.vertices.length;
  if (j === i + 1 || (i === 0 && j === n - 1 && !ring.open)) return; // neighbours meet by right; a fold between them is a spike tip
  const [a, b, c, d] = [pointOf(ring, i), pointOf(ring, i + 1), pointOf(ring, j), pointOf(ring, j + 1)];
  const [ca, da] = [sideOf(a, b, c), sideOf(a, b, d)];
  if ((ca > 0 && da > 0) || (ca < 0 && da < 0)) return;
  const [ac, bc] = [sideOf(c, d, a), sideOf(c, d, b)];
  if ((ac > 0 && bc > 0) || (ac < 0 && bc < 0)) return;
  if (ca !== 0 && da !== 0 && ac !== 0 && bc !== 0) {
    report({ code: 'self-crossing', i, t: ac / (ac - bc) });
    return;
  }
  if (ca === 0 && da === 0 && runTogether(a, b, c, d)) {
    // Out and back along one line is a spike however many vertices it has; twice the same way is a crossing.
    const back = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) < 0;
    report({ code: back ? 'spike' : 'self-crossing', i: j, t: 0 });
    return;
  }
  // Each vertex is tried against the edges that start at it or pass through it, so a touch is reported once.
  if (ca === 0 && !same(c, b) && liesOn(a, b, c)) touch(ring, j, i, report);
  if (ac === 0 && !same(a, d) && !same(a, c) && liesOn(c, d, a)) touch(ring, i, j, report);
}

/** Whether a point on the line of an edge lies on the edge. */
const liesOn = (a: Point, b: Point, p: Point): boolean =>
  p[0] >= Math.min(a[0], b[0]) &&
  p[0] <= Math.max(a[0], b[0]) &&
  p[1] >= Math.min(a[1], b[1]) &&
  p[1] <= Math.max(a[1], b[1]);

/** Whether two edges on one line share more than a point. */
function runTogether(a: Point, b: Point, c: Point, d: Point): boolean {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return from < to;
}

/** Vertex `v` lies on edge `e` (its end excluded): the ring passes through itself there, or only touches. */
function touch(ring: BareRing, v: number, e: number, report: Report): void {
  const p = pointOf(ring, v);
  const start = pointOf(ring, e);
  const isEnd = v === 0 || v === ring.vertices.length - 1 || (e === 0 && same(p, start));
  if (ring.open && isEnd) return report({ code: 'duplicate-vertex', i: v, t: 0 });
  const before = same(p, start) ? pointOf(ring, e - 1) : start;
  const after = pointOf(ring, e + 1);
  const arrives = sideOfPath(before, p, after, pointOf(ring, v - 1));
  const leaves = sideOfPath(before, p, after, pointOf(ring, v + 1));
  const crosses = arrives * leaves < 0;
  report({ code: crosses ? 'self-crossing' : 'duplicate-vertex', i: v, t: 0 });
}

/** On which side of the bent line before → p → after a point near p lies: 1 left, −1 right, 0 on it. */
function sideOfPath(before: Point, p: Point, after: Point, q: Point): -1 | 0 | 1 {
  const first = sideOf(before, p, q);
  const second = sideOf(p, after, q);
  if (sideOf(before, p, after) >= 0) {
    if (first > 0 && second > 0) return 1;
    return first < 0 || second < 0 ? -1 : 0;
  }
  if (first < 0 && second < 0) return -1;
  return first > 0 || second > 0 ? 1 : 0;
}
