import { SEPARATOR, textAt, type ParcelColumns, type TextColumn } from '../domain/land/parcel-columns.ts';
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

/** Rows of one column that stand one after the other in another. */
interface Run {
  readonly isPut: boolean;
  readonly first: number;
  readonly rows: number;
}

/** Columns whose rows are from others: `from` of each row its place in `old`, or `~` its place in `put`. */
export function columnsFrom(old: ParcelColumns, put: ParcelColumns, from: Int32Array): ParcelColumns {
  const runs = runsOf(from);
  const numbers = <N extends Numbers>(was: N, is: N): N =>
    numbersFrom(new (was.constructor as new (size: number) => N)(from.length), was, is, runs);
  const keys = numbersFrom(new Uint32Array(from.length), keysOf(old), keysOf(put), runs);
  const names = fileNames(old, put);
  const of = () =>
    Uint16Array.from(from, (place) => (place < 0 ? fileOf(put, ~place, names) : fileOf(old, place, names)));
  return {
    size: from.length,
    keys: keys.every((key, row) => key === row) ? null : keys,
    ids: textsFrom(from.length, old.ids, put.ids, runs),
    names: textsFrom(from.length, old.names, put.names, runs),
    files: names.length > 0 ? { names, of: of() } : null,
    areaM2: numbers(old.areaM2, put.areaM2),
    basis: numbers(old.basis, put.basis),
    status: numbers(old.status, put.status),
    parts: numbers(old.parts, put.parts),
    holes: numbers(old.holes, put.holes),
    problems: numbers(old.problems, put.problems),
  };
}

/** Where one parcel of a hundred thousand comes or goes, most of the others stay in a row. */
function runsOf(from: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < from.length;) {
    const begin = row++;
    const isPut = from[begin] < 0;
    while (!isPut && row < from.length && from[row] === from[row - 1] + 1) row++;
    runs.push({ isPut, first: isPut ? ~from[begin] : from[begin], rows: row - begin });
  }
  return runs;
}

function numbersFrom<N extends Numbers | Uint32Array>(into: N, was: N, is: N, runs: readonly Run[]): N {
  let row = 0;
  for (const { isPut, first, rows } of runs) {
    into.set((isPut ? is : was).subarray(first, first + rows), row);
    row += rows;
  }
  return into;
}

function textsFrom(length: number, was: TextColumn, is: TextColumn, runs: readonly Run[]): TextColumn {
  const starts = new Uint32Array(length + 1);
  const pieces: string[] = [];
  let row = 0;
  for (const { isPut, first, rows } of runs) {
    const column = isPut ? is : was;
    const shift = starts[row] - column.starts[first];
    for (let i = 1; i <= rows; i++) starts[row + i] = column.starts[first + i] + shift;
    pieces.push(column.text.slice(column.starts[first], column.starts[first + rows]));
    row += rows;
  }
  return { text: pieces.join(''), starts };
}

const keysOf = ({ keys, size }: ParcelColumns): Uint32Array =>
  keys ?? Uint32Array.from({ length: size }, (_, row) => row);

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
