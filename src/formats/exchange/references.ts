import type { Building, Park } from '../../domain/land/model.ts';
import { GatheredRecords } from '../../domain/land/records/gathered-records.ts';
import { each, rowsWhere, type Records } from '../../domain/land/records/records.ts';
import type { FileNote } from '../contract.ts';
import type { Sorted } from './sort.ts';

const mostNamed = 10;

interface Referred {
  readonly parks: readonly Park[];
  readonly buildings: Records<Building>;
  readonly notes: readonly FileNote[];
}

/**
 * What a record names should be in the file. A park that is not is one of which nothing but the id is known; a parcel that
 * is not leaves its building without, and the name stays beside 原文. Zones, districts and townships may also come from the
 * policy pack's own lists: they are not looked for.
 */
export function withReferences({ rows }: Sorted): Referred {
  const parks = [...rows.park.records];
  const known = new Set(parks.map(({ id }) => id));
  const missing = [...new Set(each(rows.parcel, rows.parcel.records.field('parkId')))].filter(
    (id): id is string => id !== undefined && !known.has(id),
  );
  const buildings = rows.building.records;
  const parcelOf = buildings.field('parcelId');
  const parcels = new Set(buildings.length > 0 ? each(rows.parcel, rows.parcel.records.field('id')) : []);
  const isStray = (row: number) => parcelOf(row) !== undefined && !parcels.has(parcelOf(row));
  const stray = rowsWhere(buildings, isStray);
  const named = [...new Set(stray.map((row) => String(parcelOf(row))))];
  return {
    parks: [...parks, ...missing.map((id) => ({ id }))],
    buildings: stray.length > 0 ? withoutParcels(buildings, isStray) : buildings,
    notes: [
      ...(missing.length > 0 ? [noteOf('parks-unrecorded', missing)] : []),
      ...(stray.length > 0 ? [noteOf('parcels-unrecorded', named, stray.length)] : []),
    ],
  };
}

function withoutParcels(buildings: Records<Building>, isStray: (row: number) => boolean): Records<Building> {
  const others = new GatheredRecords<Building>();
  for (const [row, record] of buildings.entries()) others.append(isStray(row) ? beside(record) : record);
  return others;
}

const beside = ({ parcelId, extra, ...rest }: Building): Building => ({
  ...rest,
  extra: { ...extra, parcelId原文: parcelId },
});

const noteOf = (
  code: 'parks-unrecorded' | 'parcels-unrecorded',
  names: readonly string[],
  count = names.length,
): FileNote => ({
  code,
  params: { count, ids: names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : '') },
});
