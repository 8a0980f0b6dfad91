/** Rows by the id their records have, of a table that stays: numbers alone, a few bytes a row. */
export class IdIndex {
  readonly #idOf: (row: number) => string | undefined;
  /** Rows + 1 by hash, 0 where there is none; those that do not fit at their place come right after. */
  readonly #slots: Int32Array;

  constructor(size: number, idOf: (row: number) => string | undefined) {
    this.#idOf = idOf;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
    for (let row = 0; row < size; row++) {
      const id = idOf(row);
      if (id === undefined) continue;
      let slot = this.#first(id);
      while (this.#slots[slot] !== 0) slot = this.#next(slot);
      this.#slots[slot] = row + 1;
    }
  }

  /** Rows of an id, the first of the file first. */
  *rows(id: string): Generator<number> {
    for (let slot = this.#first(id); this.#slots[slot] !== 0; slot = this.#next(slot)) {
      const row = this.#slots[slot] - 1;
      if (this.#idOf(row) === id) yield row;
    }
  }

  #first(id: string): number {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #next(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }
}
