import type { Shelved } from './by-shelf.ts';

/** More rows than any table has: two rows make one number. */
const MOST_ROWS = 2 ** 26;

/** What is known of two rows together, as long as the shelves of both are there. */
export class ByPair<V> {
  readonly #known = new WeakMap<object, WeakMap<object, Map<number, V>>>();

  /** What is known and does `fit`, or is found now. */
  remembered(a: Shelved, b: Shelved, find: () => V, fit: (known: V) => boolean = () => true): V {
    let others = this.#known.get(a.shelf);
    if (!others) this.#known.set(a.shelf, (others = new WeakMap()));
    let pairs = others.get(b.shelf);
    if (!pairs) others.set(b.shelf, (pairs = new Map()));
    const number = a.row * MOST_ROWS + b.row;
    const known = pairs.get(number);
    if (known !== undefined && fit(known)) return known;
    const found = find();
    pairs.set(number, found);
    return found;
  }
}
