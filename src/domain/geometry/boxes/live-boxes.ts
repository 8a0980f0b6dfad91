import type { Bounds } from '../columns/bounds.ts';
import { BoxGrid } from './grid.ts';

/** Boxes as they were when the index of them was made, or will be. */
interface Standing {
  readonly keys: readonly number[];
  /** West, south, east, north of each key's; made when first asked for. */
  readonly boxes: () => Float64Array;
  index?: BoxGrid;
}

/** So many changed boxes are looked at one by one before an index is made of all anew. */
const MOST_CHANGED = 2000;

/**
 * Boxes by key that change one at a time: an index of those there are at first, made when it is first asked, and beside it
 * those that changed since, which are looked at one by one. Forks share the index.
 */
export class LiveBoxes {
  #standing: Standing;
  #changed: Map<number, Bounds | null>;

  /** `boxOf` is of place n among `keys`; null where nothing is drawn. */
  static of(keys: readonly number[], boxOf: (n: number) => Bounds | null): LiveBoxes {
    return LiveBoxes.ofColumns(keys, () => columnsOf(keys.length, boxOf));
  }

  /** Of many, without an object for each: four numbers a key, ∞, ∞, −∞, −∞ where nothing is drawn. Asked for once, at most. */
  static ofColumns(keys: readonly number[], boxes: () => Float64Array): LiveBoxes {
    return new LiveBoxes({ keys, boxes: once(boxes) }, new Map());
  }

  private constructor(standing: Standing, changed: Map<number, Bounds | null>) {
    this.#standing = standing;
    this.#changed = changed;
  }

  fork(): LiveBoxes {
    return new LiveBoxes(this.#standing, new Map(this.#changed));
  }

  set(key: number, box: Bounds | null): void {
    this.#changed.set(key, box);
    if (this.#changed.size > Math.max(MOST_CHANGED, this.#standing.keys.length / 64)) this.#settle();
  }

  /** Keys of the boxes that meet this one, borders included; in no order. */
  meeting([west, south, east, north]: Bounds): number[] {
    const changed = this.#changed;
    const { keys } = this.#standing;
    const found: number[] = [];
    const count = this.#index().meeting(west, south, east, north, found);
    const met: number[] = [];
    for (let n = 0; n < count; n++) if (!changed.has(keys[found[n]])) met.push(keys[found[n]]);
    for (const [key, box] of changed)
      if (box && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) met.push(key);
    return met;
  }

  /** Makes all that is there now the standing boxes. */
  #settle(): void {
    const { keys, boxes } = this.#standing;
    const all = new Map<number, Bounds>();
    const standing = boxes();
    keys.forEach((key, n) => {
      const [west, south, east, north] = standing.subarray(4 * n, 4 * n + 4);
      if (west <= east && !this.#changed.has(key)) all.set(key, [west, south, east, north]);
    });
    for (const [key, box] of this.#changed) if (box) all.set(key, box);
    const settled = [...all.values()];
    const columns = columnsOf(settled.length, (n) => settled[n]);
    this.#standing = { keys: [...all.keys()], boxes: () => columns };
    this.#changed = new Map();
  }

  #index(): BoxGrid {
    const standing = this.#standing;
    return (standing.index ??= new BoxGrid(standing.boxes()));
  }
}

/** Meets no box. */
const NOWHERE: Bounds = [Infinity, Infinity, -Infinity, -Infinity];

function columnsOf(count: number, boxOf: (n: number) => Bounds | null): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let n = 0; n < count; n++) boxes.set(boxOf(n) ?? NOWHERE, 4 * n);
  return boxes;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
