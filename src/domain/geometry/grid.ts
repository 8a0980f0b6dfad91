/*
 * An index of boxes for all-pairs work: uniform grids in place of a tree. Each box is entered in the one grid whose cells
 * are about its own size (each grid four times coarser than the last), so in at most 3 × 3 cells however large it is,
 * and no cell fills with boxes much smaller than itself. A grid has a bounded number of buckets and repeats beyond them
 * like a wallpaper: far-flung coordinates cost nothing, and boxes that share a bucket from afar fail the box test.
 */

interface Level {
  /** 1 ÷ side of a cell. */
  readonly scale: number;
  /** Buckets along x and y, less one; both are powers of two. */
  readonly maskX: number;
  readonly maskY: number;
  readonly shift: number;
  /** Rows by bucket: `rows[start[b]] .. rows[start[b + 1]]`, ascending. */
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** The grid of the median box is number 3 of these, counted from the finest. */
const LEVELS = 24;
const MEDIAN_LEVEL = 3;
const NO_LEVEL = 255;
/** Side of a cell in median boxes: measured, with little effect from 0.5 to 1.4. */
const CELL_PER_MEDIAN = 1;
/** With 24 grids on top of it, the coarsest still has a cell for all that is on the plane. */
const LEAST_CELL_M = 1e-3;
const SAMPLE = 4096;
const BUCKETS_PER_BOX = 4;

export class BoxGrid {
  readonly #boxes: Float64Array;
  readonly #reach: number;
  readonly #levelOf: Uint8Array;
  readonly #levels: (Level | undefined)[];

  /** Boxes as in `PlaneColumns`, of which the index keeps hold; two meet that are at most `reachM` apart. */
  constructor(boxes: Float64Array, reachM = 0) {
    this.#boxes = boxes;
    this.#reach = reachM;
    const finest = (Math.max(LEAST_CELL_M, CELL_PER_MEDIAN * typicalSize(boxes)) + 2 * reachM) / 4 ** MEDIAN_LEVEL;
    this.#levelOf = new Uint8Array(boxes.length / 4);
    for (let i = 0; i < this.#levelOf.length; i++) this.#levelOf[i] = levelFor(boxes, i, finest, reachM);
    const used = new Set(this.#levelOf);
    this.#levels = Array.from({ length: LEVELS }, (_, l) =>
      used.has(l) ? levelOf(boxes, this.#levelOf, l, 1 / (finest * 4 ** l)) : undefined,
    );
  }

  /**
   * Writes the rows whose boxes come within reach of box i and that i answers for, into `found`; their number. Over all
   * i, each pair of boxes comes once: rows of i's own grid behind it, and those of coarser grids.
   */
  partners(i: number, found: number[]): number {
    const own = this.#levelOf[i];
    if (own === NO_LEVEL) return 0;
    const [b, r] = [this.#boxes, this.#reach];
    const [west, south, east, north] = [b[4 * i] - r, b[4 * i + 1] - r, b[4 * i + 2] + r, b[4 * i + 3] + r];
    let count = this.#collect(this.#levels[own]!, west, south, east, north, i, found, 0);
    for (let l = own + 1; l < LEVELS; l++) {
      const level = this.#levels[l];
      if (level) count = this.#collect(level, west, south, east, north, -1, found, count);
    }
    return count;
  }

  /** Writes every row whose box meets this one, borders included, into `found`; their number. No reach is added. */
  meeting(west: number, south: number, east: number, north: number, found: number[]): number {
    let count = 0;
    for (const level of this.#levels) {
      if (!level) continue;
      const cells = ((east - west) * level.scale + 1) * ((north - south) * level.scale + 1);
      // Many small boxes under a large one: then each is looked at once.
      if (cells < level.rows.length) count = this.#collect(level, west, south, east, north, -1, found, count);
      else count = this.#scan(level, west, south, east, north, found, count);
    }
    return count;
  }

  /** Rows after `after` of the buckets under a box, each once: in the cell where the common ground of both begins. */
  #collect(
    { scale, maskX, maskY, shift, start, rows }: Level,
    west: number,
    south: number,
    east: number,
    north: number,
    after: number,
    found: number[],
    count: number,
  ): number {
    const boxes = this.#boxes;
    const [x0, x1] = [Math.floor(west * scale), Math.floor(east * scale)];
    const [y0, y1] = [Math.floor(south * scale), Math.floor(north * scale)];
    for (let y = y0; y <= y1; y++)
      for (let x = x0; x <= x1; x++) {
        const bucket = ((y & maskY) << shift) | (x & maskX);
        const first = start[bucket];
        for (let q = start[bucket + 1] - 1; q >= first; q--) {
          const j = rows[q];
          if (j <= after) break;
          const w = boxes[4 * j];
          const s = boxes[4 * j + 1];
          if (w > east || boxes[4 * j + 2] < west || s > north || boxes[4 * j + 3] < south) continue;
          if (Math.floor((w > west ? w : west) * scale) !== x) continue;
          if (Math.floor((s > south ? s : south) * scale) !== y) continue;
          found[count++] = j;
        }
      }
    return count;
  }

  #scan(level: Level, west: number, south: number, east: number, north: number, found: number[], count: number) {
    const boxes = this.#boxes;
    const known = new Set<number>();
    for (const j of level.rows) {
      if (boxes[4 * j] > east || boxes[4 * j + 2] < west) continue;
      if (boxes[4 * j + 1] > north || boxes[4 * j + 3] < south || known.has(j)) continue;
      known.add(j);
      found[count++] = j;
    }
    return count;
  }
}

/** Median of the longer side, over a sample; 0 without boxes. */
export function typicalSize(boxes: Float64Array): number {
  const sizes: number[] = [];
  const step = Math.max(1, Math.floor(boxes.length / 4 / SAMPLE));
  for (let k = 0; k < boxes.length; k += 4 * step) if (boxes[k] <= boxes[k + 2]) sizes.push(longerSide(boxes, k));
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

const longerSide = (boxes: Float64Array, k: number): number =>
  Math.max(boxes[k + 2] - boxes[k], boxes[k + 3] - boxes[k + 1]);

/** The finest grid in which box i and its reach span at most two cells' width, so three cells. */
function levelFor(boxes: Float64Array, i: number, finest: number, reach: number): number {
  if (!(boxes[4 * i] <= boxes[4 * i + 2])) return NO_LEVEL;
  const span = longerSide(boxes, 4 * i) + 2 * reach;
  let level = 0;
  for (let widest = 2 * finest; span > widest && level < LEVELS - 1; widest *= 4) level++;
  return level;
}

function levelOf(boxes: Float64Array, levels: Uint8Array, number: number, scale: number): Level {
  const frame = frameOf(boxes, levels, number, scale);
  const { maskX, maskY, shift } = frame;
  const start = new Uint32Array((maskX + 1) * (maskY + 1) + 1);
  const eachBucket = (visit: (bucket: number, i: number) => void): void => {
    for (let i = 0; i < levels.length; i++) {
      if (levels[i] !== number) continue;
      const [x0, x1] = [Math.floor(boxes[4 * i] * scale), Math.floor(boxes[4 * i + 2] * scale)];
      const [y0, y1] = [Math.floor(boxes[4 * i + 1] * scale), Math.floor(boxes[4 * i + 3] * scale)];
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit(((y & maskY) << shift) | (x & maskX), i);
    }
  };
  eachBucket((bucket) => start[bucket + 1]++);
  for (let b = 1; b < start.length; b++) start[b] += start[b - 1];
  const rows = new Uint32Array(start[start.length - 1]);
  const next = start.slice();
  eachBucket((bucket, i) => (rows[next[bucket]++] = i));
  return { ...frame, start, rows };
}

/** Buckets for the boxes of one grid: a power of two each way, at least 4 so that no box meets itself around it. */
function frameOf(boxes: Float64Array, levels: Uint8Array, number: number, scale: number) {
  let [west, south, east, north, count] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] !== number) continue;
    count++;
    west = Math.min(west, boxes[4 * i]);
    south = Math.min(south, boxes[4 * i + 1]);
    east = Math.max(east, boxes[4 * i + 2]);
    north = Math.max(north, boxes[4 * i + 3]);
  }
  const bits = (span: number): number => Math.min(24, Math.max(2, Math.ceil(Math.log2(span * scale + 2))));
  let [bitsX, bitsY] = [bits(east - west), bits(north - south)];
  const most = Math.max(4, Math.ceil(Math.log2(BUCKETS_PER_BOX * count)));
  while (bitsX + bitsY > most)
    if (bitsX > bitsY) bitsX--;
    else bitsY--;
  return { scale, maskX: 2 ** bitsX - 1, maskY: 2 ** bitsY - 1, shift: bitsX };
}
