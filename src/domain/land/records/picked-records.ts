import type { Coded } from './coded.ts';
import type { Records } from './records.ts';
import { RowRecords } from './row-records.ts';

/** Rows of other records, in the order given, held where they are. */
export const pickedRecords = <T>(of: Records<T>, rows: ArrayLike<number>): Records<T> => new PickedRecords(of, rows);

class PickedRecords<T> extends RowRecords<T> {
  readonly #of: Records<T>;
  readonly #rows: ArrayLike<number>;

  constructor(of: Records<T>, rows: ArrayLike<number>) {
    super();
    this.#of = of;
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  get(row: number): T {
    return this.#of.get(this.#rows[this.within(row)]);
  }

  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined {
    const field = this.#of.field(name);
    return (row) => field(this.#rows[row]);
  }

  kept(name: string): (row: number) => unknown {
    const kept = this.#of.kept(name);
    return (row) => kept(this.#rows[row]);
  }

  override coded<K extends keyof T>(name: K): Coded<Exclude<T[K], undefined>> {
    const { values, codes } = this.#of.coded(name);
    return { values, codes: Int32Array.from(this.#rows, (row) => codes[row]) };
  }

  peek(row: number): T {
    return this.#of.peek(this.#rows[row]);
  }
}
