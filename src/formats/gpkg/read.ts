import type { Database, SqlValue } from '@sqlite.org/sqlite-wasm';
import { put } from '../../domain/land/records/column-records.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { readTable, type FeatureTable } from '../features/read.ts';
import { mostBytes } from '../limits.ts';
import { declaredSrs } from './crs.ts';
import { readBlob } from './geometry.ts';
import { chooseLayer, layersOf, linesOf, type GpkgLayer } from './layers.ts';
import { openToRead, quoted, sqlite } from './sqlite.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** A GeoPackage from its bytes: one layer of polygons, every row a parcel 宗地. */
export async function readGeoPackage(
  { name, bytes }: NamedBytes,
  options: ReadOptions,
): Promise<Result<ReadResult, FormatRefusal>> {
  if (bytes.length > mostBytes)
    return refuse('too-large', { where: name, what: 'bytes', found: bytes.length, most: mostBytes });
  const engine = await sqlite();
  let db: Database | null = null;
  try {
    db = openToRead(engine, bytes);
    return readFrom(db, name, bytes.length, options);
  } catch (error) {
    // What the engine throws is about the bytes; all else is our own fault.
    if (!(error instanceof engine.SQLite3Error) && !(error instanceof engine.WasmAllocError)) throw error;
    return refuse('damaged', { name, detail: 'sqlite' });
  } finally {
    db?.close();
  }
}

function readFrom(db: Database, name: string, size: number, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const tables = db.selectValues(
    "SELECT name FROM sqlite_schema WHERE name IN ('gpkg_contents', 'gpkg_geometry_columns')",
  );
  if (tables.length < 2) return refuse('damaged', { name, detail: 'no-contents' });
  const layers = layersOf(db);
  const countOf = (table: string) => rowsIn(db, table);
  const areas = chooseLayer(name, layers, options.layer, countOf);
  // Closed lines bound parcels where no layer is of areas.
  const layer =
    !areas.ok && areas.refusal.code === 'not-polygons'
      ? chooseLayer(name, withClosed(db, name, size, layers), options.layer, countOf)
      : areas;
  if (!layer.ok) return layer;
  const table = tableOf(db, name, size, layer.value);
  if (!table.ok) return table;
  const others = layers.filter((other) => other.table !== layer.value.table).map((other) => other.table);
  const left: FileNote[] = others.length > 0 ? [{ code: 'layers-left-out', params: { names: others.join(', ') } }] : [];
  return readTable('gpkg', { ...table.value, notes: [...left, ...(table.value.notes ?? [])] }, options);
}

/** Lines of so many layers are looked at; no survey has more. */
const mostLayers = 20;

function withClosed(db: Database, name: string, size: number, layers: readonly GpkgLayer[]): readonly GpkgLayer[] {
  const lines = new Set(linesOf(layers).slice(0, mostLayers));
  return layers.map((layer) => {
    const table = lines.has(layer) ? tableOf(db, name, size, layer) : null;
    return { ...layer, holdsClosed: table?.ok === true && table.value.shapeOutcomes?.includes('lines') };
  });
}

/** Rows of a plain table; of anything else none are counted, for a view could run for ever. */
function rowsIn(db: Database, table: string): number {
  const plain = db.selectValue("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", table);
  return plain === undefined ? 0 : Number(db.selectValue(`SELECT count(*) FROM ${quoted(table)}`));
}

/** A view or a virtual table could run for ever or read what is not there: only plain tables are read. */
function columnsOf(db: Database, name: string, layer: GpkgLayer): Result<readonly Column[], FormatRefusal> {
  const sql = db.selectValue("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", layer.table);
  if (typeof sql !== 'string' || !/^\s*CREATE\s+TABLE/i.test(sql))
    return refuse('unsupported', { name, what: 'virtual-table', type: layer.table });
  // cid, name, type, notnull, default, pk, hidden: computed columns are hidden, and are the schema's own doing.
  const columns = db
    .selectArrays(`PRAGMA table_xinfo(${quoted(layer.table)})`)
    .filter((row) => row[6] === 0)
    .map((row) => ({ name: String(row[1]), type: String(row[2]).toUpperCase() }));
  return columns.some((column) => column.name === layer.geometryColumn)
    ? ok(columns)
    : refuse('damaged', { name, detail: 'gpkg-geometry' });
}

/** Row numbers of the file's making, which say nothing of the land. */
const rowNumber = /^(fid|ogc_fid|objectid)$/i;

function tableOf(db: Database, name: string, size: number, layer: GpkgLayer): Result<FeatureTable, FormatRefusal> {
  const all = columnsOf(db, name, layer);
  if (!all.ok) return all;
  const fields = all.value.filter((c) => c.name !== layer.geometryColumn && !rowNumber.test(c.name));
  const kept = fields.filter(({ type }) => !type.startsWith('BLOB'));
  const list = [layer.geometryColumn, ...kept.map((column) => column.name)].map(quoted).join(', ');
  const statement = db.prepare(`SELECT ${list} FROM ${quoted(layer.table)}`);
  const rows: Properties[] = [];
  const builder = new ShapeCollector();
  try {
    for (let read = 0; statement.step();) {
      const [blob, ...cells] = statement.get([]) as SqlValue[];
      if (blob !== null && !(blob instanceof Uint8Array))
        return refuse('damaged', { name, where: `#${rows.length + 1}`, detail: 'gpkg-geometry' });
      // Pages read again and again would give more shapes than the file has bytes.
      read += 4 + (blob?.length ?? 0);
      if (read > size) return refuse('damaged', { name, detail: 'row-count' });
      const shape = readBlob(blob, builder);
      if (!shape.ok) return refuse(shape.refusal.code, { name, where: `#${rows.length + 1}`, ...shape.refusal.params });
      const row: Record<string, unknown> = {};
      for (let c = 0; c < kept.length; c++) put(row, kept[c].name, valueOf(cells[c], kept[c].type));
      rows.push(row);
    }
  } finally {
    statement.finalize();
  }
  return ok({
    name,
    rows,
    outlines: builder.build(),
    shapeOutcomes: builder.outcomes(),
    declared: () => declaredSrs(db, layer.srsId),
    notes: fields
      .filter((column) => !kept.includes(column))
      .map(({ name: column, type }) => ({ code: 'column-left-out', params: { column, type } })),
  });
}

/** Whole numbers beyond what a number holds stay as text. */
function valueOf(cell: SqlValue, type: string): string | number | boolean | null {
  if (cell === null || cell instanceof Uint8Array || cell instanceof Int8Array || cell instanceof ArrayBuffer)
    return null;
  if (typeof cell === 'bigint') return String(cell);
  if (type === 'BOOLEAN' && typeof cell === 'number') return cell !== 0;
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}
