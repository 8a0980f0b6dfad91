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
  const nullable = fields.filter(({ isNullable }) => isNullable).length;
  for await (const block of places(table.places, table.index))
    for (const { id, at } of block) {
      const head = rows.bytes(at, 4);
      const length = lengthIn(head instanceof Uint8Array ? head : await head);
      if (length < 0) continue;
      if ((left -= 4 + length) < 0) throw damaged('gdb-index');
      const found = rows.bytes(at + 4, length);
      const row = new Cursor(found instanceof Uint8Array ? found : await found, 'gdb-row');
      readRow(fields, row.bytes(Math.ceil(nullable / 8)), row, onValue);
      onEnd(id);
    }
}

function lengthIn(head: Uint8Array): number {
  if (head.length < 4) throw damaged('gdb-row');
  return head[0] | (head[1] << 8) | (head[2] << 16) | (head[3] << 24);
}

function readRow(fields: readonly Field[], nulls: Uint8Array, row: Cursor, onValue: OnValue): void {
  let flag = 0;
  for (let f = 0; f < fields.length; f++) {
    const { isNullable, type } = fields[f];
    const isNull = isNullable && (nulls[flag >> 3] & (1 << (flag & 7))) !== 0;
    if (isNullable) flag++;
    if (!isNull && type !== TYPE.id) onValue(f, row);
  }
}

/** Rows that are there, or were freed. */
export async function countRows(table: Table): Promise<number> {
  let count = 0;
  for await (const block of places(table.places, table.index)) count += block.length;
  return count;
}
