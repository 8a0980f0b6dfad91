import { inflateSync } from 'fflate';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal, Slices } from '../contract.ts';
import { mostBytes } from '../limits.ts';
import { crc32 } from '../packed/crc32.ts';
import { bytesOfSlice } from '../slices.ts';
import { decodeAs } from '../text/decode.ts';

/** A file as the directory of a zip tells it (PKWARE APPNOTE 4.3.12). */
export interface ZipEntry {
  /** With its folders, `/` between them. */
  readonly path: string;
  /** Whether the name could be read; one in no encoding that is known here is shown byte by byte. */
  readonly named: boolean;
  readonly method: number;
  readonly checksum: number;
  /** Bytes packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Byte of its own header. */
  readonly at: number;
}

const endBytes = 22;
const longestComment = 0xffff;
export const stored = 0;
const deflated = 8;
/** Of a file, before its name. */
export const HEADER_BYTES = 30;
/** Deflate packs a run to 1/1032 of its length at best; a file that says more is lying. */
const bestRatio = 1032;

/** By its first file, or by the end of one that holds none. */
export const isZip = ([p, k, third, fourth]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));

/** Start of the record that ends every zip; −1 where the file is cut off. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** Names are UTF-8 where the flag says so; where it does not, Chinese programs write GBK. */
function pathOf(raw: Uint8Array, isUtf8: boolean): Pick<ZipEntry, 'path' | 'named'> {
  const text = decodeAs(raw, 'UTF-8') ?? (isUtf8 ? null : decodeAs(raw, 'GBK'));
  // In pieces: a name may be longer than a call takes arguments.
  const path = text ?? Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  return { path: path.replaceAll('\\', '/'), named: text !== null };
}

/** The end of a directory says how many files there are and where the directory begins. */
const countAt = 10;
const beginAt = 16;

/** The files of a zip. Refused are encrypted ones, and a directory that contradicts the bytes or itself. */
export function zipEntries(name: string, bytes: Uint8Array): Result<readonly ZipEntry[], FormatRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return refuse('truncated', { name, record: 0 });
  return entriesIn(name, bytes.subarray(view.getUint32(end + beginAt, true), end), view.getUint16(end + countAt, true));
}

/** The same of one that is read where it lies. What stands for more than 32 bits is of another form (zip64) and refused. */
export async function zipEntriesIn(name: string, slices: Slices): Promise<Result<readonly ZipEntry[], FormatRefusal>> {
  const from = Math.max(0, slices.size - endBytes - longestComment);
  const tail = await bytesOfSlice(slices, from, slices.size);
  const view = new DataView(tail.buffer);
  const end = endOf(view);
  if (end < 0) return refuse('truncated', { name, record: 0 });
  const [count, begin] = [view.getUint16(end + countAt, true), view.getUint32(end + beginAt, true)];
  if (count === 0xffff || begin === 0xffffffff) return refuse('unsupported', { name, what: 'zip64' });
  if (begin > from + end) return refuse('damaged', { name, detail: 'zip-structure' });
  return entriesIn(name, await bytesOfSlice(slices, begin, from + end), count);
}

function entriesIn(name: string, bytes: Uint8Array, count: number): Result<readonly ZipEntry[], FormatRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = refuse('damaged', { name, detail: 'zip-structure' });
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return broken;
    const flags = view.getUint16(at + 8, true);
    const [length, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    if (at + 46 + length > bytes.length) return broken;
    const entry = {
      ...pathOf(bytes.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if ((flags & 1) !== 0) return refuse('unsupported', { name, what: 'encryption', type: entry.path.slice(0, 60) });
    if (entry.size > bestRatio * (entry.packed + 1)) return refuse('damaged', { name, detail: 'zip-size' });
    entries.push(entry);
    at += 46 + length + extra + comment;
  }
  return ok(entries);
}

/** Refused where they unpack to more than fits; null where they do not. */
export function tooLarge(name: string, entries: readonly ZipEntry[]): Result<never, FormatRefusal> | null {
  const found = entries.reduce((sum, { size }) => sum + size, 0);
  return found > mostBytes ? refuse('too-large', { where: name, what: 'bytes', found, most: mostBytes }) : null;
}

/** What can be read of how a file is packed; null for the others. */
export const refusedMethod = (name: string, { method }: ZipEntry): Result<never, FormatRefusal> | null =>
  method === stored || method === deflated
    ? null
    : refuse('unsupported', { name, what: 'compression', type: `zip ${method}` });

/** Byte at which the packed bytes of a file begin, by its own header; null where that makes no sense. */
export function startOf(entry: ZipEntry, header: Uint8Array): number | null {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < HEADER_BYTES || view.getUint32(0, true) !== 0x04034b50) return null;
  return entry.at + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/** The bytes of one file, which must be as many as stated and have the stated checksum. */
export function unzipped(name: string, bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, FormatRefusal> {
  const { method, checksum, packed, size, at } = entry;
  const broken = (detail: string) => refuse('damaged', { name, detail });
  const refused = refusedMethod(name, entry);
  if (refused) return refused;
  const start = startOf(entry, bytes.subarray(at, at + HEADER_BYTES));
  if (start === null || start + packed > bytes.length) return broken('zip-structure');
  const content = bytes.subarray(start, start + packed);
  let whole = content;
  try {
    if (method === deflated) whole = inflateSync(content, { out: new Uint8Array(size) });
  } catch {
    return broken('deflate');
  }
  return whole.length === size && crc32(whole) === checksum ? ok(whole) : broken('zip-size');
}
