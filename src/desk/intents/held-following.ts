import type { Key, Patch } from '../../domain/land/change.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import type { LandAround } from '../land-around.ts';
import type { EditNote } from '../operation.ts';
import { buildingsOn } from './buildings-on.ts';
import { calledBy } from './operation.ts';

/** Stated areas are written to the hundredth. */
const SAME_M2 = 0.01;

/**
 * 自持建筑面积 of parks once units of these buildings are others: it follows what units are marked held where it was what they came to, or
 * was not stated; a figure of another make is someone's own, and stays.
 */
export function heldFollowing(around: LandAround, after: ReadonlyMap<Key, Building>): Following {
  const parks = new Set([...after.keys()].map((building) => parkOf(around, building)).filter((key) => key !== null));
  const own = [...parks].map((key) => ofPark(around, key, after));
  return { patch: own.flatMap(({ patch }) => patch), notes: own.flatMap(({ notes }) => notes) };
}

interface Following {
  readonly patch: readonly Patch<Park>[];
  readonly notes: readonly EditNote[];
}

function ofPark(around: LandAround, key: Key, after: ReadonlyMap<Key, Building>): Following {
  const none = { patch: [], notes: [] };
  const park = around.land.table('park').record(key)!;
  const records = new Map(
    buildingsOfPark(around, park.id).map((own) => [own, around.land.table('building').record(own)!]),
  );
  const before = heldM2([...records.values()]);
  const now = heldM2([...records].map(([own, record]) => after.get(own) ?? record));
  const stated = park.heldAreaM2;
  if (Math.abs(now - before) <= SAME_M2) return none;
  if (stated !== undefined && Math.abs(stated - before) > SAME_M2) return none;
  const params = { park: calledBy(park), beforeM2: stated ?? -1, afterM2: now };
  return { patch: [{ key, fields: { heldAreaM2: now } }], notes: [{ code: 'held-area-follows', params }] };
}

/** Of the parcel it stands on; null where it stands on none, or in no park. */
function parkOf(around: LandAround, building: Key): Key | null {
  const { parcelId } = around.land.table('building').record(building) ?? {};
  const box = around.box('building', building);
  const parcels = around.land.table('parcel');
  const named = parcelId === undefined ? undefined : parcels.called(parcelId);
  const under = named === undefined ? (box ? around.parcelsNear(box) : []) : [named];
  for (const parcel of under) {
    const { parkId } = parcels.record(parcel)!;
    if (parkId === undefined) continue;
    const own = around.land.table('park').called(parkId);
    if (own !== undefined && buildingsOfPark(around, parkId).includes(building)) return own;
  }
  return null;
}

const buildingsOfPark = (around: LandAround, id: string): readonly Key[] => [
  ...new Set(around.parcelsOfPark(id).flatMap((parcel) => buildingsOn(around, parcel))),
];

/** What is marked as held: units, and the stated area of buildings held whole that list none; m² to the hundredth. */
export const heldM2 = (buildings: readonly Building[]): number =>
  Math.round(100 * buildings.reduce((sum, building) => sum + heldOf(building), 0)) / 100;

const heldOf = ({ units, held, floorAreaM2 }: Building): number =>
  units
    ? units.reduce((sum, unit) => sum + ((unit.held ?? held) ? (unit.floorAreaM2 ?? 0) : 0), 0)
    : held
      ? (floorAreaM2 ?? 0)
      : 0;
