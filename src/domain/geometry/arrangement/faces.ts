import Flatbush from 'flatbush';
import type { Position } from '../columns/layer.ts';
import { passesBelow, traceLoops, twiceArea, type Loops } from './loops.ts';
import type { Graph, GraphEdge } from './noding.ts';

/** A connected piece of ground: its shell counter-clockwise, then its holes clockwise; points by number, not closed. */
export interface Face {
  readonly rings: readonly (readonly number[])[];
  readonly areaM2: number;
}

/** A crossing that no longer carries a corner is dropped when it lies this near to the straight line. Metres. */
const STRAIGHT_M = 1e-7;

/**
 * The ground inside at least one owner (even–odd for each), cut along the cutting lines that go through: what ends
 * within a face, or runs outside, cuts nothing. Faces come in the order of their lowest point number, and every ring
 * begins at its lowest, so the result depends on the input alone.
 */
export function facesOf(graph: Graph): Face[] {
  const drawn = borders(graph);
  const traced = traceLoops(drawn);
  const inside = insideLoops(drawn, traced);
  return assembled(drawn, traced, (loop) => inside[loop]);
}

/**
 * All ground that lines enclose (polygonising, as `ST_Polygonize` does): every face but the one around everything. What ends
 * within a face, or joins two pieces that are enclosed by themselves, bounds nothing.
 */
export function enclosedFaces(graph: Graph): Face[] {
  const { of } = traceLoops(graph);
  const drawn = { ...graph, edges: graph.edges.filter((_, e) => of[2 * e] !== of[2 * e + 1]) };
  return assembled(drawn, traceLoops(drawn), () => true);
}

/** The faces whose loop is ground, each with the holes that lie in it. */
function assembled(drawn: Graph, traced: Loops, isGround: (loop: number) => boolean): Face[] {
  const corner = cornersOf(drawn);
  const shells = new Map<number, number[][]>();
  traced.loops.forEach((loop, l) => {
    if (isGround(l) && loop.twice > 0) shells.set(l, simpleRings(loop.path));
  });
  const below = edgesBelow(drawn);
  traced.components.forEach(({ outer, first }, c) => {
    if (!isGround(outer)) return;
    // A loop encloses a point when an odd number of its edges pass below.
    const around = new Set<number>();
    for (const e of below(drawn.points[first])) toggle(around, [traced.of[2 * e], traced.of[2 * e + 1]]);
    const homes = [...around].filter((l) => shells.has(l) && traced.loops[l].component !== c);
    if (homes.length === 0) return;
    const home = homes.reduce((p, q) => (traced.loops[q].twice < traced.loops[p].twice ? q : p));
    shells.get(home)!.push(...simpleRings(traced.loops[outer].path));
  });
  return [...shells.values()]
    .map((rings) => faceFrom(rings, drawn, corner))
    .filter((face) => face.rings.length > 0)
    .sort((p, q) => Math.min(...p.rings.map((r) => r[0])) - Math.min(...q.rings.map((r) => r[0])));
}

/** The edges that bound ground or cut through it: what has the same ground on both sides is left out. */
function borders(graph: Graph): Graph {
  const traced = traceLoops(graph);
  const inside = insideLoops(graph, traced);
  const edges: GraphEdge[] = [];
  graph.edges.forEach((edge, e) => {
    const [left, right] = [traced.of[2 * e], traced.of[2 * e + 1]];
    if (inside[left] !== inside[right]) edges.push({ ...edge, owners: [0], cut: false });
    else if (edge.cut && inside[left] && left !== right) edges.push({ ...edge, owners: [], cut: true });
  });
  return { ...graph, edges };
}

/** Whether the face left of each loop is inside any owner. */
function insideLoops(graph: Graph, { of, loops, components }: Loops): boolean[] {
  const states: (ReadonlySet<number> | undefined)[] = loops.map(() => undefined);
  const halves: number[][] = loops.map(() => []);
  of.forEach((loop, h) => halves[loop].push(h));
  const below = edgesBelow(graph);
  const componentOfEdge = (e: number) => loops[of[2 * e]].component;
  components.forEach(({ outer, first }, c) => {
    const around = new Set<number>();
    for (const e of below(graph.points[first])) if (componentOfEdge(e) !== c) toggle(around, graph.edges[e].owners);
    states[outer] = around;
    const queue = [outer];
    for (let loop = queue.pop(); loop !== undefined; loop = queue.pop())
      for (const h of halves[loop]) {
        const beyond = of[h ^ 1];
        if (states[beyond]) continue;
        const state = new Set(states[loop]);
        toggle(state, graph.edges[h >> 1].owners);
        states[beyond] = state;
        queue.push(beyond);
      }
  });
  return states.map((state) => (state?.size ?? 0) > 0);
}

function toggle(set: Set<number>, owners: readonly number[]): void {
  for (const owner of owners) if (!set.delete(owner)) set.add(owner);
}

/** Which edges pass strictly below a point, found by their boxes: a feature may have thousands of parts and holes. */
function edgesBelow({ points, edges }: Graph): (p: Position) => number[] {
  if (edges.length === 0) return () => [];
  const index = new Flatbush(edges.length, 16, Float64Array);
  for (const { a, b } of edges) {
    const [[ax, ay], [bx, by]] = [points[a], points[b]];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return (p) =>
    index.search(p[0], -Infinity, p[0], p[1], (e) => passesBelow(points[edges[e].a], points[edges[e].b], p));
}

/** A boundary that passes through a point more than once is several rings that touch there. */
function simpleRings(path: readonly number[]): number[][] {
  const rings: number[][] = [];
  const stack: number[] = [];
  const place = new Map<number, number>();
  for (const p of path) {
    const seen = place.get(p);
    if (seen !== undefined) {
      const ring = stack.splice(seen);
      for (const q of ring) place.delete(q);
      rings.push(ring);
    }
    place.set(p, stack.push(p) - 1);
  }
  return [...rings, stack];
}

/** Points that a ring has to keep: given ones, and crossings where more than two lines meet. */
function cornersOf({ edges, given }: Graph): (p: number) => boolean {
  const degree = new Map<number, number>();
  for (const { a, b } of edges) for (const p of [a, b]) degree.set(p, (degree.get(p) ?? 0) + 1);
  return (p) => p < given || degree.get(p) !== 2;
}

function faceFrom(rings: readonly number[][], { points }: Graph, isCorner: (p: number) => boolean): Face {
  const kept = rings
    .map((ring) => fromLowest(ring.filter((p, i) => isCorner(p) || bends(ring, i, points))))
    .filter((ring) => ring.length > 2)
    .map((ring) => ({ ring, twice: twiceArea(ring, points) }))
    .sort((p, q) => q.twice - p.twice || p.ring[0] - q.ring[0]);
  if (!(kept[0]?.twice > 0)) return { rings: [], areaM2: 0 };
  const [shell, ...holes] = kept;
  holes.sort((p, q) => p.ring[0] - q.ring[0]);
  return { rings: [shell.ring, ...holes.map((h) => h.ring)], areaM2: kept.reduce((sum, r) => sum + r.twice / 2, 0) };
}

function bends(ring: readonly number[], i: number, points: readonly Position[]): boolean {
  const [ax, ay] = points[ring[(i + ring.length - 1) % ring.length]];
  const [bx, by] = points[ring[(i + 1) % ring.length]];
  const [x, y] = points[ring[i]];
  return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) > STRAIGHT_M * Math.hypot(bx - ax, by - ay);
}

function fromLowest(ring: readonly number[]): number[] {
  let lowest = 0;
  ring.forEach((p, i) => (lowest = p < ring[lowest] ? i : lowest));
  return [...ring.slice(lowest), ...ring.slice(0, lowest)];
}
