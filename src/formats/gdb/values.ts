import type { Cursor } from './cursor.ts';
import { TYPE, type Field, type TableHead } from './head.ts';
import { TextPool } from './text-pool.ts';

export type Value = string | number | null;

/** Types that a field of a record can hold. */
export const isPlain = ({ type }: Field): boolean =>
  ![TYPE.id, TYPE.shape, TYPE.binary, TYPE.raster].some((other) => other === type);

/** What a column without plain values holds, for people. */
export const typeName = ({ type }: Field): string => (type === TYPE.raster ? 'raster' : 'binary');

/** Texts of each field. */
export const poolsOf = ({ fields, isUtf8 }: Pick<TableHead, 'fields' | 'isUtf8'>): readonly TextPool[] =>
  fields.map(() => new TextPool(isUtf8 ? 'utf-8' : 'utf-16le'));

/** The next value of a row. Days and times are written as ISO 8601 has them; whole numbers that no number holds are text. */
export function readValue({ type }: Field, texts: TextPool, row: Cursor): Value {
  switch (type) {
    case TYPE.int16:
      return row.int16();
    case TYPE.int32:
      return row.int32();
    case TYPE.float32:
      return plainNumber(row.float32());
    case TYPE.float64:
      return plainNumber(row.float64());
    case TYPE.text:
      return row.textIn(texts, row.varuint());
    case TYPE.xml:
      return row.utf8(row.varuint());
    case TYPE.date:
    case TYPE.day:
      return momentOf(row.float64());
    case TYPE.time:
      return timeOf(row.float64());
    case TYPE.dateOffset:
      return offsetMoment(row.float64(), row.int16());
    case TYPE.guid:
    case TYPE.globalId:
      return guidOf(row.bytes(16));
    case TYPE.int64:
      return wholeNumber(row.int64());
    default:
      throw row.damaged();
  }
}

/** Steps over a value that is not wanted. */
export function skipValue(field: Field, row: Cursor): void {
  if (field.type === TYPE.raster && field.isManaged) row.int32();
  else row.bytes(row.varuint());
}

const plainNumber = (value: number): number | null => (Number.isFinite(value) ? value : null);

const wholeNumber = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

const DAY_MS = 86_400_000;
/** Day 0 is 1899-12-30; there is no zone. */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);

/** A day where the time is midnight. */
function momentOf(days: number): string | null {
  const moment = new Date(Math.round(days * DAY_MS) + FIRST_DAY_MS);
  if (Number.isNaN(moment.getTime())) return null;
  const text = moment.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : shortened(text.slice(0, -1));
}

const timeOf = (days: number): string | null => {
  const moment = new Date(Math.round(days * DAY_MS));
  return Number.isNaN(moment.getTime()) ? null : shortened(moment.toISOString().slice(11, -1));
};

/** The time there, and by how much it is ahead of UTC, in minutes. */
function offsetMoment(days: number, minutes: number): string | null {
  const moment = new Date(Math.round(days * DAY_MS) + FIRST_DAY_MS);
  if (Number.isNaN(moment.getTime())) return null;
  const [ahead, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = `${minutes < 0 ? '-' : '+'}${String(ahead).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  return shortened(moment.toISOString().slice(0, -1)) + offset;
}

const shortened = (time: string): string => time.replace(/\.000$/, '');

/** The first three groups stand little-endian. */
const guidOrder = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15];

const guidOf = (bytes: Uint8Array): string =>
  `{${guidOrder.map((b) => (b < 0 ? '-' : bytes[b].toString(16).padStart(2, '0'))).join('')}}`.toUpperCase();
