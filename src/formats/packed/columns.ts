import type { SectionSink, SectionSource } from './container.ts';
import { Damaged } from './damaged.ts';
import { jsonOf, type ColumnEntry } from './directory.ts';
import { readTexts, writeTexts, type Texts } from './texts.ts';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One field of a table, row by row; a row may be without. */
export type Column = Pick<ColumnEntry, 'field' | 'role'> & {
  /** Bit i (lowest first) is set where row i has a value; null: all rows have. */
  readonly present: Uint8Array | null;
} & (
    | { readonly as: 'number'; readonly values: Float64Array }
    /** Row i has text `codes[i]`, or text i where there are no codes. */
    | { readonly as: 'text'; readonly texts: Texts; readonly codes: Codes | null }
    /** Rows share the values: what is equal is parsed once. */
    | { readonly as: 'json'; readonly shared: readonly unknown[]; readonly codes: Codes | null }
  );

export const hasValue = (column: Column, row: number): boolean =>
  column.present === null || ((column.present[row >> 3] >> (row & 7)) & 1) === 1;

/** The value of a row that has one. */
export function valueAt(column: Column, row: number): unknown {
  if (column.as === 'number') return column.values[row];
  const { codes } = column;
  if (column.as === 'json') return column.shared[codes === null ? row : codes[row]];
  return codes === null ? column.texts.at(row) : column.texts.shared(codes[row]);
}

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
  const present = entry.present === undefined ? null : source.take(entry.present).slice();
  if (present && present.length !== Math.ceil(rows / 8)) throw new Damaged('presence');
  const head = { field: entry.field, role: entry.role, present };
  const data = source.take(entry.data);
  if (entry.as === 'number') {
    if (data.length !== 8 * rows) throw new Damaged('numbers');
    return { ...head, as: 'number', values: new Float64Array(data.slice().buffer) };
  }
  const texts = readTexts(data);
  const codes = readCodes(source, entry, texts.count, rows);
  if (entry.as === 'text') return { ...head, as: 'text', texts, codes };
  return { ...head, as: 'json', codes, shared: Array.from({ length: texts.count }, (_, i) => jsonOf(texts.at(i))) };
}

function readCodes(source: SectionSource, entry: ColumnEntry, texts: number, rows: number): Codes | null {
  if (entry.codes === undefined) {
    if (texts !== rows) throw new Damaged('codes');
    return null;
  }
  const data = source.take(entry.codes);
  const width = codeWidth(texts);
  if (data.length !== width * rows) throw new Damaged('codes');
  const { buffer } = data.slice();
  const codes = width === 1 ? new Uint8Array(buffer) : width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  for (let row = 0; row < rows; row++) if (codes[row] >= texts) throw new Damaged('codes');
  return codes;
}
