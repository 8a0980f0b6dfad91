import { keyAt, SEPARATOR, textAt, type ParcelColumns, type TextColumn } from '../domain/land/parcel-columns.ts';
import { textColumn } from '../domain/land/text-column.ts';

type Numbers = Float64Array | Uint8Array | Uint16Array;

/** Columns of which some rows are others: row `i` of `put` stands at `rows[i]`. */
export function columnsWith(old: ParcelColumns, put: ParcelColumns, rows: readonly number[]): ParcelColumns {
  const numbers = <N extends Numbers>(was: N, is: N): N => {
    if (rows.every((row, i) => Object.is(was[row], is[i]))) return was;
    const made = was.slice() as N;
    rows.forEach((row, i) => (made[row] = is[i]));
    return made;
  };
  const texts = (was: TextColumn, is: TextColumn) => textsWith(was, is, rows);
  return {
    ...old,
    ids: texts(old.ids, put.ids),
    names: texts(old.names, put.names),
    files: filesWith(old, put, rows),
    areaM2: numbers(old.areaM2, put.areaM2),
    basis: numbers(old.basis, put.basis),
    status: numbers(old.status, put.status),
    parts: numbers(old.parts, put.parts),
    holes: numbers(old.holes, put.holes),
    problems: numbers(old.problems, put.problems),
  };
}

/** Columns whose rows are from others: `from` of each row its place in `old`, or `~` its place in `put`. */
export function columnsFrom(old: ParcelColumns, put: ParcelColumns, from: Int32Array): ParcelColumns {
  const numbers = <N extends Numbers>(was: N, is: N): N => {
    const made = new (was.constructor as new (size: number) => N)(from.length);
    for (let row = 0; row < from.length; row++) made[row] = from[row] < 0 ? is[~from[row]] : was[from[row]];
    return made;
  };
  const texts = (was: TextColumn, is: TextColumn) =>
    textColumn(from.length, (row) => (from[row] < 0 ? textAt(is, ~from[row]) : textAt(was, from[row])));
  const keys = Uint32Array.from(from, (place) => (place < 0 ? keyAt(put, ~place) : keyAt(old, place)));
  const names = fileNames(old, put);
  const of = Uint16Array.from(from, (place) => (place < 0 ? fileOf(put, ~place, names) : fileOf(old, place, names)));
  return {
    size: from.length,
    keys: keys.every((key, row) => key === row) ? null : keys,
    ids: texts(old.ids, put.ids),
    names: texts(old.names, put.names),
    files: names.length > 0 ? { names, of } : null,
    areaM2: numbers(old.areaM2, put.areaM2),
    basis: numbers(old.basis, put.basis),
    status: numbers(old.status, put.status),
    parts: numbers(old.parts, put.parts),
    holes: numbers(old.holes, put.holes),
    problems: numbers(old.problems, put.problems),
  };
}

/** So few texts are changed where they stand. */
const FEW = 8;

function textsWith(old: TextColumn, put: TextColumn, rows: readonly number[]): TextColumn {
  const now = new Map(rows.map((row, i) => [row, textAt(put, i)]));
  const changed = [...now].filter(([row, text]) => text !== textAt(old, row));
  if (changed.length > FEW) return textColumn(old.starts.length - 1, (row) => now.get(row) ?? textAt(old, row));
  return changed.reduce((column, [row, text]) => withText(column, row, text), old);
}

function withText({ text, starts }: TextColumn, row: number, value: string): TextColumn {
  const rest = starts[row + 1] - SEPARATOR.length;
  const longer = value.length - (rest - starts[row]);
  const moved = starts.slice();
  for (let at = row + 1; at < moved.length; at++) moved[at] += longer;
  return { text: text.slice(0, starts[row]) + value + text.slice(rest), starts: moved };
}

function filesWith(old: ParcelColumns, put: ParcelColumns, rows: readonly number[]): ParcelColumns['files'] {
  const names = fileNames(old, put);
  if (names.length === 0) return null;
  const of = old.files?.of.slice() ?? new Uint16Array(old.size);
  rows.forEach((row, i) => (of[row] = fileOf(put, i, names)));
  return { names, of };
}

/** The names there were stay in their places, with those that are new. */
const fileNames = (old: ParcelColumns, put: ParcelColumns): readonly string[] => [
  ...new Set([...(old.files?.names ?? []), ...(put.files?.names ?? [])]),
];

/** The file of a row as its place in these names from 1; 0: none. */
const fileOf = ({ files }: ParcelColumns, row: number, names: readonly string[]): number =>
  files && files.of[row] > 0 ? names.indexOf(files.names[files.of[row] - 1]) + 1 : 0;
