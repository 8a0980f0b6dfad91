import { buildLevel, finestCell, levelFor, NO_LEVEL, type Level } from './grid-level.ts';

/*
 * An index of boxes for all-pairs work: uniform grids in place of a tree. Each box is entered in the one grid whose cells
 * are about its own size (each grid four times coarser than the last), so in at most 2 × 2 cells however large it is,
 * and no cell fills with boxes much smaller than itself. A grid has a bounded number of buckets and repeats beyond them
 * like a wallpaper: far-flung coordinates cost nothing, and boxes that share a bucket from afar fail the box test.
 */

export class BoxGrid {
  readonly #boxes: Float64Array;
  readonly #reach: number;
  readonly #levelOf: Uint8Array;
  readonly #levels: (Level | undefined)[];
  /** The box asked about: numbers kept here are not boxed on their way to where they are read. */
  readonly #asked = new Float64Array(4);

  /** Boxes as in `PlaneColumns`, of which the index keeps hold; two meet that are at most `reachM` apart. */
  constructor(boxes: Float64Array, reachM = 0) {
    this.#boxes = boxes;
    this.#reach = reachM;
    const finest = finestCell(boxes, reachM);
    this.#levelOf = new Uint8Array(boxes.length / 4);
    for (let i = 0; i < this.#levelOf.length; i++) this.#levelOf[i] = levelFor(boxes, i, finest, reachM);
    const used = new Uint8Array(NO_LEVEL + 1);
    for (let i = 0; i < this.#levelOf.length; i++) used[this.#levelOf[i]] = 1;
    const coarsest = used.lastIndexOf(1, NO_LEVEL - 1);
    this.#levels = Array.from({ length: coarsest + 1 }, (_, l) =>
      used[l] ? buildLevel(boxes, this.#levelOf, l, finest) : undefined,
    );
  }

  /**
   * Writes the rows whose boxes come within reach of box i and that i answers for, into `found`; their number. Over all
   * i, each pair of boxes comes once: rows of i's own grid behind it, and those of coarser grids.
   */
  partners(i: number, found: number[]): number {
    const own = this.#levelOf[i];
    if (own === NO_LEVEL) return 0;
    const b = this.#boxes;
    const r = this.#reach;
    const asked = this.#asked;
    asked[0] = b[4 * i] - r;
    asked[1] = b[4 * i + 1] - r;
    asked[2] = b[4 * i + 2] + r;
    asked[3] = b[4 * i + 3] + r;
    let count = this.#collect(this.#levels[own]!, i, found, 0);
    for (let l = own + 1; l < this.#levels.length; l++) {
      const level = this.#levels[l];
      if (level) count = this.#collect(level, -1, found, count);
    }
    return count;
  }

  /** Writes every row whose box meets this one, borders included, into `found`; their number. No reach is added. */
  meeting(west: number, south: number, east: number, north: number, found: number[]): number {
    this.#asked[0] = west;
    this.#asked[1] = south;
    this.#asked[2] = east;
    this.#asked[3] = north;
    let count = 0;
    for (const level of this.#levels) {
      if (!level) continue;
      const cells = ((east - west) * level.scale + 1) * ((north - south) * level.scale + 1);
      // Many small boxes under a large one: then each is looked at once.
      if (cells < level.rows.length) count = this.#collect(level, -1, found, count);
      else count = this.#scan(level, found, count);
    }
    return count;
  }

  /** Rows after `after` of the buckets under a box, each once: in the cell where the common ground of both begins. */
  #collect({ scale, maskX, maskY, shift, start, rows }: Level, after: number, found: number[], count: number): number {
    const boxes = this.#boxes;
    const west = this.#asked[0];
    const south = this.#asked[1];
    const east = this.#asked[2];
    const north = this.#asked[3];
    const x0 = Math.floor(west * scale);
    const x1 = Math.floor(east * scale);
    const y0 = Math.floor(south * scale);
    const y1 = Math.floor(north * scale);
    const several = x0 < x1 || y0 < y1;
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
          if (several && Math.floor((w > west ? w : west) * scale) !== x) continue;
          if (several && Math.floor((s > south ? s : south) * scale) !== y) continue;
          found[count++] = j;
        }
      }
    return count;
  }

  #scan(level: Level, found: number[], count: number): number {
    const boxes = this.#boxes;
    const [west, south, east, north] = this.#asked;
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
