import type { Slices } from '../contract.ts';
import { bytesOfSlice } from '../slices.ts';
import type { Cursor } from './cursor.ts';
import { damaged, type Damage } from './damaged.ts';

/** Small: what is read once is forgotten soon, and costs no more memory than it has to. */
const PAGE_BYTES = 128 * 1024;
/** Rows mostly stand one after another; those that were changed later stand elsewhere. */
const MOST_PAGES = 8;

/** A file read page by page, the last few pages kept: no table is ever whole in memory. */
export class Pages {
  readonly size: number;
  readonly #slices: Slices;
  readonly #damage: Damage;
  /** The one used last comes last. */
  readonly #kept = new Map<number, Uint8Array>();
  #last: Uint8Array = new Uint8Array();
  #lastFrom = 0;

  constructor(slices: Slices, damage: Damage) {
    this.#slices = slices;
    this.#damage = damage;
    this.size = slices.size;
  }

  /**
   * The cursor to so many bytes, at once where they lie in the page that was read last: a table has a million rows, and waiting
   * for each takes time. False where they do not, and `load` is to be waited for.
   */
  hasMoved(cursor: Cursor, from: number, length: number): boolean {
    const start = from - this.#lastFrom;
    if (!(start >= 0) || !(length >= 0) || start + length > this.#last.length) return false;
    cursor.moveTo(this.#last, start, start + length);
    return true;
  }

  async load(cursor: Cursor, from: number, length: number): Promise<void> {
    const found = await this.bytes(from, length);
    // A part of a page: the next row most often stands behind it.
    if (!this.hasMoved(cursor, from, length)) cursor.moveTo(found, 0, length);
  }

  bytes(from: number, length: number): Promise<Uint8Array> {
    if (!(from >= 0) || !(length >= 0) || from + length > this.size) throw damaged(this.#damage);
    return this.#read(from, length);
  }

  async #read(from: number, length: number): Promise<Uint8Array> {
    // What is larger than the pages that are kept is read past them.
    if (length > PAGE_BYTES * (MOST_PAGES - 2)) return this.#slice(from, from + length);
    const whole = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const page = Math.floor((from + done) / PAGE_BYTES);
      const bytes = await this.#page(page);
      const start = from + done - page * PAGE_BYTES;
      const part = bytes.subarray(start, start + length - done);
      if (part.length === length) return part;
      if (part.length === 0) throw damaged(this.#damage);
      whole.set(part, done);
      done += part.length;
    }
    return whole;
  }

  async #page(page: number): Promise<Uint8Array> {
    const known = this.#kept.get(page);
    this.#kept.delete(page);
    const from = page * PAGE_BYTES;
    const bytes = known ?? (await this.#slice(from, Math.min(this.size, from + PAGE_BYTES)));
    this.#kept.set(page, bytes);
    [this.#last, this.#lastFrom] = [bytes, from];
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MOST_PAGES) break;
      this.#kept.delete(oldest);
    }
    return bytes;
  }

  /** The end is asked for: a file of an archive is held against its checksum there. */
  async end(): Promise<void> {
    if (this.size > 0) await this.bytes(this.size - 1, 1);
  }

  #slice(from: number, to: number): Promise<Uint8Array> {
    return bytesOfSlice(this.#slices, from, to);
  }
}
