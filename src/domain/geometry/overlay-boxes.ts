/** Entries of the grid per box on average, at most: a few very large boxes among small ones make the cells larger. */
const MOST_ENTRIES = 16;

/** The boxes of many features in a grid, to be asked which of them meet another box. */
export class BoxGrid {
  readonly #boxes: Float64Array;
  readonly #west: number;
  readonly #south: number;
  #columns = 1;
  #rows = 1;
  #perX = 0;
  #perY = 0;
  readonly #start: Uint32Array;
  readonly #entries: Uint32Array;

  /** West, south, east, north of each feature; features `left out` and boxes that are empty are never found. */
  constructor(boxes: Float64Array, leftOut: (f: number) => boolean) {
    const rows = Array.from({ length: boxes.length / 4 }, (_, f) => f).filter(
      (f) => boxes[4 * f] <= boxes[4 * f + 2] && !leftOut(f),
    );
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const f of rows) {
      west = Math.min(west, boxes[4 * f]);
      south = Math.min(south, boxes[4 * f + 1]);
      east = Math.max(east, boxes[4 * f + 2]);
      north = Math.max(north, boxes[4 * f + 3]);
    }
    this.#boxes = boxes;
    this.#west = west;
    this.#south = south;
    this.#choose(rows, Math.max(east - west, 1e-3), Math.max(north - south, 1e-3));
    const start = new Uint32Array(this.#columns * this.#rows + 1);
    for (const f of rows) this.#eachCell(f, (cell) => start[cell + 1]++);
    for (let c = 0; c + 1 < start.length; c++) start[c + 1] += start[c];
    this.#entries = new Uint32Array(start[start.length - 1]);
    const next = start.slice();
    for (const f of rows) this.#eachCell(f, (cell) => (this.#entries[next[cell]++] = f));
    this.#start = start;
  }

  /** Writes the features whose boxes share ground with this one to `found`, ascending; returns how many. */
  meeting(west: number, south: number, east: number, north: number, found: number[]): number {
    let n = 0;
    const b = this.#boxes;
    const [i0, i1, j0, j1] = [this.#column(west), this.#column(east), this.#row(south), this.#row(north)];
    for (let j = j0; j <= j1; j++)
      for (let i = i0; i <= i1; i++) {
        const cell = j * this.#columns + i;
        for (let e = this.#start[cell]; e < this.#start[cell + 1]; e++) {
          const k = 4 * this.#entries[e];
          if (!(b[k] < east && b[k + 2] > west && b[k + 1] < north && b[k + 3] > south)) continue;
          // A box in several of the cells is met in the first of them.
          if (i0 !== i1 && Math.max(this.#column(b[k]), i0) !== i) continue;
          if (j0 !== j1 && Math.max(this.#row(b[k + 1]), j0) !== j) continue;
          let at = n++;
          for (; at > 0 && found[at - 1] > k / 4; at--) found[at] = found[at - 1];
          found[at] = k / 4;
        }
      }
    return n;
  }

  #choose(rows: readonly number[], width: number, height: number): void {
    let cells = 4 * rows.length;
    for (; ; cells /= 2) {
      this.#columns = Math.max(1, Math.round(Math.sqrt((cells * width) / height)));
      this.#rows = Math.max(1, Math.round(cells / this.#columns));
      this.#perX = this.#columns / width;
      this.#perY = this.#rows / height;
      let entries = 0;
      for (const f of rows) entries += this.#cellsOf(f);
      if (entries <= MOST_ENTRIES * rows.length || cells <= 1) return;
    }
  }

  #cellsOf(f: number): number {
    const b = this.#boxes;
    const wide = this.#column(b[4 * f + 2]) - this.#column(b[4 * f]) + 1;
    return wide * (this.#row(b[4 * f + 3]) - this.#row(b[4 * f + 1]) + 1);
  }

  #eachCell(f: number, visit: (cell: number) => void): void {
    const b = this.#boxes;
    for (let j = this.#row(b[4 * f + 1]); j <= this.#row(b[4 * f + 3]); j++)
      for (let i = this.#column(b[4 * f]); i <= this.#column(b[4 * f + 2]); i++) visit(j * this.#columns + i);
  }

  #column(x: number): number {
    const i = Math.floor((x - this.#west) * this.#perX);
    return i > 0 ? Math.min(i, this.#columns - 1) : 0;
  }

  #row(y: number): number {
    const j = Math.floor((y - this.#south) * this.#perY);
    return j > 0 ? Math.min(j, this.#rows - 1) : 0;
  }
}
