import type { Database } from '@sqlite.org/sqlite-wasm';
import { refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { chooseLayer as chooseNamed } from '../features/choose-layer.ts';
import { foundOf, kindOfShape } from '../found.ts';

/** A feature table of a GeoPackage. */
export interface GpkgLayer {
  readonly table: string;
  readonly geometryColumn: string;
  /** `POLYGON`, `GEOMETRY`, … */
  readonly type: string;
  readonly srsId: number;
  /** Of lines, some of them closed. */
  readonly holdsClosed?: boolean;
}

const layersSql = `
  SELECT g.table_name, g.column_name, g.geometry_type_name, g.srs_id
  FROM gpkg_geometry_columns g JOIN gpkg_contents c ON c.table_name = g.table_name
  WHERE c.data_type = 'features' ORDER BY g.table_name`;

const mayHoldPolygons = /^(GEOMETRY|(MULTI)?POLYGON|(MULTI)?SURFACE|CURVEPOLYGON|GEOMETRYCOLLECTION)$/i;
const mayHoldLines = /^((MULTI)?LINESTRING|(MULTI)?CURVE|COMPOUNDCURVE)$/i;
/** Layers whose lines may be closed. */
export const linesOf = (layers: readonly GpkgLayer[]): readonly GpkgLayer[] =>
  layers.filter(({ type }) => mayHoldLines.test(type));

export function layersOf(db: Database): readonly GpkgLayer[] {
  return db.selectArrays(layersSql).map((row) => ({
    table: String(row[0]),
    geometryColumn: String(row[1]),
    type: String(row[2]),
    srsId: Number(row[3]),
  }));
}

/** The layer asked for; else the only one of polygons, or the one named as parcels are. */
export function chooseLayer(
  name: string,
  layers: readonly GpkgLayer[],
  asked: string | undefined,
  countOf: (table: string) => number,
): Result<GpkgLayer, FormatRefusal> {
  if (layers.length === 0) return refuse('no-parcels', { name, found: foundOf([['table', countOf('gpkg_contents')]]) });
  const polygons = layers.filter(({ type, holdsClosed }) => mayHoldPolygons.test(type) || holdsClosed);
  if (polygons.length === 0) {
    const found = foundOf(layers.map(({ table, type }) => [kindOfShape(type), countOf(table)]));
    return refuse('not-polygons', { type: layers.map(({ type }) => type).join(', '), found });
  }
  return chooseNamed(name, polygons, asked, ({ table }) => [table]);
}
