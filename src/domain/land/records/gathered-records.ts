import { put } from './column-records.ts';
import { LongList } from './long-list.ts';
import { RowRecords } from './row-records.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Values of a field or of a property kept aside, by row; undefined, or none at the end, where a row has none. */
interface Gathered {
  readonly name: string;
  readonly isKept: boolean;
  readonly values: LongList<unknown>;
  /** What many rows have, each value once. */
  readonly shared: Map<string, unknown>;
}

/** Of a column so many different values are looked up; where there are more, most rows have their own. */
const MOST_SHARED = 4096;

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
    if (this.#orders.length === 0 || !isAlike(this.#order, this.#orders[this.#last])) this.#last = this.#ordered();
    this.#rows.push(this.#last);
  }

  /** The next column is most often that of the record before. */
  #take(name: string, value: unknown, isKept: boolean): void {
    const guess = this.#orders.length > 0 ? this.#orders[this.#last].at(this.#order.length) : undefined;
    const known = guess === undefined ? undefined : this.#columns[guess];
    const column = known?.name === name && known.isKept === isKept ? guess! : this.#columnOf(name, isKept);
    this.#order.push(column);
    const { values, shared } = this.#columns[column];
    // Without gaps: a list that has some takes more room, or is slow.
    while (values.length < this.#rows.length) values.push(undefined);
    values.push(sharedIn(shared, value));
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
    return this.#columns.push({ name, isKept, values: new LongList(), shared: new Map() }) - 1;
  }

  #ordered(): number {
    const key = this.#order.join();
    const known = this.#orderOf.get(key);
    if (known !== undefined) return known;
    this.#orderOf.set(key, this.#orders.length);
    return this.#orders.push([...this.#order]) - 1;
  }
}

const isAlike = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((column, i) => column === others[i]);

/** A text, or a record of nothing but texts, as the one that an earlier row has. */
function sharedIn(shared: Map<string, unknown>, value: unknown): unknown {
  const key = typeof value === 'string' ? value : isOfTexts(value) ? JSON.stringify(value) : null;
  if (key === null) return value;
  const known = shared.get(key);
  // A text may spell a record out.
  if (typeof known === typeof value) return known;
  if (shared.size < MOST_SHARED && known === undefined) shared.set(key, value);
  return value;
}

const isOfTexts = (value: unknown): value is Properties =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((inner) => typeof inner === 'string');
