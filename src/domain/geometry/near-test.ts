import type { Metres } from '../quantity/units.ts';
import type { PlaneColumns } from './plane-columns.ts';

/**
 * How far apart boxes may be for `near` to be asked: the tolerance, and more than a computed distance can be off (doubles
 * near 10⁷ m are 2 nm apart).
 */
export const reachOf = (toleranceM: Metres): Metres => toleranceM + 1e-6;

/**
 * Whether two features lie at most a tolerance apart on the plane; 0 when they touch, overlap or one holds the other (a
 * feature in a hole is as far as the hole's border). The arithmetic is that of PostGIS's ST_DWithin (liblwgeom
 * measures.c, lw_dist2d_seg_seg and lw_dist2d_pt_seg), so that a distance of exactly the tolerance is judged alike.
 */
export class NearTest {
  readonly #reach: number;
  /** The largest square whose root is not above the tolerance: comparing squares then is comparing roots. */
  readonly #limit: number;
  /** Edges of the first feature that can matter: four numbers each. */
  #edges: Float64Array = new Float64Array(1 << 10);

  constructor(toleranceM: Metres) {
    if (!(toleranceM >= 0)) throw new RangeError(`a tolerance of ${toleranceM} m`);
    this.#reach = reachOf(toleranceM);
    this.#limit = largestSquare(toleranceM);
  }

  near(a: PlaneColumns, f: number, b: PlaneColumns, g: number): boolean {
    const edges = this.#edgesNear(a, f, b.boxes, g);
    if (edges > 0 && this.#bordersNear(edges, b, g, a.boxes, f)) return true;
    return holdsPartOf(b, g, a, f) || holdsPartOf(a, f, b, g);
  }

  /** Collects the edges of f within reach of the box of g; four times their number. */
  #edgesNear(a: PlaneColumns, f: number, boxes: Float64Array, g: number): number {
    const { xy, vertexStart } = a;
    const reach = this.#reach;
    const [west, south, east, north] = [
      boxes[4 * g] - reach,
      boxes[4 * g + 1] - reach,
      boxes[4 * g + 2] + reach,
      boxes[4 * g + 3] + reach,
    ];
    const lastRing = a.ringStart[a.partStart[f + 1]];
    let edges = this.#edges;
    let n = 0;
    for (let r = a.ringStart[a.partStart[f]]; r < lastRing; r++)
      for (let k = 2 * vertexStart[r]; k < 2 * vertexStart[r + 1] - 2; k += 2) {
        const ax = xy[k];
        const ay = xy[k + 1];
        const bx = xy[k + 2];
        const by = xy[k + 3];
        if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
        if ((ay < south && by < south) || (ay > north && by > north)) continue;
        if (n === edges.length) edges = this.#grown();
        edges[n++] = ax;
        edges[n++] = ay;
        edges[n++] = bx;
        edges[n++] = by;
      }
    return n;
  }

  #grown(): Float64Array {
    const wider = new Float64Array(2 * this.#edges.length);
    wider.set(this.#edges);
    return (this.#edges = wider);
  }

  #bordersNear(count: number, b: PlaneColumns, g: number, boxes: Float64Array, f: number): boolean {
    const { xy, vertexStart } = b;
    const [edges, reach, limit] = [this.#edges, this.#reach, this.#limit];
    const [west, south, east, north] = [
      boxes[4 * f] - reach,
      boxes[4 * f + 1] - reach,
      boxes[4 * f + 2] + reach,
      boxes[4 * f + 3] + reach,
    ];
    const lastRing = b.ringStart[b.partStart[g + 1]];
    for (let r = b.ringStart[b.partStart[g]]; r < lastRing; r++)
      for (let k = 2 * vertexStart[r]; k < 2 * vertexStart[r + 1] - 2; k += 2) {
        const cx = xy[k];
        const cy = xy[k + 1];
        const dx = xy[k + 2];
        const dy = xy[k + 3];
        if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
        if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
        const w = (cx < dx ? cx : dx) - reach;
        const e = (cx < dx ? dx : cx) + reach;
        const s = (cy < dy ? cy : dy) - reach;
        const n = (cy < dy ? dy : cy) + reach;
        for (let q = 0; q < count; q += 4) {
          const ax = edges[q];
          const bx = edges[q + 2];
          if ((ax < w && bx < w) || (ax > e && bx > e)) continue;
          const ay = edges[q + 1];
          const by = edges[q + 3];
          if ((ay < s && by < s) || (ay > n && by > n)) continue;
          // Neighbours mostly share vertices.
          if ((ax === cx && ay === cy) || (ax === dx && ay === dy)) return true;
          if (edgesWithin(ax, ay, bx, by, cx, cy, dx, dy, limit)) return true;
        }
      }
    return false;
  }
}

/** Whether edges ab and cd cross, touch or come within √limit of each other. */
function edgesWithin(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  limit: number,
): boolean {
  const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (det !== 0) {
    const r = ((ay - cy) * (dx - cx) - (ax - cx) * (dy - cy)) / det;
    const s = ((ay - cy) * (bx - ax) - (ax - cx) * (by - ay)) / det;
    if (r >= 0 && r <= 1 && s >= 0 && s <= 1) return true;
  }
  return (
    pointWithin(ax, ay, cx, cy, dx, dy, limit) ||
    pointWithin(bx, by, cx, cy, dx, dy, limit) ||
    pointWithin(cx, cy, ax, ay, bx, by, limit) ||
    pointWithin(dx, dy, ax, ay, bx, by, limit)
  );
}

function pointWithin(px: number, py: number, ax: number, ay: number, bx: number, by: number, limit: number): boolean {
  const vx = bx - ax;
  const vy = by - ay;
  const r = ((px - ax) * vx + (py - ay) * vy) / (vx * vx + vy * vy);
  let x = ax; // also when the edge has no length: r is NaN then
  let y = ay;
  if (r >= 1) {
    x = bx;
    y = by;
  } else if (r > 0) {
    if ((ay - py) * vx === (ax - px) * vy) return true;
    x = ax + r * vx;
    y = ay + r * vy;
  }
  return (x - px) * (x - px) + (y - py) * (y - py) <= limit;
}

/**
 * Whether a part of `inner` lies in a part of `outer`, given that their borders are clear of each other: then any vertex
 * of the part tells.
 */
function holdsPartOf(outer: PlaneColumns, o: number, inner: PlaneColumns, i: number): boolean {
  const { boxes } = outer;
  for (let p = inner.partStart[i]; p < inner.partStart[i + 1]; p++) {
    const k = 2 * inner.vertexStart[inner.ringStart[p]];
    const [x, y] = [inner.xy[k], inner.xy[k + 1]];
    if (x < boxes[4 * o] || x > boxes[4 * o + 2] || y < boxes[4 * o + 1] || y > boxes[4 * o + 3]) continue;
    for (let q = outer.partStart[o]; q < outer.partStart[o + 1]; q++) if (insidePart(outer, q, x, y)) return true;
  }
  return false;
}

/** Even–odd over the rings of one part: in its shell and in none of its holes. */
function insidePart({ xy, vertexStart, ringStart }: PlaneColumns, part: number, x: number, y: number): boolean {
  let inside = false;
  for (let r = ringStart[part]; r < ringStart[part + 1]; r++)
    for (let k = 2 * vertexStart[r]; k < 2 * vertexStart[r + 1] - 2; k += 2)
      if (xy[k + 1] > y !== xy[k + 3] > y) {
        const t = (y - xy[k + 1]) / (xy[k + 3] - xy[k + 1]);
        if (x < xy[k] + t * (xy[k + 2] - xy[k])) inside = !inside;
      }
  return inside;
}

/** The largest double whose square root, rounded, is at most `root`. */
function largestSquare(root: number): number {
  const value = new Float64Array([root * root]);
  const bits = new BigInt64Array(value.buffer);
  while (Math.sqrt(value[0]) > root) bits[0]--;
  while (Math.sqrt(value[0]) <= root && value[0] < Infinity) bits[0]++;
  bits[0]--;
  return value[0];
}
