import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { ok, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { tableOf, type TableColumn } from '../features/write.ts';

const types = {
  text: ColumnType.String,
  integer: ColumnType.Long,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
} as const;
/** "fgb", version 3.0, "fgb", patch 1. */
const magic = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 1];

/** The parcels as a FlatGeobuf without index; as surveyed, else in degrees. */
export function writeFlatGeobuf(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const table = tableOf(project, options, 'degrees');
  if (!table.ok) return table;
  const { fields, outlines, target } = table.value;
  const header = headerOf(fields, outlines.length);
  const head = buildHeader(header, Number(target.code.replace('EPSG:', '')));
  const features = outlines.map((parts, f) =>
    buildFeature(geometryOf(parts), Object.fromEntries(fields.map(({ name, cells }) => [name, cells[f]])), header),
  );
  const pieces = [Uint8Array.from(magic), head, ...features];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (bytes.set(piece, at), at + piece.length), 0);
  return ok([{ name: `${options.name}.fgb`, bytes }]);
}

const headerOf = (fields: readonly TableColumn[], featuresCount: number) => ({
  geometryType: GeometryType.MultiPolygon,
  columns: fields.map(({ name, type }) => ({
    name,
    type: types[type],
    title: null,
    description: null,
    width: -1,
    precision: -1,
    scale: -1,
    nullable: true,
    unique: false,
    primary_key: false,
  })),
  envelope: null,
  featuresCount,
  indexNodeSize: 0,
  crs: null,
  title: null,
  description: null,
  metadata: null,
});

type Parsed = Parameters<typeof buildFeature>[0];

const geometryOf = (parts: MultiPolygon) =>
  ({
    type: GeometryType.MultiPolygon,
    parts: parts.map((rings) => {
      let end = 0;
      const ends = rings.map((ring) => (end += ring.length));
      return { type: GeometryType.Polygon, xy: rings.flat(2), ends } as unknown as Parsed;
    }),
  }) as unknown as Parsed;
