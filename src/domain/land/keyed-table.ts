import type { Layer } from '../geometry/columns/layer.ts';
import { gatherRows, type RowRange } from '../geometry/edit/gather.ts';
import { ForkedMap } from '../forked-map.ts';
import { patched, type Key, type Patch, type Put } from './change.ts';
import { BaseKeys } from './base-keys.ts';
import type { Shelved } from './by-shelf.ts';
import { alone, isDrawnAs, type Drawn } from './drawn-row.ts';
import { KeyOrder } from './key-order.ts';
import type { Table, TableKeys } from './model.ts';
import { pickedRecords } from './records/picked-records.ts';
import type { Records } from './records/records.ts';
import { shortened, withRows, type RowState } from './row-states.ts';
import { GONE, RowStore } from './row-store.ts';

/** What all forks of a table share. */
interface Shared {
  readonly order: KeyOrder;
  /** The next key, and the one up to which keys were seen outside. */
  readonly counter: { next: Key; kept: Key };
}

/** So many states of one record are kept when rows are folded: as many changes of it can be undone. */
const STATES_KEPT = 500;

/**
 * Records with their boundaries by key. Every state of a record is a row of its own beside the columns the table was
 * opened with; which row is the record's now is looked up. So a change costs what it changes, and so does a fork, which
 * shares all rows; and a record that is again as it was has the row it had.
 */
export class KeyedTable<T> {
  #store: RowStore<T>;
  readonly #shared: Shared;
  #states: ForkedMap<Key, RowState>;
  #compact: Table<T> | null;
  #keys: readonly Key[] | null = null;

  static of<T>(table: Table<T>, { rows, next = table.records.length }: TableKeys = {}): KeyedTable<T> {
    const keys = new BaseKeys(table.records.length, rows);
    const shared = { order: new KeyOrder(keys), counter: { next, kept: next } };
    return new KeyedTable<T>(RowStore.of(table, keys), shared, new ForkedMap(), { records: table.records, layer: table.layer }); // prettier-ignore
  }

  private constructor(store: RowStore<T>, shared: Shared, states: ForkedMap<Key, RowState>, compact: Table<T> | null) {
    this.#store = store;
    this.#shared = shared;
    this.#states = states;
    this.#compact = compact;
  }

  /** The same state, to be changed apart from this one. What forks left behind is folded here once, not by each of them. */
  fork(): KeyedTable<T> {
    this.foldIfLong();
    const fork = new KeyedTable(this.#store, this.#shared, this.#states.fork(), this.#compact);
    fork.#keys = this.#keys;
    return fork;
  }

  /** All rows there ever were: `rowOf` tells which of them count. */
  get records(): Records<T> {
    return this.#store.records;
  }

  /** Boundaries as the table was opened with them: all that come later are in their coordinates. */
  get base(): Layer {
    return this.#store.base;
  }

  /** Which of two records comes first in the file: negative, 0 or positive, as for `sort`. */
  get compare(): (a: Key, b: Key) => number {
    return this.#shared.order.compare;
  }

  /** A key that no record has had; forks give out different ones. */
  takeKey(): Key {
    return this.#shared.counter.next++;
  }

  isTaken(key: Key): boolean {
    return Number.isInteger(key) && key >= 0 && key < this.#shared.counter.next;
  }

  /** The row that is the record's now; undefined where there is none. */
  rowOf(key: Key): number | undefined {
    const row = this.#states.get(key)?.row ?? this.#store.firstOf(key);
    return row === GONE ? undefined : row;
  }

  /** The same of many records that are there. */
  rowsOf(keys: readonly Key[]): Uint32Array {
    const rows = new Uint32Array(keys.length);
    for (let n = 0; n < rows.length; n++) rows[n] = this.rowOf(keys[n])!;
    return rows;
  }

  /** Whether the record is as it was at a version. */
  isAsOf(key: Key, version: number): boolean {
    const now = this.#states.get(key);
    let then: RowState | null | undefined = now ?? null;
    while (then && then.version > version) then = then.before;
    if (then === undefined) return false;
    return (then?.row ?? this.#store.firstOf(key)) === (now?.row ?? this.#store.firstOf(key));
  }

  record(key: Key): T | undefined {
    const row = this.rowOf(key);
    return row === undefined ? undefined : this.#store.records.get(row);
  }

  /** A record that goes by an id; undefined where none does. */
  called(id: string): Key | undefined {
    for (const key of this.#store.ids.keys(id)) {
      const row = this.rowOf(key);
      if (row !== undefined && this.#store.ids.of(row) === id) return key;
    }
    return undefined;
  }

  /** What the key held when the table was opened; undefined where it came later. */
  first(key: Key): { readonly record: T; readonly shape: Layer } | undefined {
    const row = this.#store.firstOf(key);
    return row === GONE ? undefined : { record: this.#store.records.get(row), shape: alone(this.#store.drawnAt(row)) };
  }

  /** Keys whose record or boundary another state of the same table has otherwise, or not at all; costs what was changed in either. */
  differing(other: KeyedTable<T>): readonly Key[] {
    const keys = new Set([...this.#states.entries(), ...other.#states.entries()].map(([key]) => key));
    return [...keys].filter((key) => !this.#isAsIn(other, key));
  }

  /** Of the records the table was opened with those that are gone. */
  gone(): readonly Key[] {
    return [...this.#states.entries()].flatMap(([key, { row }]) =>
      row === GONE && this.#store.firstOf(key) !== GONE ? [key] : [],
    );
  }

  /** The row of a record that is there, by what is known of rows. */
  shelved(key: Key): Shelved {
    return this.#store.shelved(this.rowOf(key)!);
  }

  /** The boundary of a record that is there, by what is known of boundaries: one that came to differ by fields alone has that it had. */
  shelvedShape(key: Key): Shelved {
    return this.#store.shelvedShape(this.rowOf(key)!);
  }

  /** Where the boundary of a record that is there is held. */
  drawn(key: Key): Drawn {
    return this.#store.drawnAt(this.rowOf(key)!);
  }

  shape(key: Key): Layer | undefined {
    const row = this.rowOf(key);
    return row === undefined ? undefined : alone(this.#store.drawnAt(row));
  }

  /**
   * Of each record there is its key, and the next that will be given, for whoever keeps the land; absent where they are
   * the numbers of the rows. A key that came and went since the land was opened or `kept` was never outside, and counts for
   * none.
   */
  get tableKeys(): TableKeys | undefined {
    const rows = this.listed();
    const next = rows.reduce((most, key) => Math.max(most, key + 1), this.#shared.counter.kept);
    return next === rows.length && rows.every((key, row) => key === row) ? undefined : { rows, next };
  }

  /** The records there are were written somewhere: their keys are given to no others, also once they are gone. */
  kept(): void {
    const { counter } = this.#shared;
    counter.kept = this.listed().reduce((most, key) => Math.max(most, key + 1), counter.kept);
  }

  /** Whether a boundary is in the coordinates of the table. */
  takes(shape: Layer): boolean {
    return shape.surveyed?.crs.epsg === this.#store.base.surveyed?.crs.epsg;
  }

  /** Keys of the records there are, in the order of the file; made once a state. */
  listed(): readonly Key[] {
    return (this.#keys ??= this.#shared.order.keys((key) => this.rowOf(key) !== undefined));
  }

  /** To be asked before a change, not amid one: so a large change is folded once. */
  foldIfLong(): void {
    if (this.#store.isLong) this.#fold();
  }

  put({ key, record, shape, after }: Put<T>, version: number): void {
    this.#shared.order.place(key, after ?? null);
    this.#set(
      key,
      this.#rowHad(key, record, (row) => this.#store.isDrawnAs(row, shape)) ?? this.#store.append(key, record, shape),
      version,
    );
  }

  /** The boundary stays where it is held. */
  patch({ key, fields }: Patch<T>, version: number): void {
    const now = this.rowOf(key)!;
    const drawn = this.#store.placeOf(now);
    const record = patched(this.#store.records.get(now), fields);
    // A boundary that was put anew, drawn alike, is held twice: the row there was first is the record's all the same.
    const isDrawnSo = (row: number) =>
      this.#store.placeOf(row) === drawn || this.#store.isDrawnAs(row, alone(this.#store.drawnAt(now)));
    const had = this.#rowHad(key, record, (row) => this.#mayHold(row, fields) && isDrawnSo(row));
    this.#set(key, had ?? this.#store.append(key, record, drawn), version);
  }

  remove(key: Key, version: number): void {
    this.#set(key, GONE, version);
  }

  /** The records there are and their boundaries as a plain table, in the order of the file; made once a state. */
  compact(): Table<T> {
    if (this.#compact) return this.#compact;
    const { records, layer } = this.picked(this.listed());
    return (this.#compact = { records, layer });
  }

  /** These records and their boundaries as a plain table, in the order given. */
  picked(keys: readonly Key[]): Table<T> {
    const rows = keys.map((key) => this.rowOf(key)!);
    const ranges: RowRange[] = [];
    for (const { layer, row } of rows.map((row) => this.#store.drawnAt(row))) {
      const last = ranges.at(-1);
      if (last?.layer === layer && last.to === row) ranges[ranges.length - 1] = { ...last, to: row + 1 };
      else ranges.push({ layer, from: row, to: row + 1 });
    }
    return { records: pickedRecords(this.#store.records, rows), layer: gatherRows(this.#store.base, ranges), keys };
  }

  #isAsIn(other: KeyedTable<T>, key: Key): boolean {
    const [row, otherRow] = [this.rowOf(key), other.rowOf(key)];
    if (row === undefined || otherRow === undefined) return row === otherRow;
    // Rows that were folded apart have numbers of their own.
    const isOneRow = this.#store === other.#store || row < this.#store.base.size;
    if (isOneRow && row === otherRow) return true;
    return isDrawnAs(this.#store.drawnAt(row), other.shape(key)!) && textOf(this.record(key) as object) === textOf(other.record(key) as object); // prettier-ignore
  }

  /** Whether a record that is there is drawn as `shape`, number by number. */
  isDrawnAs(key: Key, shape: Layer): boolean {
    const row = this.rowOf(key);
    return row !== undefined && this.#store.isDrawnAs(row, shape);
  }

  /** Whether a row may be the one with these fields; told without all that the record holds. */
  #mayHold(row: number, fields: Partial<T>): boolean {
    const record = this.#store.records.get(row);
    const names = Object.keys(fields) as (keyof T)[];
    return names.every((name) => record[name] === fields[name] || typeof fields[name] === 'object');
  }

  /** The row of a state of the record that was like this one, and drawn alike. */
  #rowHad(key: Key, record: T, isAlike: (row: number) => boolean): number | undefined {
    let text: string | undefined;
    const isLike = (row: number) =>
      row !== GONE &&
      isAlike(row) &&
      textOf(this.#store.records.get(row) as object) === (text ??= JSON.stringify(record));
    for (let state = this.#states.get(key); state; state = state.before ?? undefined)
      if (isLike(state.row)) return state.row;
    const first = this.#store.firstOf(key);
    return isLike(first) ? first : undefined;
  }

  /** Rows that no state has any more, of forks that are gone and of changes long undone, are left behind. Forks keep the rows they share among them. */
  #fold(): void {
    const { store, take } = this.#store.fold();
    const states = new Map<Key, RowState>();
    for (const [key, state] of this.#states.entries())
      states.set(
        key,
        withRows(shortened(state, STATES_KEPT), (row) => take(key, row)),
      );
    this.#states = new ForkedMap(states);
    this.#store = store;
    this.#compact = null;
  }

  #set(key: Key, row: number, version: number): void {
    // What stands is listed anew only where a record comes or goes.
    if ((this.rowOf(key) === undefined) !== (row === GONE)) this.#keys = null;
    this.#states.set(key, { version, row, before: this.#states.get(key) ?? null });
    this.#compact = null;
  }
}

/** Records never change: each is written out once. */
const texts = new WeakMap<object, string>();
function textOf(record: object): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  texts.set(record, text);
  return text;
}
