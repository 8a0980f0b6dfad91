import type { Position } from '../../domain/geometry/columns/layer.ts';
import { refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import type { FeatureTable } from '../features/read.ts';
import type { Properties } from '../exchange/object.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import type { Grid } from './grid.ts';
import { isCoordinate } from './header.ts';
import { parcelsOf } from './parcels.ts';
import { pointsIn } from './points.ts';

/** A layer of points: row r of its fields describes point r. */
export interface PointLayer {
  readonly name: string;
  readonly rows: readonly Properties[];
  /** East or longitude first. */
  readonly positions: readonly Position[];
  readonly declared: FeatureTable['declared'];
}

const isDegrees = ([lon, lat]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** The layer as a table of points; columns of its own that repeat the coordinates are left aside. */
function gridOf({ name, rows, positions }: PointLayer): Grid {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !isCoordinate(column));
  const axes = positions.every(isDegrees) ? ['纬度', '经度'] : ['X', 'Y'];
  const cellOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const table = rows.map((row, r) => ({
    line: r + 1,
    cells: [...names.map((column) => cellOf(row[column])), String(positions[r][1]), String(positions[r][0])],
  }));
  return { name, rows: [{ line: 0, cells: [...names, ...axes] }, ...table] };
}

/**
 * Boundary points that came as a layer are parcels where columns say which parcel each belongs to, or in which order they
 * stand; a layer without such columns is refused with what is missing.
 */
export function readPointLayer(
  format: ReadResult['format'],
  layer: PointLayer,
  options: ReadOptions,
  notes: FileNote[],
): Result<ReadResult, FormatRefusal> {
  const grid = gridOf(layer);
  const table = pointsIn(grid, dictionaryOf(options.fields, options.landClasses));
  if (!table.ok) return table;
  const count = layer.positions.length;
  if (!table.value || table.value.bare) return refuse('points-only', { name: layer.name, count });
  const { plots } = table.value;
  // Features come in any order: a mere name of each point says little of it.
  const told = plots.some(({ properties, points }) => properties.id !== undefined || points.some(({ ring, order }) => ring !== '' || Number.isFinite(order))); // prettier-ignore
  // Numbers of a geometry are decimals, whatever they might be in a table.
  return parcelsOf(
    grid,
    { ...table.value, bare: !told },
    format,
    { ...options, degrees: 'decimal' },
    notes,
    layer.declared,
  );
}
