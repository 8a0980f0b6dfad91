import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { encodeGbk } from '../text/gbk.ts';
import { mostFields } from './dbf.ts';

type Cell = string | number | null;
export interface Column {
  readonly name: string;
  readonly cells: readonly Cell[];
}
export interface WrittenDbf {
  readonly bytes: Uint8Array;
  readonly codePage: 'GBK' | 'UTF-8';
}

const widestText = 254;
const widestNumber = 32;
/** Language driver of code page 936; 0 leaves the word to the .cpg. */
const gbkDriver = 0x4d;

interface Laid {
  readonly column: Column;
  readonly name: Uint8Array;
  readonly type: 'C' | 'N';
  readonly width: number;
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
}

/** A dBASE III table, in GBK where every character allows, else UTF-8. */
export function writeDbf(columns: readonly Column[], rows: number): Result<WrittenDbf, FormatRefusal> {
  if (columns.length > mostFields) return refuse('too-many-fields', { where: String(columns.length) });
  const texts = columns.flatMap((c) => [c.name, ...c.cells.filter((cell) => typeof cell === 'string')]);
  const codePage = texts.every((text) => encodeGbk(text) !== null) ? 'GBK' : 'UTF-8';
  const encode = (text: string): Uint8Array =>
    (codePage === 'GBK' ? encodeGbk(text) : null) ?? new TextEncoder().encode(text);
  const laid: Laid[] = [];
  for (const column of columns) {
    const one = layOut(column, encode);
    if (!one.ok) return one;
    laid.push(one.value);
  }
  return ok({ bytes: bytesOf(laid, rows, codePage === 'GBK' ? gbkDriver : 0), codePage });
}

const decimalsOf = (value: number): number => /\.(\d+)$/.exec(plainText(value))?.[1].length ?? 0;
/** Shortest text that reads back as the same number, without exponent. */
const plainText = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text;
};

function layOut(column: Column, encode: (text: string) => Uint8Array): Result<Laid, FormatRefusal> {
  const numeric = column.cells.every((cell) => typeof cell !== 'string');
  const decimals = column.cells.reduce<number>(
    (most, cell) => (typeof cell === 'number' && numeric ? Math.max(most, decimalsOf(cell)) : most),
    0,
  );
  const cells = column.cells.map((cell) =>
    encode(cell === null ? '' : typeof cell === 'number' ? (numeric ? cell.toFixed(decimals) : plainText(cell)) : cell),
  );
  const width = cells.reduce((most, cell) => Math.max(most, cell.length), 1);
  const wide = cells.findIndex((cell) => cell.length > (numeric ? widestNumber : widestText));
  if (wide >= 0)
    return refuse('bad-field', {
      where: `#${wide + 1}`,
      field: column.name,
      value: String(column.cells[wide]).slice(0, 60),
      expected: `<= ${numeric ? widestNumber : widestText} bytes`,
    });
  return ok({ column, name: encode(column.name), type: numeric ? 'N' : 'C', width, decimals, cells });
}

function bytesOf(laid: readonly Laid[], rows: number, driver: number): Uint8Array {
  const header = 32 + 32 * laid.length + 1;
  const recordLength = 1 + laid.reduce((sum, { width }) => sum + width, 0);
  const bytes = new Uint8Array(header + rows * recordLength + 1).fill(0x20, header);
  const view = new DataView(bytes.buffer);
  // No clock here: the same project always gives the same bytes.
  bytes.set([0x03, 100, 1, 1]);
  view.setUint32(4, rows, true);
  view.setUint16(8, header, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = driver;
  let start = 1;
  laid.forEach(({ name, type, width, decimals, cells }, f) => {
    const at = 32 + 32 * f;
    bytes.set(name.subarray(0, 10), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = width;
    bytes[at + 17] = decimals;
    cells.forEach((cell, r) => {
      const from = header + r * recordLength + start;
      bytes.set(cell, type === 'N' ? from + width - cell.length : from);
    });
    start += width;
  });
  bytes[header - 1] = 0x0d;
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
