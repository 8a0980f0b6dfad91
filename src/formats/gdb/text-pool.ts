/** Longer texts are mostly the only ones of their kind. */
const LONGEST = 64;
/** So many texts are known, at most; a power of two, twice as many places. */
const MOST = 4096;
const PLACES = 2 * MOST;

/**
 * Texts of a column, known by their bytes: where rows have the same one it is made once, and the same string for all. A column
 * whose rows have texts of their own is found out soon, and costs nothing more.
 */
export class TextPool {
  readonly #decoder: TextDecoder;
  /** Number of a text + 1, by what its bytes come to; 0: none. */
  #places: Uint16Array | null = null;
  readonly #texts: string[] = [];
  /** Bytes of all known texts, one after another, and where each begins. */
  #bytes = new Uint8Array(1024);
  readonly #starts = [0];
  #found = 0;
  #isUseful = true;

  constructor(encoding: 'utf-8' | 'utf-16le') {
    this.#decoder = new TextDecoder(encoding);
  }

  text(bytes: Uint8Array, at: number, length: number): string {
    if (length === 0) return '';
    if (!this.#isUseful || length > LONGEST) return this.#decoded(bytes, at, length);
    this.#places ??= new Uint16Array(PLACES);
    let place = placeOf(bytes, at, length);
    for (; this.#places[place] > 0; place = (place + 1) % PLACES) {
      const known = this.#places[place] - 1;
      if (!this.#isSame(known, bytes, at, length)) continue;
      this.#found++;
      return this.#texts[known];
    }
    const text = this.#decoded(bytes, at, length);
    if (this.#texts.length < MOST) this.#know(text, place, bytes.subarray(at, at + length));
    else if (this.#found < MOST) this.#forget();
    return text;
  }

  #decoded(bytes: Uint8Array, at: number, length: number): string {
    return this.#decoder.decode(bytes.subarray(at, at + length));
  }

  #isSame(known: number, bytes: Uint8Array, at: number, length: number): boolean {
    const from = this.#starts[known];
    if (this.#starts[known + 1] - from !== length) return false;
    for (let b = 0; b < length; b++) if (this.#bytes[from + b] !== bytes[at + b]) return false;
    return true;
  }

  #know(text: string, place: number, bytes: Uint8Array): void {
    const from = this.#starts[this.#texts.length];
    if (from + bytes.length > this.#bytes.length) {
      const grown = new Uint8Array(2 * (from + bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, from);
    this.#starts.push(from + bytes.length);
    this.#places![place] = this.#texts.push(text);
  }

  #forget(): void {
    this.#isUseful = false;
    this.#places = null;
    this.#bytes = new Uint8Array();
    this.#texts.length = 0;
  }
}

/** FNV-1a. */
function placeOf(bytes: Uint8Array, at: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let b = at; b < at + length; b++) hash = Math.imul(hash ^ bytes[b], 0x01000193);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}
