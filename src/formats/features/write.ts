import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { Parcel, PlanningConditions, Project } from '../../domain/land/model.ts';
import type { FormatRefusal, WriteOptions } from '../contract.ts';
import { degrees, type SourceCrs } from '../crs/source.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import { featureKey } from '../exchange/sort.ts';
import { printBounds } from '../../domain/land/written-bounds/print.ts';
import { turned } from '../rings.ts';
import type { Records } from '../../domain/land/records/records.ts';

type Cell = string | number | boolean | null;
/** One field of the parcels, a cell for each; the cells of a type are of that type or null. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  readonly cells: readonly Cell[];
}
export interface WrittenTable {
  readonly fields: readonly TableColumn[];
  readonly target: SourceCrs;
  /** In `target`, closed, shells counter-clockwise; empty where nothing is drawn. */
  readonly outlines: readonly MultiPolygon[];
}

/**
 * The parcels 宗地 as a table of simple features, in the CRS asked for, else as surveyed, else in what `unsurveyed`
 * says. Fields keep the names of the exchange file, the land class takes two and each planning
 * condition one; lists and records are JSON.
 */
export function tableOf(
  { parcels }: Project,
  { epsg }: WriteOptions,
  unsurveyed: 'degrees' | 'plane',
): Result<WrittenTable, FormatRefusal> {
  const { records, layer } = parcels;
  const asDegrees = unsurveyed === 'degrees' && epsg === undefined && !layer.surveyed;
  const target = asDegrees ? ok(degrees) : planeTarget(layer, epsg);
  if (!target.ok) return target;
  if (records.length === 0) return refuse('no-parcels');
  const placed = checkFits(parcels, target.value);
  if (!placed.ok) return placed;
  const outlines = records.map((_, f) => turned(outlineIn(layer, f, target.value), true));
  return ok({ fields: fieldsOf(records), target: target.value, outlines });
}

function fieldsOf(records: Records<Parcel>): TableColumn[] {
  const rows = records.map(cellsOf);
  const names = new Set(['id', ...rows.flatMap((row) => [...row.keys()])]);
  return [...names].map((name) => typed(name, rows));
}

function cellsOf({ extra, landClass, conditions, ...known }: Parcel): ReadonlyMap<string, Cell> {
  const all: Record<string, unknown> = { ...extra, ...known, ...conditionCells(conditions) };
  if (landClass) Object.assign(all, { landClassSystem: landClass.system, landClassCode: landClass.code });
  const entries = Object.entries(all).filter(([field, v]) => v !== undefined && v !== null && field !== featureKey);
  return new Map(entries.map(([field, value]) => [field, cellOf(value)]));
}

/** Each planning condition in a column of its own, `conditions.far`; its bounds as text, `>=1.5,<2`. */
function conditionCells({ extra, ...own }: PlanningConditions = {}): Record<string, unknown> {
  const cells = Object.entries(own).map(([part, value]: [string, unknown]) => [
    `conditions.${part}`,
    typeof value === 'object' && value !== null ? printBounds(value) : value,
  ]);
  return { ...Object.fromEntries(cells), ...(extra && { conditions: extra }) } as Record<string, unknown>;
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);

/** Where the cells are of several types all are written as text. */
function typed(name: string, rows: readonly ReadonlyMap<string, Cell>[]): TableColumn {
  const cells = rows.map((row) => row.get(name) ?? null);
  const some = cells.filter((cell) => cell !== null);
  if (some.length > 0 && some.every((cell) => typeof cell === 'boolean')) return { name, type: 'boolean', cells };
  if (some.length > 0 && some.every((cell) => typeof cell === 'number'))
    return { name, type: some.every(Number.isSafeInteger) ? 'integer' : 'number', cells };
  return { name, type: 'text', cells: cells.map((cell) => (cell === null ? null : String(cell))) };
}
