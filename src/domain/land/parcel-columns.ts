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

/** What a list, a search and a filter need of all parcels 宗地, by row; the rest of one is asked for by its row. */
export interface ParcelColumns {
  readonly size: number;
  readonly ids: TextColumn;
  /** Empty where the parcel has no name. */
  readonly names: TextColumn;
  /** Id and name, folded as `fold` does. */
  readonly words: TextColumn;
  /** Legal area, m²; NaN where the boundary gives none. */
  readonly areaM2: Float64Array;
  /** Index in `BASES`, or `NONE`. */
  readonly basis: Uint8Array;
  /** Index in `STATUSES`, or `NONE`. */
  readonly status: Uint8Array;
  /** Index in the view's parks, or −1. */
  readonly park: Int32Array;
  readonly parts: Uint16Array;
  readonly holes: Uint16Array;
  readonly problems: Uint16Array;
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
