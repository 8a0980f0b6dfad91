import type { OutlineRings } from '../plane/outline.ts';

/**
 * Edges of one or more outlines as columns, vertical ones left out: four numbers each, leftmost end first, seen from an
 * origin; `sign` +1 for an upper border, −1 for a lower one, `owner` the number of the outline. What stands beyond `count`
 * means nothing.
 */
export interface Edges {
  readonly count: number;
  readonly ends: Float64Array;
  readonly sign: Int8Array;
  readonly owner: Uint32Array;
  /** Edge numbers by the x of their left end. */
  readonly byLeft: Uint32Array;
}

export interface Range {
  readonly west: number;
  readonly east: number;
  readonly x0: number;
  readonly y0: number;
}

/** So many edges are put in order one by one; `sort` is faster for more. */
const FEW = 64;

/** Columns that are filled over and over, for one question after the other: what was told of them before is gone then. */
export class EdgeColumns implements Edges {
  count = 0;
  ends = new Float64Array(4 * FEW);
  sign = new Int8Array(FEW);
  owner = new Uint32Array(FEW);
  byLeft = new Uint32Array(FEW);

  /** The edges whose x lies partly in `west .. east`, moved so that (x0, y0) is the origin. */
  take(outlines: readonly OutlineRings[], range: Range): this {
    this.count = 0;
    for (let number = 0; number < outlines.length; number++) {
      const { ringStart, from, to } = outlines[number];
      this.#room(this.count + ringStart[to] - ringStart[from]);
      for (let r = from; r < to; r++) this.#ring(outlines[number], r, number, range);
    }
    this.#sort();
    return this;
  }

  #ring({ xy, ringStart, sign }: OutlineRings, r: number, number: number, { west, east, x0, y0 }: Range): void {
    const { ends } = this;
    let { count } = this;
    for (let k = 2 * ringStart[r]; k < 2 * ringStart[r + 1] - 2; k += 2) {
      const ax = xy[k];
      const bx = xy[k + 2];
      if (ax === bx || (ax <= west && bx <= west) || (ax >= east && bx >= east)) continue;
      // Counter-clockwise, the edges that run west are the upper border.
      const left = ax < bx ? k : k + 2;
      const right = ax < bx ? k + 2 : k;
      ends[4 * count] = xy[left] - x0;
      ends[4 * count + 1] = xy[left + 1] - y0;
      ends[4 * count + 2] = xy[right] - x0;
      ends[4 * count + 3] = xy[right + 1] - y0;
      this.sign[count] = ax < bx ? -sign[r] : sign[r];
      this.owner[count++] = number;
    }
    this.count = count;
  }

  /** Of equal ones the lower number first. */
  #sort(): void {
    const { count, ends, byLeft } = this;
    if (count > FEW) {
      for (let i = 0; i < count; i++) byLeft[i] = i;
      byLeft.subarray(0, count).sort((i, j) => ends[4 * i] - ends[4 * j] || i - j);
      return;
    }
    for (let i = 0; i < count; i++) {
      const x = ends[4 * i];
      let at = i;
      for (; at > 0 && ends[4 * byLeft[at - 1]] > x; at--) byLeft[at] = byLeft[at - 1];
      byLeft[at] = i;
    }
  }

  #room(edges: number): void {
    if (edges <= this.sign.length) return;
    const room = 2 * edges;
    const ends = new Float64Array(4 * room);
    const sign = new Int8Array(room);
    const owner = new Uint32Array(room);
    ends.set(this.ends);
    sign.set(this.sign);
    owner.set(this.owner);
    [this.ends, this.sign, this.owner, this.byLeft] = [ends, sign, owner, new Uint32Array(room)];
  }
}

/** Height of edge `i` at `x`; exact at its ends. */
export function heightAt({ ends }: Edges, i: number, x: number): number {
  const k = 4 * i;
  if (x <= ends[k]) return ends[k + 1];
  if (x >= ends[k + 2]) return ends[k + 3];
  return ends[k + 1] + ((x - ends[k]) / (ends[k + 2] - ends[k])) * (ends[k + 3] - ends[k + 1]);
}

/** Calls `visit` for every pair of edges that share a stretch of x, until it says false; whether it never did. */
export function eachPairSharingX(edges: Edges, visit: (i: number, j: number) => boolean): boolean {
  const active: number[] = [];
  for (let n = 0; n < edges.count; n++) {
    const i = edges.byLeft[n];
    dropLeftOf(active, edges, edges.ends[4 * i]);
    for (const j of active) if (!visit(Math.min(i, j), Math.max(i, j))) return false;
    active.push(i);
  }
  return true;
}

/** Takes the edges that end at or before `x` off the list. */
export function dropLeftOf(active: number[], { ends }: Edges, x: number): void {
  let kept = 0;
  for (const i of active) if (ends[4 * i + 2] > x) active[kept++] = i;
  active.length = kept;
}
