/** Entries per edge at most: long edges that all run side by side get fewer, wider strips. */
const MOST_ENTRIES = 6;

/** Edges of one feature by the vertical strip of its box they run through, for features with very many of them. */
export class XStrips {
  #west = 0;
  #perMetre = 0;
  #count = 1;
  #start = new Uint32Array(1);
  #entries = new Uint32Array(1);
  #firstStrip = new Uint32Array(1);

  /** Edge i runs from x `edges[fields · i]` to x `edges[fields · i + 2]`. */
  fill(count: number, west: number, east: number, edges: Float64Array, fields: number): void {
    this.#west = west;
    this.#count = Math.max(1, count >> 2);
    let total = Infinity;
    for (; ; this.#count >>= 1) {
      this.#perMetre = this.#count / (east - west);
      total = 0;
      for (let k = 0; k < fields * count; k += fields) total += this.#of(edges[k + 2]) - this.#of(edges[k]) + 1;
      if (total <= MOST_ENTRIES * count || this.#count === 1) break;
    }
    const start = new Uint32Array(this.#count + 1);
    this.#entries = new Uint32Array(total);
    this.#firstStrip = new Uint32Array(count);
    const each = (visit: (strip: number, i: number) => void): void => {
      for (let i = 0; i < count; i++) {
        const last = this.#of(edges[fields * i + 2]);
        for (let s = this.#of(edges[fields * i]); s <= last; s++) visit(s, i);
      }
    };
    each((s) => start[s + 1]++);
    for (let s = 0; s < this.#count; s++) start[s + 1] += start[s];
    const next = start.slice();
    each((s, i) => (this.#entries[next[s]++] = i));
    for (let i = 0; i < count; i++) this.#firstStrip[i] = this.#of(edges[fields * i]);
    this.#start = start;
  }

  /** Calls `visit` once for every edge that may run over a part of `x0 .. x1`. */
  eachOver(x0: number, x1: number, visit: (i: number) => void): void {
    const first = this.#of(x0);
    const last = this.#of(x1);
    for (let s = first; s <= last; s++)
      for (let n = this.#start[s]; n < this.#start[s + 1]; n++) {
        const i = this.#entries[n];
        // An edge in several of the strips is met in the first of them.
        if (s === first || this.#firstStrip[i] === s) visit(i);
      }
  }

  #of(x: number): number {
    const strip = Math.floor((x - this.#west) * this.#perMetre);
    return strip > 0 ? Math.min(strip, this.#count - 1) : 0;
  }
}
