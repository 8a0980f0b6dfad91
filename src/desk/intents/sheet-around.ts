import type { Key, RecordTypes } from '../../domain/land/change.ts';
import type { LandAround } from '../land-around.ts';
import type { Sheet, SheetTable } from '../sheet.ts';

/** These parcels with those whose boxes meet theirs, and the buildings that name one of these. */
export function sheetAround(around: LandAround, parcels: readonly Key[]): Sheet {
  const { land } = around;
  const near = parcels.flatMap((key) => {
    const box = around.box('parcel', key);
    return box ? around.parcelsNear(box) : [];
  });
  const buildings = parcels.flatMap((key) => around.buildingsOfParcel(land.table('parcel').record(key)!.id));
  return {
    parcels: tableOf(around, 'parcel', [...parcels, ...near]),
    buildings: tableOf(around, 'building', buildings),
  };
}

function tableOf<K extends 'parcel' | 'building'>(
  { land }: LandAround,
  name: K,
  keys: readonly Key[],
): SheetTable<RecordTypes[K]> {
  const table = land.table(name);
  const ordered = [...new Set(keys)].sort(table.compare);
  return { ...table.picked(ordered), keys: ordered };
}
