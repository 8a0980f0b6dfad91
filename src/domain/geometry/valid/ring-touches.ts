import Flatbush from 'flatbush';
import type { Layer } from '../columns/layer.ts';
import { orient } from '../lines/orient.ts';
import type { BoundaryProblem, ProblemCode } from './problem.ts';
import { writeBox } from '../overlap/overlay-rings.ts';

/*
 * What OGC 06-103r4 forbids though no reading of it changes the area: rings of a feature that run along one line, and
 * land whose inside hangs together only through points where rings touch. Rings that only touch are allowed.
 */

/** Above this many edges an index is faster than trying all pairs. */
const BRUTE_FORCE_EDGES = 60;

/** Warnings about how the rings of feature `f`, none of them broken, meet each other. */
export function touchProblems(layer: Layer, f: number): BoundaryProblem[] {
  const edges = edgesOf(layer, f);
  const lines = new Map<string, Meeting>();
  const points: Meeting[] = [];
  eachPairOfRings(edges, (i, j) => {
    const meeting = meetingOf(edges, i, j);
    if (meeting?.alongLine && !lines.has(meeting.rings)) lines.set(meeting.rings, meeting);
    if (meeting && !meeting.alongLine && edges.part[i] === edges.part[j]) points.push(meeting);
  });
  const problem = (code: ProblemCode, { vertex, ring }: Meeting): BoundaryProblem => {
    const at = [layer.lonLat[2 * vertex], layer.lonLat[2 * vertex + 1]] as const;
    const number = vertex === layer.vertexStart[ring + 1] - 1 ? 1 : vertex - layer.vertexStart[ring] + 1;
    return { code, severity: 'warning', at, ring: ring - layer.ringStart[layer.partStart[f]] + 1, vertex: number };
  };
  const circles = new Touches();
  // The ends of a line that two rings share are no further touches.
  const cut = points.find((p) => !lines.has(p.rings) && circles.closeAt(p, edges.xy));
  return [...lines.values()]
    .map((line) => problem('shared-line', line))
    .concat(cut ? problem('interior-cut', cut) : []);
}

interface Edges {
  readonly xy: Float64Array;
  /** First vertex, ring and part of each edge. */
  readonly start: readonly number[];
  readonly ring: readonly number[];
  readonly part: readonly number[];
}

/** The edges of a feature that have a length. */
function edgesOf(layer: Layer, f: number): Edges {
  const xy = layer.surveyed?.eastNorth ?? layer.lonLat;
  const [start, ring, part]: [number[], number[], number[]] = [[], [], []];
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++)
      for (let v = layer.vertexStart[r]; v < layer.vertexStart[r + 1] - 1; v++) {
        if (xy[2 * v] === xy[2 * v + 2] && xy[2 * v + 1] === xy[2 * v + 3]) continue;
        start.push(v);
        ring.push(r);
        part.push(p);
      }
  return { xy, start, ring, part };
}

/** Pairs i < j of edges of different rings whose boxes meet. */
function eachPairOfRings({ xy, start, ring }: Edges, visit: (i: number, j: number) => void): void {
  const n = start.length;
  const boxes = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) writeBox(xy, start[i], start[i] + 2, boxes, 4 * i);
  const index = n > BRUTE_FORCE_EDGES ? new Flatbush(n, 16, Float64Array) : null;
  for (let i = 0; index && i < n; i++) index.add(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  index?.finish();
  for (let i = 0; i < n; i++) {
    const [west, south, east, north] = boxes.subarray(4 * i, 4 * i + 4);
    const later = (j: number): boolean => j > i && ring[j] !== ring[i];
    if (index) for (const j of index.search(west, south, east, north, later).sort((p, q) => p - q)) visit(i, j);
    else
      for (let j = i + 1; j < n; j++) {
        const k = 4 * j;
        const apart = boxes[k] > east || boxes[k + 2] < west || boxes[k + 1] > north || boxes[k + 3] < south;
        if (!apart && later(j)) visit(i, j);
      }
  }
}

/** Where edges of two rings meet: a vertex of one of them. */
interface Meeting {
  readonly vertex: number;
  /** The ring it belongs to, and both, lower first. */
  readonly ring: number;
  readonly pair: readonly [number, number];
  readonly rings: string;
  readonly alongLine: boolean;
}

function meetingOf({ xy, start, ring }: Edges, i: number, j: number): Meeting | null {
  const [v, w] = [start[i], start[j]];
  const side = (a: number, c: number) =>
    orient(xy[2 * a], xy[2 * a + 1], xy[2 * a + 2], xy[2 * a + 3], xy[2 * c], xy[2 * c + 1]);
  const [c, d] = [side(v, w), side(v, w + 1)];
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return null;
  const [a, b] = [side(w, v), side(w, v + 1)];
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return null;
  const pair = [ring[i], ring[j]] as const;
  const at = (vertex: number, alongLine: boolean): Meeting => {
    return { vertex, ring: vertex === v || vertex === v + 1 ? ring[i] : ring[j], pair, rings: pair.join(), alongLine };
  };
  const on: number[] = [];
  if (c === 0 && isOnEdge(xy, v, w)) on.push(w);
  if (d === 0 && isOnEdge(xy, v, w + 1)) on.push(w + 1);
  if (a === 0 && isOnEdge(xy, w, v)) on.push(v);
  if (b === 0 && isOnEdge(xy, w, v + 1)) on.push(v + 1);
  if (on.length > 0)
    return at(
      on[0],
      on.some((p) => !samePoint(xy, p, on[0])),
    );
  // On one line but apart, or crossing: the ground between is less than the stored digits tell, so it is one line.
  return c === 0 && d === 0 ? null : at(v, true);
}

const samePoint = (xy: Float64Array, v: number, w: number): boolean =>
  xy[2 * v] === xy[2 * w] && xy[2 * v + 1] === xy[2 * w + 1];

/** Whether vertex `p`, on the line of the edge that starts at `v`, lies on the edge. */
function isOnEdge(xy: Float64Array, v: number, p: number): boolean {
  for (const axis of [0, 1]) {
    const [from, to, at] = [xy[2 * v + axis], xy[2 * v + 2 + axis], xy[2 * p + axis]];
    if (at < Math.min(from, to) || at > Math.max(from, to)) return false;
  }
  return true;
}

/** Rings and the points where they touch, joined: a circle of them encloses land that no way leads out of. */
class Touches {
  readonly #above = new Map<string, string>();
  readonly #known = new Set<string>();

  /** Notes a touch; whether it closes a circle. */
  closeAt({ pair, vertex }: Meeting, xy: Float64Array): boolean {
    const point = `${xy[2 * vertex]} ${xy[2 * vertex + 1]}`;
    const [one, two] = pair.map((ring) => this.#join(String(ring), point));
    return one || two;
  }

  #join(ring: string, point: string): boolean {
    const key = `${ring} ${point}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    const [a, b] = [this.#root(ring), this.#root(point)];
    if (a !== b) this.#above.set(a, b);
    return a === b;
  }

  #root(node: string): string {
    let root = node;
    for (let up = this.#above.get(root); up !== undefined; up = this.#above.get(root)) root = up;
    return root;
  }
}
