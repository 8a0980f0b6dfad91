import { gatherRows, type RowRange } from '../domain/geometry/edit/gather.ts';
import type { Layer } from '../domain/geometry/layer.ts';
import type { Building, Parcel, Project, Table, Township, Zone } from '../domain/land/model.ts';

/** A record with its boundary, at its row of the table after the change. */
export interface Insertion<T> {
  readonly at: number;
  readonly record: T;
  /** A layer of one feature, in the coordinates of the table. */
  readonly shape: Layer;
}

/** Rows taken out (as numbered before) and rows put in (as numbered after), both ascending; a row replaced is both. */
export interface TableEdit<T> {
  readonly removed: readonly number[];
  readonly inserted: readonly Insertion<T>[];
}

/** What an operation does to a project: data, so that it can be shown, logged, sent and undone. */
export interface Change {
  readonly parcels?: TableEdit<Parcel>;
  readonly buildings?: TableEdit<Building>;
  readonly townships?: TableEdit<Township>;
  readonly zones?: TableEdit<Zone>;
}

/**
 * The project after a change, and the change that leads back: applying that gives a project equal to the first to the
 * last bit. A change made for another state of the project is a fault: RangeError.
 */
export function applyChange(project: Project, change: Change): { project: Project; inverse: Change } {
  const parcels = applied(project.parcels, change.parcels);
  const buildings = applied(project.buildings, change.buildings);
  const townships = applied(project.townships, change.townships);
  const zones = applied(project.zones, change.zones);
  const inverse: Change = {
    ...(parcels.inverse && { parcels: parcels.inverse }),
    ...(buildings.inverse && { buildings: buildings.inverse }),
    ...(townships.inverse && { townships: townships.inverse }),
    ...(zones.inverse && { zones: zones.inverse }),
  };
  const tables = {
    parcels: parcels.table,
    buildings: buildings.table,
    townships: townships.table,
    zones: zones.table,
  };
  return { project: { ...project, ...tables }, inverse };
}

function applied<T>(table: Table<T>, edit: TableEdit<T> | undefined): { table: Table<T>; inverse?: TableEdit<T> } {
  if (!edit) return { table };
  const { records, layer } = table;
  const removed = new Set(edit.removed);
  const size = records.length - removed.size + edit.inserted.length;
  const ranges: RowRange[] = [];
  const result: T[] = [];
  let [row, used] = [0, 0];
  while (result.length < size) {
    const next = edit.inserted.at(used);
    if (next?.at === result.length) {
      used++;
      result.push(next.record);
      ranges.push({ layer: next.shape, from: 0, to: 1 });
      continue;
    }
    while (removed.has(row)) row++;
    if (row >= records.length) throw new RangeError('the change belongs to another state of the project');
    result.push(records[row]);
    const last = ranges.at(-1);
    if (last?.layer === layer && last.to === row) ranges[ranges.length - 1] = { ...last, to: row + 1 };
    else ranges.push({ layer, from: row, to: row + 1 });
    row++;
  }
  if (used < edit.inserted.length) throw new RangeError('the change belongs to another state of the project');
  const back = [...removed].sort((p, q) => p - q);
  return {
    table: { records: result, layer: gatherRows(layer, ranges) },
    inverse: {
      removed: edit.inserted.map(({ at }) => at),
      inserted: back.map((at) => ({
        at,
        record: records[at],
        shape: rowAlone(layer, at),
      })),
    },
  };
}

/** The edit that replaces rows one for one. */
export const replacing = <T>(rows: readonly Insertion<T>[]): TableEdit<T> | undefined => {
  if (rows.length === 0) return undefined;
  const inserted = [...rows].sort((p, q) => p.at - q.at);
  return { removed: inserted.map(({ at }) => at), inserted };
};

/** One row as a layer of its own. */
export const rowAlone = (layer: Layer, row: number): Layer => gatherRows(layer, [{ layer, from: row, to: row + 1 }]);
