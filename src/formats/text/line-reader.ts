import { stop } from '../refused.ts';
import { utf16Of, type Encoding } from './decode.ts';

/** Bytes decoded at once. */
const AT_ONCE = 1 << 20;
/** No line of a list of points or fields is longer; one that is would be copied with every piece. */
const LONGEST = 1 << 22;

/** Whether all bytes are UTF-8, looked at piece by piece. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += AT_ONCE)
      decoder.decode(bytes.subarray(at, at + AT_ONCE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a long text: UTF-8 where the bytes allow it, else GBK. */
export const encodingOfText = (bytes: Uint8Array): Encoding => utf16Of(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : 'GBK');

/** The lines of a text one by one, whatever ends them; the text is decoded piece by piece and never held whole. */
export class LineReader {
  /** Number of the line read last, from 1. */
  line = 0;
  readonly #bytes: Uint8Array;
  readonly #name: string;
  readonly #lenient: boolean;
  readonly #decoder: TextDecoder;
  #at = 0;
  #lines: readonly string[] = [];
  #next = 0;
  #rest = '';

  /** `lenient`: characters that are none are shown as such, where only names of columns can have them. */
  constructor(name: string, bytes: Uint8Array, encoding: Encoding, lenient = false) {
    this.#name = name;
    this.#lenient = lenient;
    this.#bytes = bytes;
    this.#decoder = new TextDecoder(encoding === 'GBK' ? 'gb18030' : encoding);
  }

  /** The next line without its end; null after the last. */
  next(): string | null {
    while (this.#next === this.#lines.length) if (!this.#decodeMore()) return null;
    this.line++;
    return this.#lines[this.#next++];
  }

  #decodeMore(): boolean {
    if (this.#at > this.#bytes.length) return false;
    const last = this.#at + AT_ONCE > this.#bytes.length;
    const text = this.#decoder.decode(this.#bytes.subarray(this.#at, this.#at + AT_ONCE), { stream: !last });
    this.#at += AT_ONCE;
    if (!this.#lenient && text.includes('\ufffd')) stop('encoding-broken', { where: this.#name });
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    // The last line may go on in the next piece, and so may the end of it.
    this.#rest = last ? '' : lines.pop()!;
    if (last && lines[lines.length - 1] === '') lines.pop();
    if (this.#rest.length > LONGEST)
      stop('bad-line', { line: this.line + lines.length + 1, text: this.#rest.slice(0, 60), detail: 'line-long' });
    this.#lines = lines;
    this.#next = 0;
    return true;
  }
}
