import type { Key } from './change.ts';
import type { AreaBasis } from './figure.ts';
import { parcel } from './fields/parcel.ts';

/** A text per row, one after the other in a single string: a million of them cross from the worker as one value. */
export interface TextColumn {
  readonly text: string;
  /** Where each text begins; the next one begins a separator after it ends. Length rows + 1. */
  readonly starts: Uint32Array;
}

/** Between texts; no id or name holds it. */
export const SEPARATOR = '\0';

/** In the order in which they are shown. */
export const STATUSES = parcel.status.values;
export const BASES = ['registered', 'plane', 'ellipsoid'] as const satisfies readonly AreaBasis[];
/** In a column of codes: the row has none. */
export const NONE = 255;

/** What a list, a search and a filter need of all parcels 宗地, by row; the rest of one is asked for by its key. */
export interface ParcelColumns {
  readonly size: number;
  /** Of each row what its record is known by; null where that is the row itself. */
  readonly keys: Uint32Array | null;
  readonly ids: TextColumn;
  /** Empty where the parcel has no name. */
  readonly names: TextColumn;
  /** Of several files the one each parcel came from, as its place in `names` from 1; 0: none. */
  readonly files: { readonly names: readonly string[]; readonly of: Uint16Array } | null;
  /** Legal area, m²; NaN where the boundary gives none. */
  readonly areaM2: Float64Array;
  /** Index in `BASES`, or `NONE`. */
  readonly basis: Uint8Array;
  /** Index in `STATUSES`, or `NONE`. */
  readonly status: Uint8Array;
  readonly parts: Uint16Array;
  readonly holes: Uint16Array;
  readonly problems: Uint16Array;
}

/** What the record of a row is known by. */
export const keyAt = ({ keys }: ParcelColumns, row: number): Key => keys?.[row] ?? row;

const rowsByKey = new WeakMap<Uint32Array, Int32Array | ReadonlyMap<Key, number>>();
/** Keys this many times as large as there are rows are looked up in a map. */
const SPARSE = 8;

/** Where each key stands; keys are small, and a list of them all is made faster than a map. */
function indexOf(keys: Uint32Array): Int32Array | ReadonlyMap<Key, number> {
  let last = -1;
  for (const key of keys) if (key > last) last = key;
  if (last > SPARSE * keys.length + 1024) return new Map(Array.from(keys, (key, row) => [key, row]));
  const rows = new Int32Array(last + 1).fill(-1);
  for (let row = 0; row < keys.length; row++) rows[keys[row]] = row;
  return rows;
}

/** The row of a record; −1 without one. */
export function rowOfKey({ keys, size }: ParcelColumns, key: Key): number {
  if (!keys) return key < size ? key : -1;
  const rows = indexed(keys);
  return (rows instanceof Int32Array ? rows[key] : rows.get(key)) ?? -1;
}

function indexed(keys: Uint32Array): Int32Array | ReadonlyMap<Key, number> {
  let rows = rowsByKey.get(keys);
  if (!rows) rowsByKey.set(keys, (rows = indexOf(keys)));
  return rows;
}

/** Folds case, width (ＬＸ－１２ = LX-12) and spaces, so that what is typed finds what is meant. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export const textAt = ({ text, starts }: TextColumn, row: number): string =>
  text.slice(starts[row], starts[row + 1] - SEPARATOR.length);

/** The row a place in the text belongs to. */
function rowAt({ starts }: TextColumn, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** The first row with exactly this text; −1 without one. */
export function rowOf(column: TextColumn, value: string): number {
  const { text, starts } = column;
  const sought = value + SEPARATOR;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const row = rowAt(column, at);
    if (starts[row] === at) return row;
  }
  return -1;
}

/** Rows whose text holds the word, ascending; every row for an empty word. */
export function rowsWith(column: TextColumn, word: string): Uint32Array {
  const { text, starts } = column;
  const size = starts.length - 1;
  if (word === '') return Uint32Array.from({ length: size }, (_, row) => row);
  const rows = new Uint32Array(size);
  let count = 0;
  for (let at = text.indexOf(word); at >= 0;) {
    const row = rowAt(column, at);
    rows[count++] = row;
    at = text.indexOf(word, starts[row + 1]);
  }
  return rows.slice(0, count);
}
