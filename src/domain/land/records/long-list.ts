/** So many values are held together. */
const PIECE = 4096;

/** A list that grows without ever being copied: of a million rows the copies would take more room than the list. */
export class LongList<V> {
  readonly #pieces: V[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: V): void {
    if (this.#length % PIECE === 0) this.#pieces.push([]);
    this.#pieces[this.#pieces.length - 1].push(value);
    this.#length++;
  }

  /** Of an item that is there. */
  at(i: number): V {
    return this.#pieces[Math.floor(i / PIECE)][i % PIECE];
  }
}
