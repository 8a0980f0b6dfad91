import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { put } from '../../domain/land/records/column-records.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { readTable } from '../features/read.ts';
import { mostBytes, mostRows } from '../limits.ts';
import { readWkb } from '../wkb/read.ts';
import { codecs } from './codecs.ts';
import { declaredProjJson } from './crs.ts';
import { columnsOf, geoColumnOf } from './metadata.ts';
import { checkPages } from './pages.ts';

/** A GeoParquet from its bytes: every row is a parcel 宗地. */
export async function readParquet(
  { name, bytes }: NamedBytes,
  options: ReadOptions,
): Promise<Result<ReadResult, FormatRefusal>> {
  const damaged = refuse('damaged', { name, detail: 'parquet' });
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  };
  const metadata = await attempt(parquetMetadataAsync(file, { geoparquet: false }));
  if (!metadata || !isSound(metadata)) return damaged;
  const rows = Number(metadata.num_rows);
  if (rows > mostRows) return refuse('too-large', { where: name, what: 'rows', found: rows, most: mostRows });
  const geometry = geoColumnOf(name, metadata);
  if (!geometry.ok) return geometry;
  const { flat, left } = columnsOf(metadata, geometry.value.name);
  if (!flat.includes(geometry.value.name)) return damaged;
  const pages = await attempt(Promise.resolve().then(() => checkPages(name, bytes, metadata, new Set(flat))));
  if (!pages) return damaged;
  if (!pages.ok) return pages;
  const found = await attempt(
    parquetReadObjects({
      file,
      metadata,
      columns: [...flat],
      compressors: codecs,
      geoparquet: false,
      utf8: false,
      parsers,
    }),
  );
  if (found?.length !== rows) return damaged;
  const shapes = shapesIn(name, found, geometry.value.name);
  if (!shapes.ok) return shapes;
  return readTable(
    'parquet',
    {
      name,
      rows: found.map((row) => propertiesOf(row, geometry.value.name)),
      outlines: shapes.value.build(),
      shapeOutcomes: shapes.value.outcomes(),
      declared: () => declaredProjJson(geometry.value.crs),
      notes: left.map((params) => ({ code: 'column-left-out', params })),
    },
    options,
  );
}

/** What the library throws is about the bytes it was given. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch {
    return null;
  }
}

/** Rows of the groups add up to those of the file. */
function isSound({ num_rows: rows, row_groups: groups }: FileMetaData): boolean {
  const all = groups.map((group) => Number(group.num_rows));
  return all.every((n) => n >= 0) && all.reduce((sum, n) => sum + n, 0) === Number(rows);
}

const iso = (time: number): string | null => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};
const parsers = {
  dateFromDays: (days: number) => iso(days * 86_400_000)?.slice(0, 10) ?? null,
  timestampFromMilliseconds: (ms: bigint) => iso(Number(ms)),
  timestampFromMicroseconds: (us: bigint) => iso(Number(us / 1000n)),
  timestampFromNanoseconds: (ns: bigint) => iso(Number(ns / 1_000_000n)),
  jsonFromBytes: (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : null),
  geometryFromBytes: (bytes: Uint8Array) => bytes,
  geographyFromBytes: (bytes: Uint8Array) => bytes,
};

function shapesIn(
  name: string,
  rows: readonly Record<string, unknown>[],
  column: string,
): Result<ShapeCollector, FormatRefusal> {
  const builder = new ShapeCollector();
  let read = 0;
  for (const [r, row] of rows.entries()) {
    const wkb = row[column];
    if (!(wkb instanceof Uint8Array)) {
      builder.endFeature();
      continue;
    }
    // A dictionary holds one shape for any number of rows.
    read += wkb.length;
    if (read > mostBytes) return refuse('too-large', { where: name, what: 'bytes', found: read, most: mostBytes });
    const shape = readWkb(wkb, builder);
    if (!shape.ok) return refuse(shape.refusal.code, { name, where: `#${r + 1}`, ...shape.refusal.params });
  }
  return ok(builder);
}

/** Whole numbers beyond what a number holds stay as text. */
function propertiesOf(row: Readonly<Record<string, unknown>>, geometry: string): Properties {
  const properties: Record<string, unknown> = {};
  for (const column of Object.keys(row)) if (column !== geometry) put(properties, column, plain(row[column]));
  return properties;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
