import { refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { deepest } from './json.ts';
import { isCutOff, jsonFault } from './json-fault.ts';
import { moved, placeInBytes, textPlaceOf } from './text-place.ts';

/** Where the features of a collection stand in its bytes. */
export interface Slices {
  /** Byte after the `[` of the features, and the byte of their `]`. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Feature i stands in bytes `bounds[2 * i]` (its `{`) to `bounds[2 * i + 1]` (after its `}`). */
  readonly bounds: Uint32Array;
}

/** Ends a reading from within; whoever began it catches it. */
export class Stop extends Error {
  readonly refused: Extract<Result<never, FormatRefusal>, { ok: false }>;
  constructor(...refusal: Parameters<typeof refuse<FormatRefusal['code']>>) {
    super();
    this.refused = refuse(...refusal) as Stop['refused'];
  }
}

const [quote, backslash, comma, openArray, closeArray, openObject, closeObject] = Array.from('"\\,[]{}', (c) =>
  c.charCodeAt(0),
);
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isOpening = (byte: number): boolean => byte === openArray || byte === openObject;
const isClosing = (byte: number): boolean => byte === closeArray || byte === closeObject;
const featuresKey = new TextEncoder().encode('"features"');

/** A feature at fault is looked at this far; further in, its end is named. */
const mostLookedAtBytes = 1 << 26;

/** Where the text from byte `start` stops being JSON, looked at up to `end`. */
export function notJsonFrom(bytes: Uint8Array, start: number, end: number): Stop {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + mostLookedAtBytes)));
  const at = jsonFault(text) ?? text.length;
  const detail = end === bytes.length && isCutOff(text, at) ? 'cut-off' : 'syntax';
  return new Stop('not-json', { ...moved(textPlaceOf(text, at), placeInBytes(bytes, start)), detail });
}

/**
 * The features of an object with an array `features`, found by one look at the brackets of its UTF-8 bytes; nothing is
 * built. Null where the root is no such object, or a feature none.
 * @throws Stop where the brackets are not those of JSON, or nested or filled beyond the limits.
 */
export function slicesOf(bytes: Uint8Array): Slices | null {
  const from = beginOf(bytes);
  return from === null ? null : new Scan(bytes, from).slices();
}

/** Byte after the bracket that opens `features` in the first object. */
function beginOf(bytes: Uint8Array): number | null {
  let depth = 0;
  let key = -1;
  for (let i = bytes[0] === 0xef ? 3 : 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === quote) {
      if (depth === 1) key = i;
      i = endOfString(bytes, i);
    } else if (isOpening(byte)) {
      if (depth === 0 && byte !== openObject) return null;
      if (depth === 1 && byte === openArray && featuresKey.every((b, k) => bytes[key + k] === b)) return i + 1;
      if (++depth > deepest) return null;
    } else if (isClosing(byte) && --depth === 0) return null;
  }
  return null;
}

/** Byte of the closing quote. */
function endOfString(bytes: Uint8Array, open: number): number {
  let i = open + 1;
  while (i < bytes.length && bytes[i] !== quote) i += bytes[i] === backslash ? 2 : 1;
  return i;
}

class Scan {
  readonly #bytes: Uint8Array;
  readonly #from: number;
  #bounds = new Uint32Array(1 << 12);
  #count = 0;
  /** The bracket that opened each level, and the arrays that stand side by side in it. */
  readonly #opened = new Uint8Array(deepest + 2);
  readonly #arrays = new Uint32Array(deepest + 2);

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#from = from;
  }

  slices(): Slices | null {
    const bytes = this.#bytes;
    let before: 'begin' | 'feature' | 'comma' = 'begin';
    for (let i = this.#from; i < bytes.length; i++) {
      const byte = bytes[i];
      if (isSpace(byte)) continue;
      if (byte === closeArray && before !== 'comma')
        return { from: this.#from, to: i, count: this.#count, bounds: this.#bounds };
      if (byte === comma && before === 'feature') before = 'comma';
      else if (byte === openObject && before !== 'feature') {
        const end = this.#endOfFeature(i);
        this.#push(i, end);
        i = end - 1;
        before = 'feature';
      } else if (byte === comma || isClosing(byte) || before === 'feature') throw this.#notJson(i);
      else return null;
    }
    throw this.#notJson(bytes.length, 'cut-off');
  }

  /** Byte after the bracket that closes the feature opened at `start`. */
  #endOfFeature(start: number): number {
    const bytes = this.#bytes;
    // As deep as it is in the whole text: the object, its features, the feature.
    let depth = 2;
    for (let i = start; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === quote) i = endOfString(bytes, i);
      else if (byte === openArray || byte === openObject) {
        if (++depth > deepest) throw this.#notJson(i, 'too-deep');
        if (byte === openArray && ++this.#arrays[depth] > mostRingPoints)
          throw new Stop('too-many-points', { where: `#${this.#count + 1}`, most: mostRingPoints });
        this.#opened[depth] = byte;
        this.#arrays[depth + 1] = 0;
      } else if (byte === closeArray || byte === closeObject) {
        if ((this.#opened[depth] === openArray) !== (byte === closeArray)) throw notJsonFrom(bytes, start, i + 1);
        if (--depth === 2) return i + 1;
      }
    }
    throw notJsonFrom(bytes, start, bytes.length);
  }

  #push(start: number, end: number): void {
    if (2 * this.#count === this.#bounds.length) {
      const wider = new Uint32Array(2 * this.#bounds.length);
      wider.set(this.#bounds);
      this.#bounds = wider;
    }
    this.#bounds[2 * this.#count] = start;
    this.#bounds[2 * this.#count + 1] = end;
    this.#count++;
  }

  #notJson(at: number, detail: 'syntax' | 'cut-off' | 'too-deep' = 'syntax'): Stop {
    return new Stop('not-json', { ...placeInBytes(this.#bytes, at), detail });
  }
}
