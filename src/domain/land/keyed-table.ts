import { gatherRows, type RowRange } from '../geometry/edit/gather.ts';
import { GrowingLayer } from '../geometry/columns/growing-layer.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import { patched, type Key, type Patch, type Put } from './change.ts';
import type { Table } from './model.ts';
import { GrowingRecords } from './records/growing-records.ts';
import { pickedRecords } from './records/picked-records.ts';
import type { Records } from './records/records.ts';

/** In place of a row: the record is gone. */
const GONE = -1;

/** What all forks of a table share: rows are only added, so none of them sees another's. */
interface Store<T> {
  readonly records: GrowingRecords<T>;
  readonly geometry: GrowingLayer;
  readonly baseSize: number;
  /** Of records added: the one each comes after, null: at the end; and the reverse, ascending. */
  readonly anchors: Map<Key, Key | null>;
  readonly followers: Map<Key | null, Key[]>;
  nextKey: Key;
}

/**
 * Records with their boundaries by key. Every state of a record is a row of its own at the end of the columns; which row
 * is the record's now is looked up. So a change costs what it changes, and so does a fork, which shares all rows.
 */
export class KeyedTable<T> {
  readonly #store: Store<T>;
  readonly #rows: Map<Key, number>;
  #compact: Table<T> | null;
  #keys: readonly Key[] | null = null;

  static of<T>({ records, layer }: Table<T>): KeyedTable<T> {
    const geometry = new GrowingLayer(layer);
    const baseSize = records.length;
    const order = { anchors: new Map(), followers: new Map() };
    const store = { records: new GrowingRecords(records), geometry, baseSize, ...order, nextKey: baseSize };
    return new KeyedTable<T>(store, new Map(), { records, layer });
  }

  private constructor(store: Store<T>, rows: Map<Key, number>, compact: Table<T> | null) {
    this.#store = store;
    this.#rows = rows;
    this.#compact = compact;
  }

  /** The same state, to be changed apart from this one. */
  fork(): KeyedTable<T> {
    return new KeyedTable(this.#store, new Map(this.#rows), this.#compact);
  }

  /** All rows there ever were: `rowOf` tells which of them count. */
  get records(): Records<T> {
    return this.#store.records;
  }

  get layer(): Layer {
    return this.#store.geometry.layer;
  }

  /** A key that no record has had; forks give out different ones. */
  takeKey(): Key {
    return this.#store.nextKey++;
  }

  isTaken(key: Key): boolean {
    return Number.isInteger(key) && key >= 0 && key < this.#store.nextKey;
  }

  /** The row that is the record's now; undefined where there is none. */
  rowOf(key: Key): number | undefined {
    const row = this.#rows.get(key) ?? (key < this.#store.baseSize ? key : GONE);
    return row === GONE ? undefined : row;
  }

  record(key: Key): T | undefined {
    const row = this.rowOf(key);
    return row === undefined ? undefined : this.#store.records.get(row);
  }

  shape(key: Key): Layer | undefined {
    const row = this.rowOf(key);
    return row === undefined ? undefined : rowAlone(this.layer, row);
  }

  /** Whether a boundary is in the coordinates of the table. */
  takes(shape: Layer): boolean {
    return shape.surveyed?.crs.epsg === this.layer.surveyed?.crs.epsg;
  }

  /** Keys of the records there are, in the order of the file; made once a state. */
  listed(): readonly Key[] {
    return (this.#keys ??= [...this.#inOrder()]);
  }

  *#inOrder(): Generator<Key> {
    const { baseSize, followers } = this.#store;
    for (let key = 0; key < baseSize; key++) {
      if (this.rowOf(key) !== undefined) yield key;
      if (followers.has(key)) yield* this.#after(key);
    }
    yield* this.#after(null);
  }

  /** Which of two records comes first in the file: negative, 0 or positive, as for `sort`. */
  readonly compare = (a: Key, b: Key): number => {
    const { baseSize } = this.#store;
    if (a < baseSize && b < baseSize) return a - b;
    const [one, other] = [this.#wayTo(a), this.#wayTo(b)];
    for (let n = 0; n < one.length && n < other.length; n++) if (one[n] !== other[n]) return one[n] - other[n];
    return one.length - other.length;
  };

  /** From the record of the file that an added one stands behind, by those between, to itself. */
  #wayTo(key: Key): readonly number[] {
    const { baseSize, anchors } = this.#store;
    const way: number[] = [];
    let at: Key | null = key;
    for (; at !== null && at >= baseSize; at = anchors.get(at) ?? null) way.push(at);
    way.push(at ?? Infinity);
    return way.reverse();
  }

  put({ key, record, shape, after }: Put<T>): void {
    this.#place(key, after ?? null);
    const row = this.#store.geometry.append(shape);
    this.#store.records.append(record);
    this.#set(key, row);
  }

  patch({ key, fields }: Patch<T>): void {
    const row = this.rowOf(key)!;
    this.put({ key, record: patched(this.#store.records.get(row), fields), shape: rowAlone(this.layer, row) });
  }

  remove(key: Key): void {
    this.#set(key, GONE);
  }

  /** The records there are and their boundaries as a plain table, in the order of the file; made once a state. */
  compact(): Table<T> {
    if (this.#compact) return this.#compact;
    const { layer } = this;
    const rows: number[] = [];
    const ranges: RowRange[] = [];
    for (const key of this.listed()) {
      const row = this.rowOf(key)!;
      rows.push(row);
      const last = ranges.at(-1);
      if (last?.to === row) ranges[ranges.length - 1] = { ...last, to: row + 1 };
      else ranges.push({ layer, from: row, to: row + 1 });
    }
    return (this.#compact = { records: pickedRecords(this.#store.records, rows), layer: gatherRows(layer, ranges) });
  }

  #set(key: Key, row: number): void {
    this.#rows.set(key, row);
    this.#compact = null;
    this.#keys = null;
  }

  /** Where a new record stands is said once: what is taken out and put back comes back to its place. */
  #place(key: Key, after: Key | null): void {
    const { baseSize, anchors, followers } = this.#store;
    if (key < baseSize || anchors.has(key)) return;
    anchors.set(key, after);
    const keys = followers.get(after) ?? [];
    followers.set(after, keys);
    keys.push(key);
    if (keys.length > 1 && keys[keys.length - 2] > key) keys.sort((p, q) => p - q);
  }

  /** Records added after this one, each followed by those added after it. */
  *#after(key: Key | null): Generator<Key> {
    const { followers } = this.#store;
    const ahead = [...(followers.get(key) ?? [])].reverse();
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (this.rowOf(next) !== undefined) yield next;
      const own = followers.get(next) ?? [];
      for (let i = own.length - 1; i >= 0; i--) ahead.push(own[i]);
    }
  }
}

/** One row as a layer of its own. */
export const rowAlone = (layer: Layer, row: number): Layer => gatherRows(layer, [{ layer, from: row, to: row + 1 }]);
