import { Inflate } from 'fflate';
import type { Slices } from '../contract.ts';
import { mostBytes } from '../limits.ts';
import { crc32 } from '../packed/crc32.ts';
import { Refused, stop } from '../refused.ts';
import { bytesOfSlice } from '../slices.ts';
import { HEADER_BYTES, refusedMethod, startOf, stored, type ZipEntry } from './zip.ts';

/** Packed bytes taken at once: a few of them may unpack to a thousand times as many. */
const STEP_BYTES = 16 * 1024;
/** So often one goes back to the beginning; a file that is read to and fro is unpacked whole. */
const MOST_RETURNS = 3;

/**
 * A file of an archive, unpacked as it is read: what was passed is forgotten. Who asks for something before it begins anew. At
 * its end it has as many bytes as the directory says, and their checksum.
 */
export class Inflating implements Slices {
  readonly size: number;
  readonly #name: string;
  readonly #entry: ZipEntry;
  readonly #archive: Slices;
  /** Byte of the archive at which it begins. */
  #start: number | null = null;
  #inflate = new Inflate();
  /** Pieces one after another, the first of them beginning at `#from`. */
  #pieces: Uint8Array[] = [];
  #from = 0;
  #unpacked = 0;
  #taken = 0;
  #checksum = 0;
  #returns = 0;

  /** `name` of the archive. */
  constructor(name: string, archive: Slices, entry: ZipEntry) {
    this.size = entry.size;
    this.#name = name;
    this.#archive = archive;
    this.#entry = entry;
    this.#begin();
  }

  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return { arrayBuffer: async () => (await this.#bytes(from, Math.min(to, this.size))).buffer as ArrayBuffer };
  }

  async #bytes(from: number, to: number): Promise<Uint8Array> {
    if (from < this.#from) this.#return();
    if (this.#returns <= MOST_RETURNS) this.#forget(from);
    while (this.#unpacked < to) await this.#step();
    const found = new Uint8Array(to - from);
    let at = this.#from;
    for (const piece of this.#pieces) {
      if (at < to && at + piece.length > from) {
        const part = piece.subarray(Math.max(0, from - at), to - at);
        found.set(part, Math.max(0, at - from));
      }
      at += piece.length;
    }
    return found;
  }

  #begin(): void {
    this.#inflate = new Inflate((piece) => this.#add(piece));
    [this.#pieces, this.#from, this.#unpacked, this.#taken, this.#checksum] = [[], 0, 0, 0, 0];
  }

  #return(): void {
    this.#returns++;
    if (this.#returns > MOST_RETURNS && this.size > mostBytes)
      stop('too-large', { where: this.#entry.path, what: 'bytes-in-zip', found: this.size, most: mostBytes });
    this.#begin();
  }

  #forget(before: number): void {
    while (this.#pieces.length > 0 && this.#from + this.#pieces[0].length <= before)
      this.#from += this.#pieces.shift()!.length;
  }

  async #step(): Promise<void> {
    const { packed, method } = this.#entry;
    if (this.#taken >= packed) this.#broken('zip-size');
    const to = Math.min(packed, this.#taken + STEP_BYTES);
    const start = (this.#start ??= await this.#find());
    const bytes = await bytesOfSlice(this.#archive, start + this.#taken, start + to);
    if (bytes.length < to - this.#taken) this.#broken('zip-structure');
    this.#taken = to;
    if (method === stored) return this.#add(bytes);
    try {
      this.#inflate.push(bytes, to === packed);
    } catch (error) {
      if (error instanceof Refused) throw error;
      this.#broken('deflate');
    }
  }

  async #find(): Promise<number> {
    const refused = refusedMethod(this.#name, this.#entry);
    if (refused && !refused.ok) throw new Refused(refused.refusal);
    const { at } = this.#entry;
    const start = startOf(this.#entry, await bytesOfSlice(this.#archive, at, at + HEADER_BYTES));
    return start ?? this.#broken('zip-structure');
  }

  #add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#unpacked += piece.length;
    this.#checksum = crc32(piece, this.#checksum);
    if (this.#unpacked > this.size || (this.#unpacked === this.size && this.#checksum !== this.#entry.checksum))
      this.#broken('zip-size');
  }

  #broken(detail: string): never {
    return stop('damaged', { name: this.#name, detail });
  }
}
