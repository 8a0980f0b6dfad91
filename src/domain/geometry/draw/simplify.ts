import type { Layer } from '../columns/layer.ts';
import { borderNodes } from './simplify-nodes.ts';

type Offsets = Pick<Layer, 'vertexStart' | 'lonLat'>;

/**
 * What each vertex is worth in a coarser drawing: the square of the distance, in units of `xy`, by which leaving it out
 * (and all that are worth less) moves the line. To draw with tolerance t, keep the vertices of weight ≥ t².
 *
 * Borders stay shared: a vertex where the rings that meet there part ways (a node) is always kept (∞), and the chain
 * between two nodes is weighed in one direction whichever ring runs along it, so that both neighbours keep the same
 * vertices. Douglas and Peucker's method (1973), with a vertex never worth more than the one that split its chain.
 * Neighbours share what they have vertex for vertex in `lonLat`; `xy` (interleaved) may be any projection of it.
 */
export function vertexWeights(layer: Offsets, xy: Float64Array, nodes = borderNodes(layer)): Float32Array {
  const weights = new Float32Array(xy.length / 2);
  weighRings(layer.vertexStart, { xy, nodes, weights }, 0, layer.vertexStart.length - 1);
  return weights;
}

interface Weighing {
  readonly xy: Float64Array;
  /** 1 for every vertex that is a node. */
  readonly nodes: Uint8Array;
  /** Of every vertex, as they come out. */
  readonly weights: Float32Array;
}

/** The same of rings `from .. to` (exclusive) alone. */
export function weighRings(vertexStart: Uint32Array, { xy, nodes, weights }: Weighing, from: number, to: number): void {
  const weigh = new ChainWeigher(xy, weights, longestRing(vertexStart, from, to));
  for (let r = from; r < to; r++) {
    const first = vertexStart[r];
    const last = vertexStart[r + 1] - 1;
    if (last <= first) continue;
    weighRing(weigh, nodes, first, last);
    weights[last] = weights[first];
  }
}

/** Vertices of the longest of rings `from .. to` (exclusive). */
export function longestRing(vertexStart: Uint32Array, from = 0, to = vertexStart.length - 1): number {
  let longest = 0;
  for (let r = from; r < to; r++) longest = Math.max(longest, vertexStart[r + 1] - vertexStart[r]);
  return longest;
}

/** Chains from node to node around the ring `from .. last`, whose last vertex is its first again. */
function weighRing(weigh: ChainWeigher, nodes: Uint8Array, from: number, last: number): void {
  let first = from;
  while (first < last && nodes[first] === 0) first++;
  // A ring that no other parts from, such as an island and its hole: it starts where both would start it.
  if (first === last) first = weigh.leastVertex(from, last);
  weigh.start(first);
  for (let k = 1; k <= last - from; k++) {
    const v = first + k < last ? first + k : first + k - (last - from);
    weigh.add(v);
    if (nodes[v] !== 0 || v === first) {
      weigh.finish();
      weigh.start(v);
    }
  }
}

class ChainWeigher {
  readonly #xy: Float64Array;
  readonly #weights: Float32Array;
  /** Vertices of the chain in the direction it is weighed. */
  readonly #chain: Int32Array;
  readonly #stack: Int32Array;
  #length = 0;

  constructor(xy: Float64Array, weights: Float32Array, longest: number) {
    this.#xy = xy;
    this.#weights = weights;
    this.#chain = new Int32Array(longest + 1);
    this.#stack = new Int32Array(2 * longest + 8);
  }

  start(v: number): void {
    this.#chain[0] = v;
    this.#length = 1;
  }

  add(v: number): void {
    this.#chain[this.#length++] = v;
  }

  finish(): void {
    const chain = this.#chain;
    const last = this.#length - 1;
    this.#weights[chain[0]] = Infinity;
    this.#weights[chain[last]] = Infinity;
    if (last < 2) return;
    const closed = this.#compare(chain[0], chain[last]) === 0;
    if (closed ? this.#compare(chain[1], chain[last - 1]) > 0 : this.#compare(chain[0], chain[last]) > 0)
      for (let i = 0, j = last; i < j; i++, j--) {
        const v = chain[i];
        chain[i] = chain[j];
        chain[j] = v;
      }
    if (!closed) return this.#split(0, last);
    const far = this.#farthest(last);
    this.#weights[chain[far]] = Infinity;
    this.#split(0, far);
    this.#split(far, last);
  }

  /** West before east, south before north: the same for every ring that has the vertex. */
  #compare(v: number, w: number): number {
    return this.#xy[2 * v] - this.#xy[2 * w] || this.#xy[2 * v + 1] - this.#xy[2 * w + 1];
  }

  leastVertex(from: number, last: number): number {
    let least = from;
    for (let v = from + 1; v < last; v++) if (this.#compare(v, least) < 0) least = v;
    return least;
  }

  /** Of a chain that comes back to its start: halves of their own, so that the loop does not fall flat at once. */
  #farthest(last: number): number {
    const xy = this.#xy;
    const chain = this.#chain;
    let far = 1;
    let most = -1;
    for (let k = 1; k < last; k++) {
      const dx = xy[2 * chain[k]] - xy[2 * chain[0]];
      const dy = xy[2 * chain[k] + 1] - xy[2 * chain[0] + 1];
      if (!(dx * dx + dy * dy > most)) continue;
      far = k;
      most = dx * dx + dy * dy;
    }
    return far;
  }

  /** Weighs what lies between places `first` and `last` of the chain; a stack, since chains may be long. */
  #split(first: number, last: number): void {
    const xy = this.#xy;
    const chain = this.#chain;
    const weights = this.#weights;
    const stack = this.#stack;
    let depth = 0;
    stack[depth++] = first;
    stack[depth++] = last;
    while (depth > 0) {
      const b = stack[--depth];
      const a = stack[--depth];
      if (b - a < 2) continue;
      const ax = xy[2 * chain[a]];
      const ay = xy[2 * chain[a] + 1];
      const dx = xy[2 * chain[b]] - ax;
      const dy = xy[2 * chain[b] + 1] - ay;
      const length = dx * dx + dy * dy;
      let at = a + 1;
      let most = -1;
      for (let k = a + 1; k < b; k++) {
        let px = xy[2 * chain[k]] - ax;
        let py = xy[2 * chain[k] + 1] - ay;
        const t = length === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / length, 0), 1);
        px -= t * dx;
        py -= t * dy;
        const distance = px * px + py * py;
        if (distance > most) {
          most = distance;
          at = k;
        }
      }
      weights[chain[at]] = Math.min(most, weights[chain[a]], weights[chain[b]]);
      stack[depth++] = a;
      stack[depth++] = at;
      stack[depth++] = at;
      stack[depth++] = b;
    }
  }
}
