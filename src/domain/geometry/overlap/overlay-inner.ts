import type { PlaneRings } from './overlay-rings.ts';
import { XStrips } from './overlay-strips.ts';

/** Numbers kept of an edge: x and height of its left end, x of its right end, slope, and its part in the sum, ±1. */
const FIELDS = 5;
/** Above this many edges they are looked up by x. */
const PLAIN_EDGES = 48;

/**
 * The smaller feature of a pair as the signed sum of the strips between its edges and the southern side of its box.
 * Filled again and again: no pair allocates anything. Heights are taken from that side, so that both sides of a line
 * that cuts it are summed from the same numbers and its pieces add up to the whole.
 */
export class InnerFeature {
  west = 0;
  south = 0;
  east = 0;
  north = 0;
  /** Its area: what lies left of its eastern side. */
  whole = 0;
  /** What is added up, of one ring: a number kept here is not boxed on its way. */
  readonly sum = new Float64Array(1);
  #rings: PlaneRings | null = null;
  #feature = -1;
  #count = 0;
  #edges = new Float64Array(FIELDS * 256);
  readonly #strips = new XStrips();
  #looksUp = false;

  /** Takes the box of a feature; its edges are read when first asked for. */
  load(rings: PlaneRings, feature: number): void {
    if (this.#rings === rings && this.#feature === feature) return;
    this.#rings = rings;
    this.#feature = feature;
    this.#count = -1;
    this.west = rings.boxes[4 * feature];
    this.south = rings.boxes[4 * feature + 1];
    this.east = rings.boxes[4 * feature + 2];
    this.north = rings.boxes[4 * feature + 3];
    this.whole = rings.areasM2[feature];
  }

  /** To be called when the columns of a feature have been written over. */
  forget(): void {
    this.#rings = null;
  }

  /*
   * What follows is told where numbers stand in `xy`, not the numbers: on their way from one function to another each would
   * be an object.
   */

  /** Adds m² of it that lie west of the x at `xy[k]`, or takes them off. */
  addLeftOf(xy: Float64Array, k: number, isTaken: boolean): void {
    const x = xy[k];
    if (x <= this.west) return;
    let area = this.whole;
    if (x < this.east) {
      if (this.#count < 0) this.#read();
      const e = this.#edges;
      area = 0;
      for (let n = 0; n < FIELDS * this.#count; n += FIELDS) {
        const left = e[n];
        if (left >= x) continue;
        const width = (x < e[n + 2] ? x : e[n + 2]) - left;
        area += e[n + 4] * width * (e[n + 1] + (width * e[n + 3]) / 2);
      }
    }
    this.sum[0] += isTaken ? -area : area;
  }

  /**
   * Adds m² of it that lie below the edge between the points at `xy[v]` and `xy[v + 2]`, over the x it spans, down to its
   * southern side; takes them off of an edge that runs east.
   */
  addBelow(xy: Float64Array, v: number): void {
    if (this.#count < 0) this.#read();
    const ax = xy[v];
    const ay = xy[v + 1];
    const bx = xy[v + 2];
    const by = xy[v + 3];
    const forth = ax < bx;
    const x0 = forth ? ax : bx;
    const y0 = (forth ? ay : by) - this.south;
    const x1 = forth ? bx : ax;
    const slope = (by - ay) / (bx - ax);
    let below = 0;
    if (this.#looksUp) below = this.#belowLookedUp(x0, y0, x1, slope);
    else {
      const e = this.#edges;
      for (let k = 0; k < FIELDS * this.#count; k += FIELDS) below += lower(e, k, x0, y0, x1, slope);
    }
    this.sum[0] += bx < ax ? below : -below;
  }

  /** In a function of its own: a sum that a callback adds to is an object at every step. */
  #belowLookedUp(x0: number, y0: number, x1: number, slope: number): number {
    let sum = 0;
    this.#strips.eachOver(x0, x1, (i) => (sum += lower(this.#edges, FIELDS * i, x0, y0, x1, slope)));
    return sum;
  }

  #read(): void {
    const { xy, vertexStart, ringStart, sign } = this.#rings!;
    const first = ringStart[this.#feature];
    const last = ringStart[this.#feature + 1];
    const most = FIELDS * (vertexStart[last] - vertexStart[first]);
    if (this.#edges.length < most) this.#edges = new Float64Array(2 * most);
    const e = this.#edges;
    let n = 0;
    for (let r = first; r < last; r++)
      for (let k = 2 * vertexStart[r]; k < 2 * vertexStart[r + 1] - 2; k += 2) {
        const ax = xy[k];
        const bx = xy[k + 2];
        if (ax === bx) continue;
        // Counter-clockwise, the edges that run west are the upper border.
        const left = ax < bx ? k : k + 2;
        e[n] = xy[left];
        e[n + 1] = xy[left + 1] - this.south;
        e[n + 2] = ax < bx ? bx : ax;
        e[n + 3] = (xy[k + 3] - xy[k + 1]) / (bx - ax);
        e[n + 4] = ax < bx ? -sign[r] : sign[r];
        n += FIELDS;
      }
    this.#count = n / FIELDS;
    this.#looksUp = this.#count > PLAIN_EDGES;
    if (this.#looksUp) this.#strips.fill(this.#count, this.west, this.east, e, FIELDS);
  }
}

/** ± ∫ of the lower of two straight lines over the x they share: edge k of `e`, and one from (x0, y0) to x1. */
function lower(e: Float64Array, k: number, x0: number, y0: number, x1: number, slope: number): number {
  const left = e[k] > x0 ? e[k] : x0;
  const right = e[k + 2] < x1 ? e[k + 2] : x1;
  if (!(left < right)) return 0;
  const p0 = e[k + 1] + (left - e[k]) * e[k + 3];
  const p1 = e[k + 1] + (right - e[k]) * e[k + 3];
  const q0 = y0 + (left - x0) * slope;
  const q1 = y0 + (right - x0) * slope;
  const d0 = p0 - q0;
  const d1 = p1 - q1;
  const width = (right - left) * e[k + 4];
  if (d0 <= 0 && d1 <= 0) return (width * (p0 + p1)) / 2;
  if (d0 >= 0 && d1 >= 0) return (width * (q0 + q1)) / 2;
  // They cross at t: min = p − (p − q)⁺, and the positive part is a triangle.
  const t = d0 / (d0 - d1);
  return (width * (p0 + p1 - (d0 > 0 ? d0 * t : d1 * (1 - t)))) / 2;
}
