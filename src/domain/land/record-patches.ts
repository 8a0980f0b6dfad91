import type { Building, Parcel, Park } from './model.ts';
import type { ParkRecords } from './park-facts.ts';

/** Fields of one row given new values; undefined takes one away. */
export interface RowPatch<T> {
  readonly row: number;
  readonly fields: Partial<T>;
}

/** What makes one set of a park's records out of another, by the rows they have. */
export interface RecordPatches {
  readonly park: Partial<Park> | null;
  readonly parcels: readonly RowPatch<Parcel>[];
  readonly buildings: readonly RowPatch<Building>[];
}

/**
 * Exactly the fields in which the records differ. Parcels that come in take the park's id, those that are left out lose
 * it; what else a record that is only in one of both holds is left as it is.
 */
export function patchesBetween(before: ParkRecords, after: ParkRecords): RecordPatches {
  const had = new Map(before.parcels.map(({ row, parcel }) => [row, parcel]));
  const has = new Set(after.parcels.map(({ row }) => row));
  const left = before.parcels.filter(({ row }) => !has.has(row));
  return {
    park: fieldsBetween(before.park, after.park),
    parcels: [
      ...left.map(({ row }) => ({ row, fields: { parkId: undefined } })),
      ...after.parcels.flatMap(({ row, parcel }) => {
        const old = had.get(row);
        return patchOf(row, old ? fieldsBetween(old, parcel) : { parkId: parcel.parkId });
      }),
    ].sort((a, b) => a.row - b.row),
    buildings: [...after.buildings].flatMap(([row, building]) => {
      const old = before.buildings.get(row);
      return old ? patchOf(row, fieldsBetween(old, building)) : [];
    }),
  };
}

const patchOf = <T>(row: number, fields: Partial<T> | null): RowPatch<T>[] => (fields ? [{ row, fields }] : []);

/** Null where they are alike. */
function fieldsBetween<T extends object>(before: T, after: T): Partial<T> | null {
  if (before === after) return null;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T)[];
  const changed = names.filter((name) => !isAlike(before[name], after[name]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<T>;
}

/** Of values as files hold them. */
const isAlike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
