/** Characters encoded at once: enough that the encoder's call costs nothing beside its work. */
const AT_ONCE = 1 << 16;

const encoder = new TextEncoder();
const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/**
 * The bytes of a long text that comes in pieces: as one string a city's boundaries would be longer than a string can be.
 * Null as soon as `encode` has none for a piece.
 */
export function encodedPieces(
  pieces: Iterable<string>,
  encode: (text: string) => Uint8Array | null,
): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let held = '';
  const flush = (): boolean => {
    const bytes = encode(held);
    held = '';
    if (!bytes) return false;
    chunks.push(bytes);
    length += bytes.length;
    return true;
  };
  for (const piece of pieces) {
    held += piece;
    if (held.length >= AT_ONCE && !flush()) return null;
  }
  if (held !== '' && !flush()) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The same in UTF-8, which has every character. */
export const utf8Pieces = (pieces: Iterable<string>): Uint8Array =>
  encodedPieces(pieces, encodeUtf8) ?? new Uint8Array();
