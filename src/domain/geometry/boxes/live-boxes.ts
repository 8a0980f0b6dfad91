import Flatbush from 'flatbush';
import type { Bounds } from '../columns/bounds.ts';

/** Boxes as they are at first, with the tree over them once it is made. */
interface AtFirst {
  readonly size: number;
  readonly boxOf: (n: number) => Bounds | null;
  tree?: Flatbush | null;
}

/**
 * Boxes by number that change one at a time: a tree over those there are at first, built when it is first asked, and
 * beside it those that changed since, which are looked at one by one. Forks share the tree.
 */
export class LiveBoxes {
  readonly #base: AtFirst;
  readonly #changed: Map<number, Bounds | null>;

  /** `boxOf` is of the numbers 0 … size − 1 as they are at first; null where nothing is drawn. */
  static of(size: number, boxOf: (n: number) => Bounds | null): LiveBoxes {
    return new LiveBoxes({ size, boxOf }, new Map());
  }

  private constructor(base: AtFirst, changed: Map<number, Bounds | null>) {
    this.#base = base;
    this.#changed = changed;
  }

  fork(): LiveBoxes {
    return new LiveBoxes(this.#base, new Map(this.#changed));
  }

  set(n: number, box: Bounds | null): void {
    this.#changed.set(n, box);
  }

  /** Numbers whose boxes meet this one, borders included; in no order. */
  meeting([west, south, east, north]: Bounds): number[] {
    const changed = this.#changed;
    const found = this.#tree()?.search(west, south, east, north, (n) => !changed.has(n)) ?? [];
    for (const [n, box] of changed)
      if (box && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) found.push(n);
    return found;
  }

  #tree(): Flatbush | null {
    const base = this.#base;
    if (base.tree !== undefined) return base.tree;
    if (base.size === 0) return (base.tree = null);
    const tree = new Flatbush(base.size);
    for (let n = 0; n < base.size; n++) tree.add(...(base.boxOf(n) ?? NOWHERE));
    tree.finish();
    return (base.tree = tree);
  }
}

/** Beyond every place on earth. */
const NOWHERE: Bounds = [1e9, 1e9, 1e9, 1e9];
