import type { Wire } from './wire.ts';

/*
 * One ring on its way into a tile: in tile units, clipped, on the grid, then as commands. The buffers are used over and
 * over: nothing is allocated per ring.
 */
export class TileRing {
  x: Float64Array;
  y: Float64Array;
  #x2: Float64Array;
  #y2: Float64Array;
  /** On the grid, once snapped. */
  readonly column: Int32Array;
  readonly row: Int32Array;
  length = 0;

  /** Vertices of the longest ring there is room for. */
  readonly longest: number;

  constructor(longest: number) {
    this.longest = longest;
    // Each of the four cuts adds at most half as many again.
    const room = 6 * longest + 16;
    [this.x, this.y, this.#x2, this.#y2] = [0, 0, 0, 0].map(() => new Float64Array(room));
    this.column = new Int32Array(room);
    this.row = new Int32Array(room);
  }

  /** Cuts the ring to the square low .. high (Sutherland and Hodgman 1974). */
  clip(low: number, high: number): void {
    for (let side = 0; side < 4 && this.length > 0; side++) {
      const vertical = side < 2;
      this.#cut(vertical, side % 2 === 0 ? low : high, side % 2 === 0 ? 1 : -1);
    }
  }

  #cut(vertical: boolean, bound: number, sign: number): void {
    const along = vertical ? this.x : this.y;
    const across = vertical ? this.y : this.x;
    const outAlong = vertical ? this.#x2 : this.#y2;
    const outAcross = vertical ? this.#y2 : this.#x2;
    let kept = 0;
    let j = this.length - 1;
    let before = (along[j] - bound) * sign;
    for (let i = 0; i < this.length; j = i++) {
      const here = (along[i] - bound) * sign;
      if (here >= 0 !== before >= 0) {
        // From the inside out, whichever way the ring runs: both neighbours get the same point.
        const [a, b] = here >= 0 ? [i, j] : [j, i];
        outAcross[kept] = across[a] + ((across[b] - across[a]) * (bound - along[a])) / (along[b] - along[a]);
        outAlong[kept++] = bound;
      }
      if (here >= 0) {
        outAlong[kept] = along[i];
        outAcross[kept++] = across[i];
      }
      before = here;
    }
    [this.x, this.#x2] = [this.#x2, this.x];
    [this.y, this.#y2] = [this.#y2, this.y];
    this.length = kept;
  }

  /** To whole units, no vertex twice in a row. Returns twice the signed area, positive clockwise as seen (y down). */
  snap(): number {
    const { x, y, column, row } = this;
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const c = Math.floor(x[i] + 0.5) | 0;
      const r = Math.floor(y[i] + 0.5) | 0;
      if (kept > 0 && c === column[kept - 1] && r === row[kept - 1]) continue;
      column[kept] = c;
      row[kept++] = r;
    }
    while (kept > 1 && column[kept - 1] === column[0] && row[kept - 1] === row[0]) kept--;
    this.length = kept;
    let area = 0;
    for (let i = 0, j = kept - 1; i < kept; j = i++) area += column[j] * row[i] - column[i] * row[j];
    return area;
  }
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** Commands of the vector tile specification 2.1, §4.3; the cursor runs on through a feature. */
export class GeometryWriter {
  #x = 0;
  #y = 0;

  startFeature(): void {
    this.#x = 0;
    this.#y = 0;
  }

  /** A snapped ring, forwards or backwards. */
  ring(wire: Wire, { column, row, length }: TileRing, backwards: boolean): void {
    wire.room(12 * length + 16);
    let cx = this.#x;
    let cy = this.#y;
    const { bytes } = wire;
    let at = wire.at;
    for (let i = 0; i < length; i++) {
      if (i === 0) bytes[at++] = 9; // MoveTo, once
      if (i === 1) {
        // LineTo for all the others
        let command = ((length - 1) << 3) | 2;
        for (; command > 127; command >>>= 7) bytes[at++] = (command & 127) | 128;
        bytes[at++] = command;
      }
      const v = backwards ? length - 1 - i : i;
      let dx = zigzag(column[v] - cx);
      for (; dx > 127; dx >>>= 7) bytes[at++] = (dx & 127) | 128;
      bytes[at++] = dx;
      let dy = zigzag(row[v] - cy);
      for (; dy > 127; dy >>>= 7) bytes[at++] = (dy & 127) | 128;
      bytes[at++] = dy;
      cx = column[v];
      cy = row[v];
    }
    bytes[at++] = 15; // ClosePath
    wire.at = at;
    [this.#x, this.#y] = [cx, cy];
  }
}
