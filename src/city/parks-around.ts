import { keysOf, type Key, type TableChanges } from '../domain/land/change.ts';
import type { Parcel } from '../domain/land/model.ts';
import { aroundParcel } from './park-land.ts';
import type { PlacedLand } from './placed-land.ts';

/** Parks whose facts or findings rest on any of these records as they are now. */
export function parksAround(placed: PlacedLand, tables: TableChanges): ReadonlySet<Key> | 'all' {
  // A township or a zone tells where any parcel lies, and a jurisdiction where any park counts.
  if ([tables.township, tables.zone, tables.jurisdiction].some((change) => change && keysOf(change).length > 0))
    return 'all';
  const parks = new Set<Key>(tables.park ? keysOf(tables.park) : []);
  const parcels = placed.land.table('parcel');
  const parkIdAt = parcels.records.field('parkId');
  const ofParcel = (key: Key) => {
    const row = parcels.rowOf(key);
    const parkId = row === undefined ? undefined : parkIdAt(row);
    if (parkId !== undefined) for (const park of placed.parksCalled(parkId)) parks.add(park);
  };
  const untied = new Set((tables.parcel?.patch ?? []).filter((own) => !ties(own)).map(({ key }) => key));
  for (const key of tables.parcel ? keysOf(tables.parcel) : []) {
    ofParcel(key);
    if (untied.has(key)) continue;
    const record = parcels.record(key);
    const box = placed.box('parcel', key);
    // It may be a road, the only thing between two sites.
    if (!record?.parkId && record?.landClass && box) placed.parcelsNear(aroundParcel(box)).forEach(ofParcel);
  }
  for (const key of tables.building ? keysOf(tables.building) : []) {
    const record = placed.land.table('building').record(key);
    const box = placed.box('building', key);
    if (record?.parcelId !== undefined) placed.parcelsCalled(record.parcelId).forEach(ofParcel);
    else if (box) placed.parcelsNear(box).forEach(ofParcel);
  }
  return parks;
}

/** What of a parcel parks other than its own may rest on, as on a road between their sites and what that is called. */
const TIES: readonly (keyof Parcel)[] = ['id', 'name', 'parkId', 'landClass'];
const ties = ({ fields }: { readonly fields: Partial<Parcel> }): boolean => TIES.some((field) => field in fields);

/** Whether a change leaves records with the parks around them that they had: fields of parcels alone, none that ties them to one. */
export const areTiesAlike = ({ parcel, park, ...others }: TableChanges): boolean =>
  [park, parcel && { put: parcel.put, remove: parcel.remove }, ...Object.values(others)].every(
    (change) => !change || keysOf(change).length === 0,
  ) && !(parcel?.patch ?? []).some(ties);
