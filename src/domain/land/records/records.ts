import type { Coded } from './coded.ts';

/**
 * Records of one kind by row, whatever they are held in. Of a million rows a record each costs more than all that is
 * computed of them: what is asked of every row is asked field by field, a record of the few that are looked at.
 */
export interface Records<T> extends Iterable<T> {
  readonly length: number;
  /** The record of a row, the same object whenever it is asked for; RangeError where there is no such row. */
  get(row: number): T;
  /** The record of a row that is there, to be looked at once: it may be made anew and is not held. */
  peek(row: number): T;
  /** A field of every row without making records; undefined where a row has none. */
  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined;
  /** The same of a property kept aside `extra`. */
  kept(name: string): (row: number) => unknown;
  /** A field as what rows share of it; values that are objects may stand there several times. */
  coded<K extends keyof T>(name: K): Coded<Exclude<T[K], undefined>>;
  /** All records one after the other; those made on the way are not held. */
  map<U>(made: (record: T, row: number) => U): U[];
  entries(): Iterable<readonly [row: number, record: T]>;
}

/** Rows that are as asked. */
export function rowsWhere({ length }: Pick<Records<unknown>, 'length'>, isMeant: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (isMeant(row)) rows.push(row);
  return rows;
}

/** What every row gives. */
export const each = <V>({ length }: Pick<Records<unknown>, 'length'>, of: (row: number) => V): V[] =>
  Array.from({ length }, (_, row) => of(row));
