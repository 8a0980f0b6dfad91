import type { Codes, Column } from '../../domain/land/records/column.ts';
import type { SectionSink, SectionSource } from './container.ts';
import { damaged } from './damaged.ts';
import { jsonOf, type ColumnEntry } from './directory.ts';
import { readTexts, writeTexts } from './texts.ts';

const SURROGATE = /\p{Surrogate}/u;
/** UTF-8 has no place for half a surrogate pair, JSON has. */
const isText = (value: unknown): value is string => typeof value === 'string' && !SURROGATE.test(value);

/** Values of a field, `undefined` where a row has none, as sections. */
export function writeColumn(
  sink: SectionSink,
  { field, role }: Pick<ColumnEntry, 'field' | 'role'>,
  values: readonly unknown[],
): ColumnEntry {
  const present = presence(values);
  const head = { field, role, ...(present ? { present: sink.add(present) } : {}) };
  const there = (is: (value: unknown) => boolean) => values.every((value) => value === undefined || is(value));
  if (there((value) => typeof value === 'number')) {
    const numbers = Float64Array.from(values as readonly (number | undefined)[], (value) => value ?? 0);
    return { ...head, as: 'number', data: sink.add(new Uint8Array(numbers.buffer)) };
  }
  const as = there(isText) ? 'text' : 'json';
  const texts = new Map<string, number>();
  const codes = values.map((value) => {
    if (value === undefined) return 0;
    const text = as === 'text' ? (value as string) : JSON.stringify(value);
    const code = texts.get(text) ?? texts.size;
    texts.set(text, code);
    return code;
  });
  const data = sink.add(writeTexts([...texts.keys()]));
  if (texts.size === values.length) return { ...head, as, data };
  const width = codeWidth(texts.size);
  const column = width === 1 ? Uint8Array.from(codes) : width === 2 ? Uint16Array.from(codes) : Uint32Array.from(codes);
  return { ...head, as, data, codes: sink.add(new Uint8Array(column.buffer)) };
}

const codeWidth = (texts: number): 1 | 2 | 4 => (texts <= 0x100 ? 1 : texts <= 0x1_0000 ? 2 : 4);

function presence(values: readonly unknown[]): Uint8Array | null {
  if (!values.includes(undefined)) return null;
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, row) => {
    if (value !== undefined) bits[row >> 3] |= 1 << (row & 7);
  });
  return bits;
}

export function readColumn(source: SectionSource, entry: ColumnEntry, rows: number): Column {
  const present = entry.present === undefined ? null : source.take(entry.present);
  if (present && present.length !== Math.ceil(rows / 8)) throw damaged('presence');
  const head = { field: entry.field, role: entry.role, present };
  const data = source.take(entry.data);
  if (entry.as === 'number') {
    if (data.length !== 8 * rows) throw damaged('numbers');
    const { buffer, byteOffset } = aligned(data);
    return { ...head, as: 'number', values: new Float64Array(buffer, byteOffset, rows) };
  }
  const texts = readTexts(data);
  const codes = readCodes(source, entry, texts.count, rows);
  if (entry.as === 'text') return { ...head, as: 'text', texts, codes };
  // What is equal is parsed once.
  return { ...head, as: 'any', codes, shared: Array.from({ length: texts.count }, (_, i) => jsonOf(texts.at(i))) };
}

function readCodes(source: SectionSource, entry: ColumnEntry, texts: number, rows: number): Codes | null {
  if (entry.codes === undefined) {
    if (texts !== rows) throw damaged('codes');
    return null;
  }
  const data = source.take(entry.codes);
  const width = codeWidth(texts);
  if (data.length !== width * rows) throw damaged('codes');
  const { buffer, byteOffset } = aligned(data);
  const Codes = width === 1 ? Uint8Array : width === 2 ? Uint16Array : Uint32Array;
  const codes = new Codes(buffer, byteOffset, rows);
  for (let row = 0; row < rows; row++) if (codes[row] >= texts) throw damaged('codes');
  return codes;
}

/** Numbers where they lie, in the file itself, whose sections begin at multiples of 8 bytes; copied where the file does not. */
function aligned(data: Uint8Array): { readonly buffer: ArrayBuffer; readonly byteOffset: number } {
  const { buffer, byteOffset } = data.byteOffset % 8 === 0 ? data : data.slice();
  return { buffer: buffer as ArrayBuffer, byteOffset };
}
