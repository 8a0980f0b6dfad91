import { keyAt, SEPARATOR, textAt, type ParcelColumns, type TextColumn } from '../domain/land/parcel-columns.ts';
import { textColumn } from '../domain/land/text-column.ts';

type Numbers = Float64Array | Uint8Array | Uint16Array;

/** Columns whose rows are from others: `from` of each row its place in `old`, or `~` its place in `put`. */
export function columnsFrom(old: ParcelColumns, put: ParcelColumns, from: Int32Array): ParcelColumns {
  const isInPlace = from.length === old.size && from.every((place, row) => place < 0 || place === row);
  const numbers = <N extends Numbers>(was: N, is: N): N => {
    const made = isInPlace ? was.slice() : new (was.constructor as new (size: number) => N)(from.length);
    from.forEach((place, row) => {
      if (place < 0) made[row] = is[~place];
      else if (!isInPlace) made[row] = was[place];
    });
    return made as N;
  };
  const texts = (was: TextColumn, is: TextColumn) => textsFrom(was, is, from, isInPlace);
  return {
    size: from.length,
    keys: keysFrom(old, put, from),
    ids: texts(old.ids, put.ids),
    names: texts(old.names, put.names),
    files: filesFrom(old, put, from),
    areaM2: numbers(old.areaM2, put.areaM2),
    basis: numbers(old.basis, put.basis),
    status: numbers(old.status, put.status),
    parts: numbers(old.parts, put.parts),
    holes: numbers(old.holes, put.holes),
    problems: numbers(old.problems, put.problems),
  };
}

/** Null where every row is its own key again. */
function keysFrom(old: ParcelColumns, put: ParcelColumns, from: Int32Array): Uint32Array | null {
  const keys = Uint32Array.from(from, (place) => (place < 0 ? keyAt(put, ~place) : keyAt(old, place)));
  return keys.every((key, row) => key === row) ? null : keys;
}

/** So few texts are changed where they stand. */
const FEW = 8;

function textsFrom(old: TextColumn, put: TextColumn, from: Int32Array, isInPlace: boolean): TextColumn {
  const now = (row: number) => (from[row] < 0 ? textAt(put, ~from[row]) : textAt(old, from[row]));
  if (!isInPlace) return textColumn(from.length, now);
  const changed = [...from.keys()].filter((row) => from[row] < 0 && now(row) !== textAt(old, row));
  return changed.length > FEW
    ? textColumn(from.length, now)
    : changed.reduce((own, row) => withText(own, row, now(row)), old);
}

function withText({ text, starts }: TextColumn, row: number, value: string): TextColumn {
  const rest = starts[row + 1] - SEPARATOR.length;
  const longer = value.length - (rest - starts[row]);
  return {
    text: text.slice(0, starts[row]) + value + text.slice(rest),
    starts: starts.map((start, at) => (at > row ? start + longer : start)),
  };
}

/** The names there were stay, with those that are new. */
function filesFrom(old: ParcelColumns, put: ParcelColumns, from: Int32Array): ParcelColumns['files'] {
  if (!old.files && !put.files) return null;
  const names = [...new Set([...(old.files?.names ?? []), ...(put.files?.names ?? [])])];
  const of = ({ files }: ParcelColumns, row: number) =>
    files && files.of[row] > 0 ? names.indexOf(files.names[files.of[row] - 1]) + 1 : 0;
  return { names, of: Uint16Array.from(from, (place) => (place < 0 ? of(put, ~place) : of(old, place))) };
}
