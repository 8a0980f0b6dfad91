/** So many entries of its own a map copies when it is forked; beyond them they become shared ones. */
const MOST_COPIED = 64;

/**
 * A map that can be forked at the cost of what was set since: what has long stood is shared, never changed, and overruled by
 * what each fork has of its own. Nothing is taken out.
 */
export class ForkedMap<K, V> {
  #shared: ReadonlyMap<K, V>;
  #own: Map<K, V>;

  constructor(shared: ReadonlyMap<K, V> = new Map(), own: Map<K, V> = new Map()) {
    this.#shared = shared;
    this.#own = own;
  }

  fork(): ForkedMap<K, V> {
    if (this.#own.size > MOST_COPIED) {
      this.#shared = new Map(this.entries());
      this.#own = new Map();
    }
    return new ForkedMap(this.#shared, new Map(this.#own));
  }

  get(key: K): V | undefined {
    return this.#own.has(key) ? this.#own.get(key) : this.#shared.get(key);
  }

  has(key: K): boolean {
    return this.#own.has(key) || this.#shared.has(key);
  }

  set(key: K, value: V): void {
    this.#own.set(key, value);
  }

  /** In the order in which the keys were first set. */
  *entries(): Generator<readonly [K, V]> {
    for (const [key, value] of this.#shared) yield [key, this.#own.has(key) ? this.#own.get(key)! : value];
    for (const entry of this.#own) if (!this.#shared.has(entry[0])) yield entry;
  }
}
