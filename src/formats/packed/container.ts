import { crc32 } from './crc32.ts';
import { damaged } from './damaged.ts';

/*
 * The outer form of a packed file: magic, version, a table of sections with their places and checksums, the sections.
 * `docs/packed-file.md` has the bytes.
 */

/** As in PNG: a byte no text has, and the line ends that a transfer as text would change. */
const MAGIC = [0x89, 0x59, 0x54, 0x50, 0x0d, 0x0a, 0x1a, 0x0a];
export const VERSION = 1;
const HEAD_BYTES = 24;
const ENTRY_BYTES = 24;
const aligned = (offset: number): number => Math.ceil(offset / 8) * 8;

/** Sections to be written; each `add` returns the number by which the directory names it. Section 0 is the directory. */
export class SectionSink {
  readonly #sections: Uint8Array[] = [new Uint8Array()];

  add(bytes: Uint8Array): number {
    return this.#sections.push(bytes) - 1;
  }

  file(directory: Uint8Array): Uint8Array {
    const sections = [directory, ...this.#sections.slice(1)];
    const tableEnd = HEAD_BYTES + ENTRY_BYTES * sections.length;
    const last = sections.reduce((end, section) => aligned(end) + section.length, tableEnd);
    const bytes = new Uint8Array(last);
    const view = new DataView(bytes.buffer);
    bytes.set(MAGIC);
    view.setUint32(8, VERSION, true);
    view.setUint32(12, sections.length, true);
    let end = tableEnd;
    for (const [i, section] of sections.entries()) {
      const [entry, offset] = [HEAD_BYTES + ENTRY_BYTES * i, aligned(end)];
      view.setBigUint64(entry, BigInt(offset), true);
      view.setBigUint64(entry + 8, BigInt(section.length), true);
      view.setUint32(entry + 16, crc32(section), true);
      bytes.set(section, offset);
      end = offset + section.length;
    }
    view.setUint32(16, crc32(bytes.subarray(HEAD_BYTES, tableEnd)), true);
    return bytes;
  }
}

/** Whether the bytes begin as a packed file does. */
export const isPacked = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);
/** The version a packed file says it has; null where the bytes end before it. */
export const versionOf = (bytes: Uint8Array): number | null =>
  bytes.length < 12 ? null : new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);

/** Sections of a file, checked whole before any is used; each can be taken once, so that none is unpacked many times. */
export class SectionSource {
  readonly #sections: (Uint8Array | null)[] = [];

  constructor(file: Uint8Array) {
    // Plain bytes: `slice` of a Node Buffer is no copy.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
    if (!isPacked(bytes) || bytes.length < HEAD_BYTES) throw damaged('head');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = view.getUint32(12, true);
    const tableEnd = HEAD_BYTES + ENTRY_BYTES * count;
    if (tableEnd > bytes.length || view.getUint32(20, true) !== 0) throw damaged('head');
    if (crc32(bytes.subarray(HEAD_BYTES, tableEnd)) !== view.getUint32(16, true)) throw damaged('section-table');
    let end = tableEnd;
    for (let entry = HEAD_BYTES; entry < tableEnd; entry += ENTRY_BYTES) {
      const offset = Number(view.getBigUint64(entry, true));
      const length = Number(view.getBigUint64(entry + 8, true));
      if (offset !== aligned(end) || length > bytes.length - offset) throw damaged('section-table');
      const section = bytes.subarray(offset, offset + length);
      if (crc32(section) !== view.getUint32(entry + 16, true)) throw damaged('checksum');
      this.#sections.push(section);
      end = offset + length;
    }
    if (end !== bytes.length) throw damaged('length');
  }

  take(index: number): Uint8Array {
    const section = this.#sections[index];
    if (!section) throw damaged('section');
    this.#sections[index] = null;
    return section;
  }
}
