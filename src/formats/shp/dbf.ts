import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal, NamedBytes } from '../contract.ts';
import { decodeCut, type Encoding } from '../text/decode.ts';

export interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}
export interface Dbf {
  readonly fields: readonly DbfField[];
  /** Bytes of each record, the deletion mark first. */
  readonly records: readonly Uint8Array[];
  /** Language driver id; 0 says nothing. */
  readonly languageDriver: number;
}

/** A row that was deleted stays in the table, marked by an asterisk, until the table is packed; so does its shape. */
export const isDeleted = (record: Uint8Array): boolean => record[0] === 0x2a;

const fieldBytes = 32;
/** A name is no longer; the byte behind is its end mark. */
export const nameBytes = 10;
/** dBASE holds 255 fields in a record. */
export const mostFields = 255;

/** Structure and records of a .dbf; every length is checked against the file. */
export function readDbf({ name, bytes }: NamedBytes): Result<Dbf, FormatRefusal> {
  if (bytes.length < 33) return refuse('truncated', { name, record: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const header = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (header > bytes.length || header < 33) return refuse('truncated', { name, record: 0 });
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = fieldBytes; at + fieldBytes <= header && bytes[at] !== 0x0d; at += fieldBytes) {
    const raw = bytes.subarray(at, at + 11);
    const end = raw.indexOf(0);
    const length = bytes[at + 16];
    fields.push({
      name: raw.subarray(0, end < 0 ? 11 : end),
      type: String.fromCharCode(bytes[at + 11]),
      start,
      length,
    });
    start += length;
  }
  if (start > recordLength) return refuse('truncated', { name, record: 0 });
  const whole = Math.floor((bytes.length - header) / recordLength);
  if (whole < count) return refuse('truncated', { name, record: whole + 1 });
  const records = Array.from({ length: count }, (_, r) =>
    bytes.subarray(header + r * recordLength, header + (r + 1) * recordLength),
  );
  return ok({ fields, records, languageDriver: bytes[29] });
}

/** 0x4D is code page 936; 0x57, "the ANSI of the machine", is the same on a Chinese one. */
const gbkDrivers = new Set([0x4d, 0x57]);

/**
 * The encoding of the table: as the .cpg has it, which is written on purpose, where the bytes allow; else as the bytes
 * are. The language driver is often habit (0x57 stands in many UTF-8 tables, whose texts are valid GBK when their
 * lengths are even), so it counts only where the bytes are no UTF-8. `said` is false where the file does not say it.
 */
export function encodingOf(dbf: Dbf, codePage: string | null): { encoding: Encoding; said: boolean } {
  const named = codePage?.trim().toUpperCase() ?? '';
  const cpg = /UTF-?8|65001/.test(named) ? 'UTF-8' : /936|GBK|GB2312|GB18030/.test(named) ? 'GBK' : null;
  if (cpg && isIn(cpg, dbf)) return { encoding: cpg, said: true };
  const encoding = isIn('UTF-8', dbf) ? 'UTF-8' : 'GBK';
  // Where every text is plain ASCII there is nothing to guess.
  return { encoding, said: (encoding === 'GBK' && gbkDrivers.has(dbf.languageDriver)) || isIn('ASCII', dbf) };
}

/** Whether every text of the table is in the encoding. */
function isIn(encoding: Encoding | 'ASCII', { fields, records }: Dbf): boolean {
  const texts = fields.filter((field) => field.type === 'C');
  const fine = (bytes: Uint8Array) =>
    encoding === 'ASCII' ? bytes.every((byte) => byte < 0x80) : cellText(bytes, encoding) !== null;
  return (
    fields.every(({ name }) => (encoding === 'ASCII' ? fine(name) : columnName(name, encoding) !== null)) &&
    records.every((record) => texts.every(({ start, length }) => fine(record.subarray(start, start + length))))
  );
}

/** A cell is cut at its width, which may fall inside a character: the beginning of one at its end is given up. */
export function cellText(bytes: Uint8Array, encoding: Encoding): string | null {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  const own = bytes.subarray(0, end);
  // Most cells are figures: a decoder for each would take most of the time.
  const text = own.every((byte) => byte < 0x80) ? String.fromCharCode(...own) : decodeCut(own, encoding);
  return text?.trim() ?? null;
}

/**
 * The name of a column. Of names that are one when cut, programs number the later ones, and cut those again before the
 * number, wherever that falls (GDAL: 备注说明 becomes 备注, two bytes of 说, `_1`).
 */
export function columnName(bytes: Uint8Array, encoding: Encoding): string | null {
  const whole = cellText(bytes, encoding);
  const tail = /_\d{1,2}$/.exec(String.fromCharCode(...bytes))?.[0] ?? '';
  if (whole !== null || tail === '') return whole;
  const head = cellText(bytes.subarray(0, bytes.length - tail.length), encoding);
  return head === null ? null : head + tail;
}
