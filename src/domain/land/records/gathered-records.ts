import { memoized } from '../memoized.ts';
import { put } from './column-records.ts';
import { GatheredValues } from './gathered-values.ts';
import { LongList } from './long-list.ts';
import type { Records } from './records.ts';
import { RowRecords } from './row-records.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Values of a field or of a property kept aside, by row; undefined, or none at the end, where a row has none. */
interface Gathered {
  readonly name: string;
  readonly isKept: boolean;
  readonly values: GatheredValues;
}

/** A field and its value by row, undefined where it is not another one. */
interface Amended {
  readonly name: string;
  readonly of: (row: number) => unknown;
}

/**
 * Records taken one by one and held as columns, made of them when they are asked for: as objects a hundred thousand take
 * several times the room. Each comes back with its fields in the order it had them in.
 */
export class GatheredRecords<T extends object> extends RowRecords<T> {
  readonly #columns: Gathered[] = [];
  readonly #own = new Map<string, number>();
  readonly #kept = new Map<string, number>();
  /** Columns by number, as they follow each other in a record; records mostly have the same. */
  readonly #orders: (readonly number[])[] = [];
  readonly #orderOf = new Map<string, number>();
  /** Of each row its order. */
  readonly #rows = new LongList<number>();
  /** Of the record that is taken in. */
  readonly #order: number[] = [];
  #last = 0;
  /** Of rows whose record was asked for. */
  readonly #made = new Map<number, T>();

  get length(): number {
    return this.#rows.length;
  }

  append(record: T): void {
    this.#order.length = 0;
    const properties = record as Properties;
    for (const name in properties) {
      const value = properties[name];
      if (name !== 'extra') this.#take(name, value, false);
      else for (const kept in value as Properties) this.#take(kept, (value as Properties)[kept], true);
    }
    if (this.#orders.length === 0 || !isAlike(this.#order, this.#orders[this.#last]))
      this.#last = this.#orderNumber(this.#order);
    this.#rows.push(this.#last);
  }

  /** The next column is most often that of the record before. */
  #take(name: string, value: unknown, isKept: boolean): void {
    const guess = this.#orders.length > 0 ? this.#orders[this.#last].at(this.#order.length) : undefined;
    const known = guess === undefined ? undefined : this.#columns[guess];
    const column = known?.name === name && known.isKept === isKept ? guess! : this.#columnOf(name, isKept);
    this.#order.push(column);
    const { values } = this.#columns[column];
    // Without gaps: a list that has some takes more room, or is slow.
    while (values.length < this.#rows.length) values.push(undefined);
    values.push(value);
  }

  /**
   * The same records with other values of some fields, each of which stands last then; `of` is undefined where a record keeps its
   * own. No others are taken after that: what is not changed is held once.
   */
  amended(fields: readonly Amended[]): Records<T> {
    const amended = new GatheredRecords<T>();
    amended.#columns.push(...this.#columns);
    for (const [name, column] of this.#own) amended.#own.set(name, column);
    for (const [name, column] of this.#kept) amended.#kept.set(name, column);
    const values = fields.map(() => new GatheredValues());
    const readers = fields.map(({ name }) => this.#reader(this.#own.get(name)));
    const columns = fields.map(({ name }) => amended.#columnOf(name, false));
    const orders = new Map<number, number>();
    for (let row = 0; row < this.length; row++) {
      let changed = 0;
      for (let f = 0; f < fields.length; f++) {
        const value = fields[f].of(row);
        if (value !== undefined) changed |= 1 << f;
        values[f].push(value ?? readers[f](row));
      }
      const before = this.#rows.at(row);
      const moved = () => {
        const last = columns.filter((_, f) => (changed >> f) & 1);
        return amended.#orderNumber([...this.#orders[before].filter((column) => !last.includes(column)), ...last]);
      };
      amended.#rows.push(memoized(orders, (before << fields.length) | changed, moved));
    }
    columns.forEach((column, f) => (amended.#columns[column] = { ...amended.#columns[column], values: values[f] }));
    return amended;
  }

  get(row: number): T {
    const known = this.#made.get(this.within(row));
    if (known !== undefined) return known;
    const made = this.#recordAt(row);
    this.#made.set(row, made);
    return made;
  }

  peek(row: number): T {
    return this.#made.get(row) ?? this.#recordAt(row);
  }

  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined {
    // What is kept aside is an object, and the same one whenever it is asked for.
    if (name === 'extra') return (row) => this.get(row)[name];
    return this.#reader(this.#own.get(name as string)) as (row: number) => T[K] | undefined;
  }

  kept(name: string): (row: number) => unknown {
    return this.#reader(this.#kept.get(name));
  }

  #reader(column: number | undefined): (row: number) => unknown {
    if (column === undefined) return () => undefined;
    const { values } = this.#columns[column];
    return (row) => (row < values.length ? values.at(row) : undefined);
  }

  #recordAt(row: number): T {
    const record: Record<string, unknown> = {};
    let extra: Record<string, unknown> | null = null;
    for (const column of this.#orders[this.#rows.at(row)]) {
      const { name, isKept, values } = this.#columns[column];
      if (!isKept) put(record, name, values.at(row));
      else put((extra ??= record.extra = {}), name, values.at(row));
    }
    return record as T;
  }

  #columnOf(name: string, isKept: boolean): number {
    const known = isKept ? this.#kept : this.#own;
    const column = known.get(name);
    if (column !== undefined) return column;
    known.set(name, this.#columns.length);
    return this.#columns.push({ name, isKept, values: new GatheredValues() }) - 1;
  }

  #orderNumber(order: readonly number[]): number {
    return memoized(this.#orderOf, order.join(), () => this.#orders.push([...order]) - 1);
  }
}

const isAlike = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((column, i) => column === others[i]);
