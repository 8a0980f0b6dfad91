import type { Key } from './change.ts';

/** Keys of the rows a table was opened with: their numbers, unless a file says otherwise. */
export class BaseKeys {
  readonly size: number;
  readonly #keys: readonly Key[] | null;
  readonly #rows: ReadonlyMap<Key, number> | null;

  constructor(size: number, keys?: readonly Key[]) {
    this.size = size;
    const own = keys?.some((key, row) => key !== row) ? keys : null;
    this.#keys = own;
    this.#rows = own && new Map(own.map((key, row) => [key, row]));
  }

  keyAt(row: number): Key {
    return this.#keys ? this.#keys[row] : row;
  }

  /** Undefined of a key that came later. */
  rowOf(key: Key): number | undefined {
    return this.#rows ? this.#rows.get(key) : key < this.size ? key : undefined;
  }
}
