import type { Slices } from '../contract.ts';
import { Cursor } from './cursor.ts';
import { damaged } from './damaged.ts';
import { readHead, TYPE, type Field, type TableHead } from './head.ts';
import { Pages } from './pages.ts';
import { places, readIndex, type RowIndex } from './row-index.ts';

/** A table: its .gdbtable and .gdbtablx. */
export interface Table extends TableHead {
  readonly rows: Pages;
  readonly places: Pages;
  readonly index: RowIndex;
}

export async function openTable(table: Slices, tablx: Slices): Promise<Table> {
  const rows = new Pages(table, 'gdb-row');
  const index = new Pages(tablx, 'gdb-index');
  const head = await readHead(new Pages(table, 'gdb-fields'));
  return { ...head, rows, places: index, index: await readIndex(index, head.version) };
}

/** Reads one row: called with the fields it has a value of, in their order, the cursor before that value. */
export type OnValue = (field: number, row: Cursor) => void;

/**
 * Every row that is there, by its id: `onValue` for each value that is not null, then `onEnd`. A row with a negative length
 * was freed. Flags of null stand in front, one for each field that may be null; the id has no bytes.
 */
export async function eachRow(table: Table, onValue: OnValue, onEnd: (id: number) => void): Promise<void> {
  const { rows, fields } = table;
  // No two rows share a byte: an index that leads to one row again and again would keep a reader for hours.
  let left = rows.size;
  const values = valuesOf(fields);
  const row = new Cursor(new Uint8Array(), 'gdb-row');
  for await (const { count, first, ids, at } of places(table.places, table.index))
    for (let k = 0; k < count; k++) {
      if (!rows.hasMoved(row, at[k], LENGTH_BYTES)) await rows.load(row, at[k], LENGTH_BYTES);
      const length = row.int32();
      if (length < 0) continue;
      if ((left -= LENGTH_BYTES + length) < 0) throw damaged('gdb-index');
      const from = at[k] + LENGTH_BYTES;
      if (!rows.hasMoved(row, from, length)) await rows.load(row, from, length);
      readRow(values, row, onValue);
      onEnd(first + ids[k]);
    }
}

/** Of a row, in front of it. */
const LENGTH_BYTES = 4;

/** Fields that have a value in a row: the number of each, and its flag of null; −1: it is never null. */
interface Values {
  readonly flagBytes: number;
  readonly fields: readonly { readonly f: number; readonly flag: number }[];
}

function valuesOf(fields: readonly Field[]): Values {
  let flags = 0;
  const all = fields.map(({ isNullable, type }, f) => ({ f, type, flag: isNullable ? flags++ : -1 }));
  return { flagBytes: Math.ceil(flags / 8), fields: all.filter(({ type }) => type !== TYPE.id) };
}

function readRow({ flagBytes, fields }: Values, row: Cursor, onValue: OnValue): void {
  const nulls = row.bytes(flagBytes);
  for (const { f, flag } of fields) if (flag < 0 || (nulls[flag >> 3] & (1 << (flag & 7))) === 0) onValue(f, row);
}

/** Rows that are there, or were freed. */
export async function countRows(table: Table): Promise<number> {
  let count = 0;
  for await (const block of places(table.places, table.index)) count += block.count;
  return count;
}
