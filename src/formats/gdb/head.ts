import { Cursor } from './cursor.ts';
import { damaged } from './damaged.ts';
import type { Pages } from './pages.ts';

/** Types of columns as a table numbers them. */
export const TYPE = {
  int16: 0,
  int32: 1,
  float32: 2,
  float64: 3,
  text: 4,
  date: 5,
  id: 6,
  shape: 7,
  binary: 8,
  raster: 9,
  guid: 10,
  globalId: 11,
  xml: 12,
  int64: 13,
  day: 14,
  time: 15,
  dateOffset: 16,
} as const;

/** Coordinates are whole numbers of steps: `value = steps / scale + origin`. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly z?: { readonly origin: number; readonly scale: number };
}

export interface Field {
  readonly name: string;
  readonly alias: string;
  readonly type: number;
  readonly isNullable: boolean;
  /** Of shapes: the CRS as its text, and the grid. */
  readonly wkt?: string;
  readonly grid?: Grid;
  /** Of rasters: whether the row holds a number instead of bytes. */
  readonly isManaged?: boolean;
}

export interface TableHead {
  /** 3, and 4 for row ids of 64 bits (ArcGIS Pro 3.2). */
  readonly version: 3 | 4;
  /** Whether the fields are described as ArcGIS 9 did it. */
  readonly isOld: boolean;
  /** 1 point, 2 points, 3 lines, 4 polygons, 9 multipatch; 0: no shapes. */
  readonly shapeType: number;
  /** Texts are UTF-8, else UTF-16. */
  readonly isUtf8: boolean;
  readonly fields: readonly Field[];
}

const MOST_FIELD_BYTES = 10 * 1024 * 1024;
const HEAD_BYTES = 40;

/** What a .gdbtable says of itself and its columns. */
export async function readHead(table: Pages): Promise<TableHead> {
  const first = new Cursor(await table.bytes(0, HEAD_BYTES), 'gdb-fields');
  const version = first.int32();
  if (version !== 3 && version !== 4) throw damaged('gdb-fields');
  first.at = 32;
  const at = first.size64();
  const length = new Cursor(await table.bytes(at, 4), 'gdb-fields').uint32();
  if (length > MOST_FIELD_BYTES) throw damaged('gdb-fields');
  const fields = new Cursor(await table.bytes(at + 4, length), 'gdb-fields');
  return { version, ...readFields(fields) };
}

function readFields(cursor: Cursor): Omit<TableHead, 'version'> {
  const isOld = cursor.uint32() < 4;
  const shapeType = cursor.uint8();
  const isUtf8 = (cursor.uint8() & 1) !== 0;
  cursor.uint8();
  const flags = cursor.uint8();
  const dimensions = { hasZ: (flags & 0x80) !== 0, hasM: (flags & 0x40) !== 0 };
  const count = cursor.uint16();
  const fields: Field[] = [];
  for (let f = 0; f < count; f++) fields.push(readField(cursor, dimensions));
  return { isOld, shapeType, isUtf8, fields };
}

type Dimensions = { readonly hasZ: boolean; readonly hasM: boolean };

/** No default value is written for these. */
const withoutDefault: ReadonlySet<number> = new Set([TYPE.id, TYPE.binary, TYPE.guid, TYPE.globalId, TYPE.xml]);

function readField(cursor: Cursor, dimensions: Dimensions): Field {
  const name = cursor.utf16(2 * cursor.uint8());
  const alias = cursor.utf16(2 * cursor.uint8());
  const type = cursor.uint8();
  if (type > TYPE.dateOffset) throw cursor.damaged();
  const named = { name, alias, type };
  if (type === TYPE.shape) return { ...named, ...readShapeField(cursor, dimensions) };
  if (type === TYPE.raster) return { ...named, ...readRasterField(cursor) };
  // The length of a text, else of the value.
  if (type === TYPE.text) cursor.uint32();
  else cursor.uint8();
  const flags = cursor.uint8();
  const defaultLength = type === TYPE.text ? cursor.varuint() : withoutDefault.has(type) ? 0 : cursor.uint8();
  // The length stands there in any case, the default only with its flag.
  if ((flags & 4) !== 0) cursor.bytes(defaultLength);
  return { ...named, isNullable: (flags & 1) !== 0 };
}

function readShapeField(cursor: Cursor, { hasZ, hasM }: Dimensions): Omit<Field, 'name' | 'alias' | 'type'> {
  cursor.uint8();
  const isNullable = (cursor.uint8() & 1) !== 0;
  const wkt = cursor.utf16(cursor.uint16());
  const grid = readGrid(cursor, cursor.uint8());
  // Extent in x and y, z and m; one more byte; cells of the spatial index.
  cursor.bytes(32 + (hasZ ? 16 : 0) + (hasM ? 16 : 0) + 1);
  const cells = cursor.uint32();
  if (cells > 3) throw cursor.damaged();
  cursor.bytes(8 * cells);
  return { isNullable, wkt, grid };
}

function readRasterField(cursor: Cursor): Omit<Field, 'name' | 'alias' | 'type'> {
  cursor.uint8();
  const isNullable = (cursor.uint8() & 1) !== 0;
  cursor.utf16(2 * cursor.uint8());
  cursor.utf16(cursor.uint16());
  const flags = cursor.uint8();
  if (flags > 0) readGrid(cursor, flags);
  return { isNullable, isManaged: cursor.uint8() === 1 };
}

/** Origin and scale, then tolerances, of x and y, with 4 of z, with 2 of m. */
function readGrid(cursor: Cursor, flags: number): Grid {
  const [x, y, scale] = [cursor.float64(), cursor.float64(), cursor.float64()];
  if ((flags & 2) !== 0) cursor.bytes(16);
  const z = (flags & 4) === 0 ? undefined : { origin: cursor.float64(), scale: cursor.float64() };
  cursor.bytes(8 + ((flags & 2) !== 0 ? 8 : 0) + ((flags & 4) !== 0 ? 8 : 0));
  if (!(scale > 0) || !Number.isFinite(x) || !Number.isFinite(y)) throw cursor.damaged();
  return { x, y, scale, ...(z && { z }) };
}
