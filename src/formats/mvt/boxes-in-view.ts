import Flatbush from 'flatbush';

/** From this share of the whole on a box is taken to hold most of it. */
const MOST_OF = 1 / 32;
/** To look at all boxes so often costs about what a tree of them does. */
const LOOKS = 32;

/** West, north, east, south. */
export type Box = readonly [number, number, number, number];

/** Boxes (west, north, east, south each) that are asked which of them meet another. */
export class BoxesInView {
  readonly #boxes: Float64Array;
  /** The box of all. */
  readonly #whole: Box;
  #looks = 0;
  /** Rows found by a look at all, time after time in the same memory. */
  #found: Uint32Array | null = null;
  #tree: Flatbush | null = null;

  constructor(boxes: Float64Array) {
    this.#boxes = boxes;
    this.#whole = wholeOf(boxes);
  }

  /**
   * Rows whose boxes meet this one, ascending, until the next are asked for: all are looked at where many are meant, and at
   * first; then a tree is asked.
   */
  meeting([west, north, east, south]: Box): Uint32Array {
    const [w, n, e, s] = this.#whole;
    if (!(w <= east && n <= south && e >= west && s >= north)) return new Uint32Array(0);
    const common = (Math.min(e, east) - Math.max(w, west)) * (Math.min(s, south) - Math.max(n, north));
    const isLarge = common >= MOST_OF * (e - w) * (s - n);
    if (isLarge || this.#looks++ < LOOKS) return this.#lookedAt(west, north, east, south);
    this.#tree ??= treeOf(this.#boxes);
    return Uint32Array.from(this.#tree.search(west, north, east, south)).sort();
  }

  #lookedAt(west: number, north: number, east: number, south: number): Uint32Array {
    const boxes = this.#boxes;
    const rows = (this.#found ??= new Uint32Array(boxes.length / 4));
    let count = 0;
    for (let row = 0, k = 0; row < rows.length; row++, k += 4)
      if (boxes[k] <= east && boxes[k + 2] >= west && boxes[k + 1] <= south && boxes[k + 3] >= north)
        rows[count++] = row;
    return rows.subarray(0, count);
  }
}

function wholeOf(boxes: Float64Array): Box {
  const whole: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < boxes.length; k += 4)
    for (let i = 0; i < 2; i++) {
      if (boxes[k + i] < whole[i]) whole[i] = boxes[k + i];
      if (boxes[k + i + 2] > whole[i + 2]) whole[i + 2] = boxes[k + i + 2];
    }
  return whole;
}

function treeOf(boxes: Float64Array): Flatbush {
  const tree = new Flatbush(boxes.length / 4);
  for (let k = 0; k < boxes.length; k += 4) tree.add(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
  tree.finish();
  return tree;
}
