/** Line and column of a character, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export function textPlaceOf(text: string, index: number): TextPlace {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** The same of a byte of a UTF-8 text, whose characters are counted as those of a string are: in units of UTF-16. */
export function placeInBytes(bytes: Uint8Array, at: number): TextPlace {
  let [line, lineStart] = [1, 0];
  for (let i = 0; i < at; i++)
    if (bytes[i] === 0x0a) {
      line++;
      lineStart = i + 1;
    }
  let column = 1;
  // A character has one byte that is no continuation; one of four bytes is two of UTF-16.
  for (let i = lineStart; i < at; i++) column += (bytes[i] & 0xc0) === 0x80 ? 0 : bytes[i] >= 0xf0 ? 2 : 1;
  return { line, column };
}

/** A place in a piece of text as one in the text in which the piece begins at `start`. */
export const moved = ({ line, column }: TextPlace, start: TextPlace): TextPlace => ({
  line: start.line + line - 1,
  column: line === 1 ? start.column + column - 1 : column,
});
