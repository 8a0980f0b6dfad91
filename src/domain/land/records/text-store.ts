/** So many places are held together, and so many bytes. */
const PIECE = 4096;
const PIECE_BYTES = 1 << 16;
/** UTF-16 units; longer texts are few, and kept as they are. */
const LONGEST = 255;
/** Before its units each text has their number, and the bytes of each: 1 or 2. */
const HEAD_BYTES = 2;

/**
 * Texts that most rows have one of their own of, as bytes in a few pieces: as strings they take several times the room, and all
 * of them have to be moved and marked whenever memory is cleared. They are made again when they are asked for.
 */
export class TextStore {
  readonly #pieces: Uint8Array[] = [];
  #used = PIECE_BYTES;
  /** Byte at which each text begins, over all pieces. */
  readonly #places: Uint32Array[] = [];
  readonly #long = new Map<number, string>();
  length = 0;

  /** The number of the text. */
  push(text: string): number {
    const number = this.length++;
    if (number % PIECE === 0) this.#places.push(new Uint32Array(PIECE));
    if (text.length > LONGEST) this.#long.set(number, text);
    else this.#places[this.#places.length - 1][number % PIECE] = this.#written(text);
    return number;
  }

  at(number: number): string {
    const long = this.#long.get(number);
    if (long !== undefined) return long;
    const place = this.#place(number);
    const piece = this.#pieces[Math.floor(place / PIECE_BYTES)];
    const head = place % PIECE_BYTES;
    const from = head + HEAD_BYTES;
    if (piece[head + 1] === 1)
      return String.fromCharCode.apply(null, piece.subarray(from, from + piece[head]) as never);
    let text = '';
    for (let i = 0; i < piece[head]; i++)
      text += String.fromCharCode(piece[from + 2 * i] | (piece[from + 2 * i + 1] << 8));
    return text;
  }

  isAt(number: number, text: string): boolean {
    if (text.length > LONGEST) return this.#long.get(number) === text;
    if (this.#long.has(number)) return false;
    const place = this.#place(number);
    const piece = this.#pieces[Math.floor(place / PIECE_BYTES)];
    const head = place % PIECE_BYTES;
    if (piece[head] !== text.length) return false;
    const width = piece[head + 1];
    const from = head + HEAD_BYTES;
    for (let i = 0; i < text.length; i++) {
      const unit = width === 1 ? piece[from + i] : piece[from + 2 * i] | (piece[from + 2 * i + 1] << 8);
      if (unit !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  #place(number: number): number {
    return this.#places[Math.floor(number / PIECE)][number % PIECE];
  }

  #written(text: string): number {
    const width = isNarrow(text) ? 1 : 2;
    const bytes = HEAD_BYTES + width * text.length;
    if (this.#used + bytes > PIECE_BYTES) {
      this.#pieces.push(new Uint8Array(PIECE_BYTES));
      this.#used = 0;
    }
    const piece = this.#pieces[this.#pieces.length - 1];
    const head = this.#used;
    this.#used += bytes;
    piece[head] = text.length;
    piece[head + 1] = width;
    for (let i = 0, at = head + HEAD_BYTES; i < text.length; i++, at += width) {
      const unit = text.charCodeAt(i);
      piece[at] = unit;
      if (width === 2) piece[at + 1] = unit >> 8;
    }
    return (this.#pieces.length - 1) * PIECE_BYTES + head;
  }
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}
