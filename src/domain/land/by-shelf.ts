/** A row, and what holds it: rows of one number on different shelves have nothing in common. */
export interface Shelved {
  readonly row: number;
  readonly shelf: object;
}

/** What is known of rows, as long as their shelf is there. Forks of a table that were folded apart have shelves of their own. */
export class ByShelf<V> {
  readonly #known = new WeakMap<object, Map<number, V>>();

  remembered({ row, shelf }: Shelved, find: () => V): V {
    let rows = this.#known.get(shelf);
    if (!rows) this.#known.set(shelf, (rows = new Map()));
    const known = rows.get(row);
    if (known !== undefined) return known;
    const found = find();
    rows.set(row, found);
    return found;
  }
}
