import { RADIANS } from '../../geodesy/ellipsoid.ts';
import type { Position } from '../columns/layer.ts';
import { insideRing, plainRing, ringsApart } from '../valid/ring-screen.ts';
import { METRES_PER_DEGREE } from '../valid/validity-screen.ts';

type Ring = readonly Position[];
type Polygon = readonly Ring[];

/** Rings of an outline one after the other, each closed: what the exact tests of rings read. */
interface Loops {
  readonly xy: Float64Array;
  readonly vertexStart: Uint32Array;
}

const REACH_DEGREES = 0.5;
/** Every two rings are held against each other. */
const MOST_LOOPS = 64;

/**
 * The outline around polygons that share borders vertex by vertex, degrees: where two run along each other both lines are
 * gone. Null where they overlap, touch in a point, or it is not seen at a glance that they do not.
 */
export function boundarySum(polygons: readonly Polygon[]): Position[][][] | null {
  const next = edgesLeft(polygons);
  const traced = next && loopsOf(next.ends, next.places);
  if (!traced || traced.length === 0 || traced.length > MOST_LOOPS) return null;
  const loops = columnsOf(traced);
  return areClear(loops) ? nested(traced, loops) : null;
}

/** Of every vertex where the edge from it leads, −1: nowhere; null where two leave it. */
function edgesLeft(polygons: readonly Polygon[]): { readonly ends: Int32Array; readonly places: Position[] } | null {
  const places: Position[] = [];
  const numbers = new Map<number, Map<number, number>>();
  const numberOf = (at: Position): number => {
    let row = numbers.get(at[0]);
    if (!row) numbers.set(at[0], (row = new Map()));
    let number = row.get(at[1]);
    if (number === undefined) row.set(at[1], (number = places.push(at) - 1));
    return number;
  };
  const edges: number[] = [];
  for (const rings of polygons)
    rings.forEach((ring, r) => {
      const turned = twiceArea(ring) > 0 !== (r === 0);
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [numberOf(ring[i - 1]), numberOf(ring[i])];
        if (a !== b) edges.push(turned ? b : a, turned ? a : b);
      }
    });
  const size = places.length;
  const left = new Set<number>();
  for (let e = 0; e < edges.length; e += 2) {
    const [a, b] = [edges[e], edges[e + 1]];
    if (left.delete(b * size + a)) continue;
    if (left.has(a * size + b)) return null;
    left.add(a * size + b);
  }
  const ends = new Int32Array(size).fill(-1);
  for (const edge of left) {
    const from = Math.floor(edge / size);
    if (ends[from] >= 0) return null;
    ends[from] = edge % size;
  }
  return { ends, places };
}

/** Rings of the edges that are left, closed; `ends` is used up. Each vertex left has one edge in, for it has one out. */
function loopsOf(ends: Int32Array, places: readonly Position[]): Position[][] {
  const loops: Position[][] = [];
  for (let start = 0; start < ends.length; start++) {
    if (ends[start] < 0) continue;
    const loop: Position[] = [];
    for (let at = start; ends[at] >= 0;) {
      loop.push(places[at]);
      const to = ends[at];
      ends[at] = -1;
      at = to;
    }
    loops.push([...loop, loop[0]]);
  }
  return loops;
}

function columnsOf(loops: readonly Ring[]): Loops {
  const vertexStart = new Uint32Array(loops.length + 1);
  loops.forEach((loop, l) => (vertexStart[l + 1] = vertexStart[l] + loop.length));
  return { xy: Float64Array.from(loops.flat(2)), vertexStart };
}

/** Whether no line meets another. */
function areClear({ xy, vertexStart }: Loops): boolean {
  const scale = { x: METRES_PER_DEGREE * Math.cos(xy[1] * RADIANS), y: METRES_PER_DEGREE, reach: REACH_DEGREES };
  const count = vertexStart.length - 1;
  for (let l = 0; l < count; l++) if (!plainRing(xy, vertexStart[l], vertexStart[l + 1], scale)) return false;
  for (let l = 0; l < count; l++)
    for (let m = l + 1; m < count; m++) if (!ringsApart(xy, vertexStart, l, m)) return false;
  return true;
}

/**
 * Shells, each with the holes in it. A place lies as often in shells less holes as it lies in polygons: once at most, unless
 * a shell lies in another, and never less than not at all, so that no hole lies outside of shells or in another hole.
 */
function nested(traced: readonly Position[][], { xy, vertexStart }: Loops): Position[][][] | null {
  const isIn = (shell: number, [[x, y]]: Ring): boolean =>
    insideRing(xy, vertexStart[shell], vertexStart[shell + 1], x, y);
  const isShell = traced.map((loop) => twiceArea(loop) > 0);
  const shells = [...traced.keys()].filter((l) => isShell[l]);
  const outline = new Map(shells.map((l) => [l, [traced[l]]]));
  for (const [l, loop] of traced.entries()) {
    const around = shells.length === 1 ? shells.filter((s) => s !== l) : shells.filter((s) => s !== l && isIn(s, loop));
    if (isShell[l] ? around.length > 0 : around.length !== 1) return null;
    if (!isShell[l]) outline.get(around[0])!.push(loop);
  }
  return [...outline.values()];
}

function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  return twice;
}
