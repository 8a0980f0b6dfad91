import { fold, rowsWith, textAt, type ParcelColumns, type TextColumn } from './parcel-columns.ts';
import { searchColumn } from './text-column.ts';

const folded = new WeakMap<TextColumn, TextColumn>();

/** The column as it is searched, made once, when someone first searches. */
export function foldedColumn(column: TextColumn): TextColumn {
  const known = folded.get(column);
  if (known) return known;
  const made = searchColumn(column.starts.length - 1, (row) => textAt(column, row));
  folded.set(column, made);
  return made;
}

/** Rows of the parcels that a word, folded, finds: by id, by name, of several files by the one they came from; all for none. */
export function parcelsFound({ ids, names, files, size }: ParcelColumns, word: string): Uint32Array {
  if (word === '') return Uint32Array.from({ length: size }, (_, row) => row);
  const found = [rowsWith(foldedColumn(ids), word), rowsWith(foldedColumn(names), word)];
  const meant = new Set(files?.names.flatMap((name, i) => (fold(name).includes(word) ? [i + 1] : [])));
  if (meant.size > 0) found.push(Uint32Array.from(files!.of.keys()).filter((row) => meant.has(files!.of[row])));
  const [first, ...others] = found.filter((rows) => rows.length > 0);
  if (others.length === 0) return first ?? new Uint32Array(0);
  return Uint32Array.from(new Set([first, ...others].flatMap((rows) => [...rows]))).sort();
}
