import { GrowingLayer } from '../geometry/columns/growing-layer.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import type { BaseKeys } from './base-keys.ts';
import type { Shelved } from './by-shelf.ts';
import type { Key } from './change.ts';
import { alone, isDrawnAs, likeButEmpty, type Drawn } from './drawn-row.ts';
import type { Table } from './model.ts';
import { GrowingRecords } from './records/growing-records.ts';
import { RecordIds } from './record-ids.ts';
import type { Records } from './records/records.ts';

/** In place of a row: the record is gone. */
export const GONE = -1;

const LEAST_FOLDED = 4096;

/** The same rows without those that nothing has any more. */
interface Fold<T> {
  readonly store: RowStore<T>;
  /** Takes a row along; its number in the fold. */
  readonly take: (key: Key, row: number) => number;
}

/**
 * The rows of a table and of all its forks: those it was opened with, and beside them every state a record came to have.
 * Rows are only added, so no fork sees another's.
 */
export class RowStore<T> {
  /** Boundaries as the table was opened with them. */
  readonly base: Layer;
  readonly #keys: BaseKeys;
  readonly #records: GrowingRecords<T>;
  readonly #ids: RecordIds;
  /** Boundaries drawn since. */
  readonly #drawn: GrowingLayer;
  /** Where each row added has its boundary: a row of `base`, or as `~place` one of those drawn since. Rows that differ by fields alone share one. */
  readonly #places: number[] = [];
  /** The first row added. */
  readonly #from: number;
  /** So many rows added are looked through for those that no state has any more. */
  #foldAt = LEAST_FOLDED;

  static of<T>({ records, layer }: Table<T>, keys: BaseKeys): RowStore<T> {
    const growing = new GrowingRecords(records);
    return new RowStore(layer, keys, growing, new RecordIds(keys, growing));
  }

  private constructor(base: Layer, keys: BaseKeys, records: GrowingRecords<T>, ids: RecordIds) {
    this.base = base;
    this.#keys = keys;
    this.#records = records;
    this.#ids = ids;
    this.#from = records.length;
    this.#drawn = new GrowingLayer(likeButEmpty(base));
  }

  /** All rows there ever were. */
  get records(): Records<T> {
    return this.#records;
  }

  get ids(): RecordIds {
    return this.#ids;
  }

  get isLong(): boolean {
    return this.#places.length >= this.#foldAt;
  }

  /** The row a key had when the table was opened; `GONE` where it came later. */
  firstOf(key: Key): number {
    return this.#keys.rowOf(key) ?? GONE;
  }

  /** Where a row has its boundary, as a number that rows drawn in one place share. */
  placeOf(row: number): number {
    return row < this.base.size ? row : this.#places[row - this.#from];
  }

  drawnAt(row: number): Drawn {
    const place = this.placeOf(row);
    return place < 0 ? { layer: this.#drawn.layer, row: ~place } : { layer: this.base, row: place };
  }

  isDrawnAs(row: number, shape: Layer): boolean {
    return isDrawnAs(this.drawnAt(row), shape);
  }

  /** The row, by what is known of rows. */
  shelved(row: number): Shelved {
    return { row, shelf: row < this.base.size ? this.base : this.#drawn };
  }

  /** Its boundary, by what is known of boundaries: a row that differs by fields alone has that it had. */
  shelvedShape(row: number): Shelved {
    const place = this.placeOf(row);
    return place < 0 ? { row: ~place, shelf: this.#drawn } : { row: place, shelf: this.base };
  }

  /** The number of a row more; `drawn`: its boundary, or the place where it is held already. */
  append(key: Key, record: T, drawn: Layer | number): number {
    this.#places.push(typeof drawn === 'number' ? drawn : ~this.#drawn.append(drawn));
    this.#ids.add(key, record);
    return this.#records.append(record);
  }

  /** None but the rows taken along. They get numbers that no row had, so that nothing known by row is known of another. */
  fold(): Fold<T> {
    const growing = new GrowingRecords(this.#records.base, this.#records.length);
    const store = new RowStore(this.base, this.#keys, growing, this.#ids.beside(growing));
    /** Where boundaries drawn since the table was opened are held, by where they were. */
    const places = new Map<number, number>();
    const taken = new Map<number, number>();
    const take = (key: Key, row: number): number => {
      const known = row < this.base.size ? row : taken.get(row);
      if (known !== undefined) return known;
      const place = this.placeOf(row);
      const now = store.append(key, this.#records.get(row), places.get(place) ?? (place < 0 ? alone(this.drawnAt(row)) : place)); // prettier-ignore
      if (place < 0) places.set(place, store.placeOf(now));
      taken.set(row, now);
      store.#foldAt = Math.max(LEAST_FOLDED, 2 * taken.size);
      return now;
    };
    return { store, take };
  }
}
