import Flatbush from 'flatbush';
import type { Bounds } from '../columns/bounds.ts';

/** Boxes as they were when the tree over them was made, or will be. */
interface Standing {
  readonly keys: readonly number[];
  readonly boxOf: (n: number) => Bounds | null;
  tree?: Flatbush | null;
}

/** So many changed boxes are looked at one by one before a tree is made of all anew. */
const MOST_CHANGED = 2000;

/**
 * Boxes by key that change one at a time: a tree over those there are at first, made when it is first asked, and beside it
 * those that changed since, which are looked at one by one. Forks share the tree.
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
    if (this.#changed.size > Math.max(MOST_CHANGED, this.#standing.keys.length / 8)) this.#settle();
  }

  /** Keys of the boxes that meet this one, borders included; in no order. */
  meeting([west, south, east, north]: Bounds): number[] {
    const changed = this.#changed;
    const { keys } = this.#standing;
    const isStanding = (n: number) => !changed.has(keys[n]);
    const found = this.#tree()?.search(west, south, east, north, isStanding) ?? [];
    const met = found.map((n) => keys[n]);
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

  #tree(): Flatbush | null {
    const standing = this.#standing;
    if (standing.tree !== undefined) return standing.tree;
    const { length } = standing.keys;
    if (length === 0) return (standing.tree = null);
    const tree = new Flatbush(length);
    for (let n = 0; n < length; n++) tree.add(...(standing.boxOf(n) ?? NOWHERE));
    tree.finish();
    return (standing.tree = tree);
  }
}

/** Beyond every place on earth. */
const NOWHERE: Bounds = [1e9, 1e9, 1e9, 1e9];
