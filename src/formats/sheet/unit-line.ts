import type { Dictionary } from '../fields/dictionary.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import { quantityOf, unitsOf, type Quantity, type WrittenUnit } from '../fields/units.ts';
import type { Grid, GridRow } from './grid.ts';

/** A line 单位：公顷、万元 stands above a heading, no more than this many rows deep and this far from it. */
const [DEEPEST, FARTHEST] = [20, 5];
const saysUnits = /^[(（]?\s*(?:计量)?单位\s*[:：].+$/;

const unitsIn = (cell: string): readonly WrittenUnit[] | null =>
  saysUnits.test(cell.trim()) ? unitsOf(cell.trim().replace(/^[(（]|[)）]$/g, '')) : null;

/**
 * A table with the units of a line above it, 单位：公顷, put to the headings they hold for, as if each named its own: 面积（公顷）.
 * The line itself is left out: it says nothing of a parcel.
 */
export function withUnitLine(grid: Grid, dictionary: Dictionary): Grid {
  const at = grid.rows.slice(0, DEEPEST).findIndex(({ cells }) => cells.some((cell) => unitsIn(cell) !== null));
  if (at < 0) return grid;
  const line = grid.rows[at];
  const units = line.cells.flatMap((cell) => unitsIn(cell) ?? []);
  const bare = { ...line, cells: line.cells.map((cell) => (unitsIn(cell) === null ? cell : '')) };
  const rows = grid.rows.map((row, r): GridRow => {
    if (r === at) return bare;
    if (r < at || r > at + FARTHEST) return row;
    return { ...row, cells: row.cells.map((cell) => headed(cell, units, dictionary)) };
  });
  return { ...grid, rows: rows.filter((row) => row !== bare || row.cells.some((cell) => cell.trim() !== '')) };
}

function headed(cell: string, units: readonly WrittenUnit[], dictionary: Dictionary): string {
  const column = dictionary.columnOf('parcel', cell);
  if (!column || column.units.length > 0) return cell;
  const quantity = quantityIn(column.field);
  const unit = units.find((own) => own.quantity === quantity);
  return unit ? `${cell.trim()}（${unit.name}）` : cell;
}

function quantityIn(field: string): Quantity | undefined {
  const type = fieldsOfKind('parcel')[field] as ReturnType<typeof fieldsOfKind>[string] | undefined;
  return type?.is === 'number' ? quantityOf(type) : undefined;
}
