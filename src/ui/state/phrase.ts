export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A clause in pieces, the phrase marked. A phrase may leave words out (…); then each of its parts is marked where it
 * stands, in order. A part that is not found leaves the clause unmarked from there: better plain than wrong.
 */
export function splitAt(text: string, phrase: string): Piece[] {
  const parts = phrase.split(/…+|\.{3,}/).filter((part) => part.trim() !== '');
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of parts) {
    // Line breaks of the printed text may fall inside the phrase.
    const found = new RegExp([...part.replace(/\s/g, '')].map(escaped).join('\\s*')).exec(text.slice(from));
    if (!found) break;
    const start = from + found.index;
    if (start > from) pieces.push({ text: text.slice(from, start), marked: false });
    pieces.push({ text: found[0], marked: true });
    from = start + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}
