import type { Refused } from '../refused.ts';
import { damaged, type Damage } from './damaged.ts';
import type { TextPool } from './text-pool.ts';

const utf8 = new TextDecoder('utf-8');
const utf16 = new TextDecoder('utf-16le');
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A number that is written with more bytes is none of a file. */
const MOST_SCALE = 2 ** 63;

/** Little-endian values one after another; what would lie beyond the end is damage of the kind it is told. */
export class Cursor {
  at = 0;
  #end: number;
  #bytes: Uint8Array;
  #view: DataView;
  readonly #damage: Damage;

  constructor(bytes: Uint8Array, damage: Damage) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#damage = damage;
    this.#end = bytes.length;
  }

  get end(): number {
    return this.#end;
  }

  /** To the bytes of another place, which may be those of the same page: a table has a million rows, and one cursor serves them all. */
  moveTo(bytes: Uint8Array, at: number, end: number): void {
    if (bytes !== this.#bytes) [this.#bytes, this.#view] = [bytes, viewOf(bytes)];
    this.at = at;
    this.#end = Math.min(end, bytes.length);
  }

  /** `inner` to the next so many bytes, which are stepped over. */
  lend(inner: Cursor, length: number): void {
    const at = this.#take(length);
    inner.moveTo(this.#bytes, at, at + length);
  }

  /** The next so many bytes, which are stepped over, as a text. */
  textIn(texts: TextPool, length: number): string {
    return texts.text(this.#bytes, this.#take(length), length);
  }

  damaged(): Refused {
    return damaged(this.#damage);
  }

  #take(length: number): number {
    const { at } = this;
    if (!(length >= 0) || at + length > this.#end) throw this.damaged();
    this.at = at + length;
    return at;
  }

  uint8(): number {
    if (this.at >= this.#end) throw this.damaged();
    return this.#bytes[this.at++];
  }

  uint16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  int16(): number {
    return this.#view.getInt16(this.#take(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  int64(): bigint {
    return this.#view.getBigInt64(this.#take(8), true);
  }

  /** Of 64 bits, a count or a place: what no number holds is damage. */
  size64(): number {
    const value = Number(this.#view.getBigUint64(this.#take(8), true));
    if (!Number.isSafeInteger(value)) throw this.damaged();
    return value;
  }

  float32(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  utf8(length: number): string {
    return utf8.decode(this.bytes(length));
  }

  utf16(bytes: number): string {
    return utf16.decode(this.bytes(bytes));
  }

  /** Seven bits a byte, the lowest first; values pass 2³², so they are multiplied and not shifted. */
  varuint(): number {
    let byte = this.uint8();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      if (scale >= MOST_SCALE) throw this.damaged();
      byte = this.uint8();
      value += (byte & 0x7f) * scale;
    }
    return value;
  }

  /** The same with its sign in the second bit of the first byte, which has six bits of the value. */
  varint(): number {
    let byte = this.uint8();
    const isNegative = (byte & 0x40) !== 0;
    let value = byte & 0x3f;
    for (let scale = 0x40; byte >= 0x80; scale *= 0x80) {
      if (scale >= MOST_SCALE) throw this.damaged();
      byte = this.uint8();
      value += (byte & 0x7f) * scale;
    }
    return isNegative ? -value : value;
  }
}
