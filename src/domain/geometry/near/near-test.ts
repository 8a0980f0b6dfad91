import type { Metres } from '../../quantity/units.ts';
import { edgesWithin, largestSquare } from '../lines/near-edges.ts';
import type { PlaneColumns } from '../plane/plane-columns.ts';

/**
 * How far apart boxes may be for `near` to be asked: the tolerance, and more than a computed distance can be off (doubles
 * near 10⁷ m are 2 nm apart).
 */
export const reachOf = (toleranceM: Metres): Metres => toleranceM + 1e-6;

/**
 * Whether two features lie at most a tolerance apart on the plane; 0 when they touch, overlap or one holds the other (a
 * feature in a hole is as far as the hole's border).
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
    const west = boxes[4 * g] - reach;
    const south = boxes[4 * g + 1] - reach;
    const east = boxes[4 * g + 2] + reach;
    const north = boxes[4 * g + 3] + reach;
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
    const west = boxes[4 * f] - reach;
    const south = boxes[4 * f + 1] - reach;
    const east = boxes[4 * f + 2] + reach;
    const north = boxes[4 * f + 3] + reach;
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
