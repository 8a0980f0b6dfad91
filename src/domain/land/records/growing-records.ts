import { keptIn } from './array-records.ts';
import { codedOf, type Coded } from './coded.ts';
import type { Records } from './records.ts';
import { RowRecords } from './row-records.ts';

/**
 * Records that take further ones at their end, held as objects; those of the base stay as they are held. The rows between
 * the base and `from` hold nothing any more.
 */
export class GrowingRecords<T> extends RowRecords<T> {
  readonly #base: Records<T>;
  readonly #from: number;
  readonly #added: T[] = [];

  constructor(base: Records<T>, from = base.length) {
    super();
    this.#base = base;
    this.#from = from;
  }

  get base(): Records<T> {
    return this.#base;
  }

  get length(): number {
    return this.#from + this.#added.length;
  }

  /** The row the record has from now on. */
  append(record: T): number {
    return this.#from + this.#added.push(record) - 1;
  }

  get(row: number): T {
    return row < this.#base.length ? this.#base.get(row) : this.#added[this.within(row) - this.#from];
  }

  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined {
    return this.#either(this.#base.field(name), (record) => record[name]);
  }

  kept(name: string): (row: number) => unknown {
    return this.#either(this.#base.kept(name), (record) => keptIn(record, name));
  }

  override coded<K extends keyof T>(name: K): Coded<Exclude<T[K], undefined>> {
    const base = this.#base.coded(name);
    if (this.#added.length === 0) return base;
    const added = codedOf(this.#added.length, (row) => this.#added[row][name]) as typeof base;
    const codes = new Int32Array(this.length);
    codes.set(base.codes);
    codes.fill(-1, base.codes.length, this.#from);
    codes.set(
      added.codes.map((code) => (code < 0 ? code : base.values.length + code)),
      this.#from,
    );
    return { values: [...base.values, ...added.values], codes };
  }

  peek(row: number): T {
    const { length } = this.#base;
    return row < length ? this.#base.peek(row) : this.#added[row - this.#from];
  }

  #either<V>(base: (row: number) => V, added: (record: T) => V): (row: number) => V | undefined {
    const { length } = this.#base;
    const from = this.#from;
    return (row) => (row < length ? base(row) : row < from ? undefined : added(this.#added[row - from]));
  }
}
