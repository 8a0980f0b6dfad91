import { parquetWriteBuffer } from 'hyparquet-writer';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { tableOf, type TableColumn } from '../features/write.ts';
import { wkbOf } from '../wkb/write.ts';
import { projJsonOf } from './projjson.ts';

const types = { text: 'STRING', integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** The parcels as GeoParquet 1.1, outlines as WKB; as surveyed, else in degrees. */
export function writeParquet(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const table = tableOf(project, options, 'degrees');
  if (!table.ok) return table;
  const { fields, target, outlines } = table.value;
  const crs = projJsonOf(target);
  if (crs === null) return refuse('crs-not-written', { code: target.code });
  const geometry = freeName(fields);
  const geo = {
    version: '1.1.0',
    primary_column: geometry,
    columns: {
      [geometry]: { encoding: 'WKB', geometry_types: ['MultiPolygon'], crs, orientation: 'counterclockwise' },
    },
  };
  const shapes = outlines.map((parts) => (parts.length > 0 ? wkbOf(parts) : null));
  const bytes = parquetWriteBuffer({
    columnData: [
      ...fields.map(({ name, type, cells }) => ({
        name,
        type: types[type],
        data: cells.map(as(type)),
        nullable: true,
      })),
      { name: geometry, type: 'BYTE_ARRAY' as const, data: shapes, nullable: true },
    ],
    kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
  });
  return ok([{ name: `${options.name}.parquet`, bytes: new Uint8Array(bytes) }]);
}

const as = (type: TableColumn['type']) => (cell: TableColumn['cells'][number]) =>
  type === 'integer' && cell !== null ? BigInt(cell) : cell;

function freeName(fields: readonly TableColumn[]): string {
  const taken = new Set(fields.map(({ name }) => name));
  let name = 'geometry';
  for (let n = 1; taken.has(name); n++) name = `geometry_${n}`;
  return name;
}
