import { damaged } from './damaged.ts';

/** Bytes of unsigned LEB128 numbers and raw pieces, growing as needed. */
export class ByteSink {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }

  /** An integer 0 .. 2⁵³ − 1. */
  varint(value: number): void {
    this.#room(8);
    let left = value;
    while (left > 0x7f_ffff_ff) {
      this.#bytes[this.#length++] = (left % 128) | 128;
      left = Math.floor(left / 128);
    }
    while (left > 127) {
      this.#bytes[this.#length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#length++] = left;
  }

  /** An integer of either sign, |value| < 2⁵²: 0, −1, 1, −2 … as 0, 1, 2, 3 … */
  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Longest number written: eight groups of seven bits hold 2⁵³. */
const LONGEST = 8;

/** Reads numbers from `at` on; damaged where they do not end. */
export class ByteSource {
  at: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  varint(): number {
    let value = 0;
    let unit = 1;
    for (let k = 0; k < LONGEST; k++) {
      if (this.at >= this.bytes.length) break;
      const byte = this.bytes[this.at++];
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
    throw damaged('number');
  }
}

/**
 * `counts` numbers fill the section from `at` exactly; returns their running sums with 0 in front (length counts + 1).
 * Nothing is allocated that the section is too short for.
 */
export function readStarts(source: ByteSource, counts: number): Uint32Array<ArrayBuffer> {
  if (counts > source.bytes.length - source.at) throw damaged('counts');
  const starts = new Uint32Array(counts + 1);
  let sum = 0;
  for (let i = 0; i < counts; i++) {
    sum += source.varint();
    if (sum > 0xffff_ffff) throw damaged('counts');
    starts[i + 1] = sum;
  }
  return starts;
}

export function writeCounts(sink: ByteSink, starts: Uint32Array): void {
  for (let i = 1; i < starts.length; i++) sink.varint(starts[i] - starts[i - 1]);
}
