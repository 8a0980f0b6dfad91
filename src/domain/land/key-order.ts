import type { Key } from './change.ts';

/**
 * Where records stand in the file: those it was opened with by their keys, each added one behind the one it was put after,
 * or at the end. Said once for a key: what is taken out and put back comes back to its place. Shared by forks.
 */
export class KeyOrder {
  readonly #baseSize: number;
  /** Of records added: the one each comes after, null: at the end; and the reverse, ascending. */
  readonly #anchors = new Map<Key, Key | null>();
  readonly #followers = new Map<Key | null, Key[]>();

  constructor(baseSize: number) {
    this.#baseSize = baseSize;
  }

  place(key: Key, after: Key | null): void {
    if (key < this.#baseSize || this.#anchors.has(key)) return;
    this.#anchors.set(key, after);
    const keys = this.#followers.get(after) ?? [];
    this.#followers.set(after, keys);
    keys.push(key);
    if (keys.length > 1 && keys[keys.length - 2] > key) keys.sort((p, q) => p - q);
  }

  /** Every key that was ever placed. */
  *keys(): Generator<Key> {
    for (let key = 0; key < this.#baseSize; key++) {
      yield key;
      if (this.#followers.has(key)) yield* this.#behind(key);
    }
    yield* this.#behind(null);
  }

  /** Which of two comes first: negative, 0 or positive, as for `sort`. */
  readonly compare = (a: Key, b: Key): number => {
    if (a < this.#baseSize && b < this.#baseSize) return a - b;
    const [one, other] = [this.#wayTo(a), this.#wayTo(b)];
    for (let n = 0; n < one.length && n < other.length; n++) if (one[n] !== other[n]) return one[n] - other[n];
    return one.length - other.length;
  };

  /** From the record of the file that an added one stands behind, by those between, to itself. */
  #wayTo(key: Key): readonly number[] {
    const way: number[] = [];
    let at: Key | null = key;
    for (; at !== null && at >= this.#baseSize; at = this.#anchors.get(at) ?? null) way.push(at);
    way.push(at ?? Infinity);
    return way.reverse();
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
