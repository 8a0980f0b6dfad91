import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal, NamedBytes } from '../contract.ts';
import { decodeAs, type Encoding } from '../text/decode.ts';

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

const fieldBytes = 32;
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
 * Encodings the file names, the likelier first: the .cpg is written on purpose, the language driver often by habit
 * (0x57 stands in many UTF-8 tables). Empty where neither says.
 */
export function saidEncodings(languageDriver: number, codePage: string | null): readonly Encoding[] {
  const said = codePage?.trim().toUpperCase() ?? '';
  const named: Encoding[] = [];
  if (/UTF-?8|65001/.test(said)) named.push('UTF-8');
  else if (/936|GBK|GB2312|GB18030|54936/.test(said)) named.push('GBK');
  if (gbkDrivers.has(languageDriver)) named.push('GBK');
  return named;
}

/** Whether every text of the table is in the encoding. */
export function isIn(encoding: Encoding, { fields, records }: Dbf): boolean {
  const texts = fields.filter((field) => field.type === 'C');
  const fine = (bytes: Uint8Array) => cellText(bytes, encoding) !== null;
  return (
    fields.every(({ name }) => fine(name)) &&
    records.every((record) => texts.every(({ start, length }) => fine(record.subarray(start, start + length))))
  );
}

/** A cell is cut at its width, which may fall inside a character: up to three last bytes are given up. */
export function cellText(bytes: Uint8Array, encoding: Encoding): string | null {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  const full = end === bytes.length ? 3 : 0;
  for (let cut = 0; cut <= full && cut <= end; cut++) {
    const text = decodeAs(bytes.subarray(0, end - cut), encoding);
    if (text !== null) return text.trim();
  }
  return null;
}
