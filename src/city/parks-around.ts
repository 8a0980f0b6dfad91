import { keysOf, type Key, type TableChanges } from '../domain/land/change.ts';
import { aroundParcel } from './park-land.ts';
import type { PlacedLand } from './placed-land.ts';

/** Parks whose facts or findings rest on any of these records as they are now. */
export function parksAround(placed: PlacedLand, tables: TableChanges): ReadonlySet<Key> | 'all' {
  // A township or a zone tells where any parcel lies, and a jurisdiction where any park counts.
  if ([tables.township, tables.zone, tables.jurisdiction].some((change) => change && keysOf(change).length > 0))
    return 'all';
  const parks = new Set<Key>(tables.park ? keysOf(tables.park) : []);
  const ofParcel = (key: Key) => {
    const parkId = placed.land.table('parcel').record(key)?.parkId;
    if (parkId !== undefined) for (const park of placed.parksCalled(parkId)) parks.add(park);
  };
  for (const key of tables.parcel ? keysOf(tables.parcel) : []) {
    ofParcel(key);
    const record = placed.land.table('parcel').record(key);
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
