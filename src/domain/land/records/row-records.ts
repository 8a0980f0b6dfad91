import { codedOf, type Coded } from './coded.ts';
import type { Records } from './records.ts';

/** What any way of holding records has of itself, once it can read a row and a field of one. */
export abstract class RowRecords<T> implements Records<T> {
  abstract readonly length: number;
  /** The record of a row that is there. */
  abstract get(row: number): T;
  abstract peek(row: number): T;
  abstract field<K extends keyof T>(name: K): (row: number) => T[K] | undefined;
  abstract kept(name: string): (row: number) => unknown;

  coded<K extends keyof T>(name: K): Coded<Exclude<T[K], undefined>> {
    return codedOf(this.length, this.field(name)) as Coded<Exclude<T[K], undefined>>;
  }

  map<U>(made: (record: T, row: number) => U): U[] {
    return Array.from({ length: this.length }, (_, row) => made(this.peek(row), row));
  }

  *entries(): Generator<readonly [number, T]> {
    for (let row = 0; row < this.length; row++) yield [row, this.peek(row)];
  }

  *[Symbol.iterator](): Generator<T> {
    for (let row = 0; row < this.length; row++) yield this.peek(row);
  }

  /** RangeError where there is no such row. */
  protected within(row: number): number {
    if (!Number.isInteger(row) || row < 0 || row >= this.length)
      throw new RangeError(`there is no row ${row} among ${this.length}`);
    return row;
  }
}
