import type { BaseKeys } from './base-keys.ts';
import type { Key } from './change.ts';

/**
 * Where records stand in the file: those it was opened with by their keys, each added one behind the one it was put after,
 * or at the end. Said once for a key: what is taken out and put back comes back to its place. Shared by forks.
 */
export class KeyOrder {
  readonly #base: BaseKeys;
  /** Of records added: the one each comes after, null: at the end; and the reverse, ascending. */
  readonly #anchors = new Map<Key, Key | null>();
  readonly #followers = new Map<Key | null, Key[]>();
  /** Of records added that were compared: the way to each. */
  readonly #ways = new Map<Key, readonly number[]>();

  constructor(base: BaseKeys) {
    this.#base = base;
  }

  place(key: Key, after: Key | null): void {
    if (this.#base.rowOf(key) !== undefined || this.#anchors.has(key)) return;
    this.#anchors.set(key, after);
    this.#ways.clear();
    const keys = this.#followers.get(after) ?? [];
    this.#followers.set(after, keys);
    keys.push(key);
    if (keys.length > 1 && keys[keys.length - 2] > key) keys.sort((p, q) => p - q);
  }

  /** Of every key that was ever placed those that are there. */
  keys(isThere: (key: Key) => boolean): Key[] {
    const found: Key[] = [];
    const add = (key: Key): void => {
      if (isThere(key)) found.push(key);
    };
    for (let row = 0; row < this.#base.size; row++) {
      const key = this.#base.keyAt(row);
      add(key);
      if (this.#followers.has(key)) for (const own of this.#behind(key)) add(own);
    }
    for (const own of this.#behind(null)) add(own);
    return found;
  }

  /** Which of two comes first: negative, 0 or positive, as for `sort`. */
  readonly compare = (a: Key, b: Key): number => {
    const p = this.#base.rowOf(a);
    const q = this.#base.rowOf(b);
    if (p !== undefined && q !== undefined) return p - q;
    const one = this.#ways.get(a) ?? this.#wayTo(a);
    const other = this.#ways.get(b) ?? this.#wayTo(b);
    for (let n = 0; n < one.length && n < other.length; n++) if (one[n] !== other[n]) return one[n] - other[n];
    return one.length - other.length;
  };

  /** From the record of the file that an added one stands behind, by those between, to itself. */
  #wayTo(key: Key): readonly number[] {
    const way: number[] = [];
    let at: Key | null = key;
    let row: number | undefined;
    while (at !== null && (row = this.#base.rowOf(at)) === undefined) {
      way.push(at);
      at = this.#anchors.get(at) ?? null;
    }
    way.push(row ?? Infinity);
    way.reverse();
    this.#ways.set(key, way);
    return way;
  }

  /** Records added after this one, each followed by those added after it. */
  *#behind(key: Key | null): Generator<Key> {
    const ahead = [...(this.#followers.get(key) ?? [])].reverse();
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      yield next;
      const own = this.#followers.get(next) ?? [];
      for (let i = own.length - 1; i >= 0; i--) ahead.push(own[i]);
    }
  }
}
