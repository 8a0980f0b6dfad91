import { fold, SEPARATOR, type TextColumn } from './parcel-columns.ts';

/** So many texts are put together at a time: of a million, the parts are gone again before the next are made. */
const AT_ONCE = 4096;

/** A text of each row as one column. */
export const textColumn = (length: number, of: (row: number) => string): TextColumn =>
  columnOf(length, of, (together) => together);

/** The same as the column that is searched: folded together, which is far faster than text by text. */
export const searchColumn = (length: number, of: (row: number) => string): TextColumn => columnOf(length, of, fold);

/** @param made what becomes of texts with a separator behind each, which it leaves as it is */
function columnOf(length: number, of: (row: number) => string, made: (together: string) => string): TextColumn {
  const starts = new Uint32Array(length + 1);
  const pieces: string[] = [];
  let begin = 0;
  for (let first = 0; first < length; first += AT_ONCE) {
    const rows = Math.min(AT_ONCE, length - first);
    const piece = made(Array.from({ length: rows }, (_, i) => without(of(first + i)) + SEPARATOR).join(''));
    for (let i = 0, at = 0; i < rows; i++) {
      at = piece.indexOf(SEPARATOR, at) + SEPARATOR.length;
      starts[first + i + 1] = begin + at;
    }
    pieces.push(piece);
    begin += piece.length;
  }
  return { text: pieces.join(''), starts };
}

const without = (text: string): string => (text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, '') : text);
