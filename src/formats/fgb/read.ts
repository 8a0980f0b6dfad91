import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { declaredEpsg, type Declared } from '../features/crs.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { readTable, type FeatureTable } from '../features/read.ts';
import { declaredWkt } from '../shp/prj.ts';
import { BrokenFlatbuffer, Table } from './flatbuffer.ts';
import { readGeometry } from './geometry.ts';
import { readHeader, type Header } from './header.ts';
import { binary, readProperties } from './properties.ts';

/** A FlatGeobuf from its bytes, with or without index: every feature is a parcel 宗地. */
export function readFlatGeobuf({ name, bytes }: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  try {
    const table = tableOf(name, bytes);
    return table.ok ? readTable('fgb', table.value, options) : table;
  } catch (error) {
    if (!(error instanceof BrokenFlatbuffer)) throw error;
    return refuse('damaged', { name, detail: 'flatbuffer' });
  }
}

function tableOf(name: string, bytes: Uint8Array): Result<FeatureTable, FormatRefusal> {
  const header = readHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: Properties[] = [];
  const builder = new ShapeCollector();
  for (let at = header.start; at < bytes.length;) {
    if (at + 4 > bytes.length) return refuse('truncated', { name, record: rows.length + 1 });
    const length = view.getUint32(at, true);
    if (at + 4 + length > bytes.length) return refuse('truncated', { name, record: rows.length + 1 });
    const feature = Table.root(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length));
    const shape = readGeometry(feature.table(0), header.geometryType, builder);
    if (!shape.ok) return refuse(shape.refusal.code, { name, where: `#${rows.length + 1}`, ...shape.refusal.params });
    rows.push(readProperties(feature.vector(1, 1), header.columns));
    at += 4 + length;
  }
  if (header.features > rows.length) return refuse('truncated', { name, record: rows.length + 1 });
  return ok({
    name,
    rows,
    outlines: builder.build(),
    shapeOutcomes: builder.outcomes(),
    declared: () => declaredCrs(header.crs),
    notes: header.columns
      .filter(({ type }) => type === binary)
      .map((column) => ({ code: 'column-left-out', params: { column: column.name, type: 'binary' } })),
  });
}

/** By the authority's code, else by the definition. */
function declaredCrs(crs: Header['crs']): Result<Declared | null, FormatRefusal> {
  if (!crs) return ok(null);
  const known = crs.code > 0 && /^(EPSG)?$/i.test(crs.org) ? declaredEpsg(crs.code) : null;
  if (known && (known.ok || known.refusal.code === 'crs-unsupported')) return known;
  if (/^\s*(GEOG|PROJ)/i.test(crs.wkt)) return declaredWkt(crs.wkt);
  if (known || crs.name) return known ?? refuse('crs-unrecognised', { code: crs.name.slice(0, 60) });
  return ok(null);
}
