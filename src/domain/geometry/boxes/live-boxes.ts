import type { Bounds } from '../columns/bounds.ts';
import { BoxGrid } from './grid.ts';

/** Boxes as they were when the index of them was made, or will be. */
interface Standing {
  readonly keys: readonly number[];
  readonly boxOf: (n: number) => Bounds | null;
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
    return new LiveBoxes({ keys, boxOf }, new Map());
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
    const { keys, boxOf } = this.#standing;
    const all = new Map<number, Bounds>();
    keys.forEach((key, n) => {
      const box = this.#changed.has(key) ? null : boxOf(n);
      if (box) all.set(key, box);
    });
    for (const [key, box] of this.#changed) if (box) all.set(key, box);
    const boxes = [...all.values()];
    this.#standing = { keys: [...all.keys()], boxOf: (n) => boxes[n] };
    this.#changed = new Map();
  }

  #index(): BoxGrid {
    const standing = this.#standing;
    if (standing.index) return standing.index;
    const boxes = new Float64Array(4 * standing.keys.length);
    standing.keys.forEach((_, n) => boxes.set(standing.boxOf(n) ?? NOWHERE, 4 * n));
    return (standing.index = new BoxGrid(boxes));
  }
}

/** Meets no box. */
const NOWHERE: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
