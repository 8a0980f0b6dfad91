import type { Key, Patch } from '../../domain/land/change.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import type { LandAround } from '../land-around.ts';
import type { EditNote } from '../operation.ts';
import { buildingsOn } from './buildings-on.ts';
import { calledBy } from './operation.ts';

/** Stated areas and prices are written to the hundredth. */
const SAME = 0.01;

/**
 * 自持建筑面积 and 销售价格 of parks once units of these buildings are others: each follows what units say where it was what they came to, or
 * was not stated; a figure of another make is someone's own, and stays.
 */
export function parkFollowing(around: LandAround, after: ReadonlyMap<Key, Building>): Following {
  const parks = new Set([...after.keys()].map((building) => parkOf(around, building)).filter((key) => key !== null));
  const own = [...parks].map((key) => ofPark(around, key, after));
  return { patch: own.flatMap(({ patch }) => patch), notes: own.flatMap(({ notes }) => notes) };
}

interface Following {
  readonly patch: readonly Patch<Park>[];
  readonly notes: readonly EditNote[];
}

function ofPark(around: LandAround, key: Key, after: ReadonlyMap<Key, Building>): Following {
  const park = around.land.table('park').record(key)!;
  const records = new Map(
    buildingsOfPark(around, park.id).map((own) => [own, around.land.table('building').record(own)!]),
  );
  const before = [...records.values()];
  const now = [...records].map(([own, record]) => after.get(own) ?? record);
  const fields: Partial<Park> = {};
  const notes: EditNote[] = [];
  const held = followed(park.heldAreaM2, heldM2(before), heldM2(now));
  if (held !== null) {
    const params = { park: calledBy(park), beforeM2: park.heldAreaM2 ?? -1, afterM2: held };
    Object.assign(fields, { heldAreaM2: held });
    notes.push({ code: 'held-area-follows', params });
  }
  const price = followed(park.salePriceYuanPerM2, highestPrice(before), highestPrice(now));
  if (price !== null) {
    const params = { park: calledBy(park), before: park.salePriceYuanPerM2 ?? -1, after: price };
    Object.assign(fields, { salePriceYuanPerM2: price });
    notes.push({ code: 'sale-price-follows', params });
  }
  return { patch: notes.length > 0 ? [{ key, fields }] : [], notes };
}

/** What is stated once units come to another figure; null where it stays. Of units that say nothing any more it stays too. */
function followed(stated: number | undefined, before: number | null, now: number | null): number | null {
  if (now === null || Math.abs(now - (before ?? NaN)) <= SAME) return null;
  if (stated !== undefined && !(Math.abs(stated - (before ?? NaN)) <= SAME)) return null;
  return now;
}

/** 销售价格 of units, the highest, yuan per m²; null where none says its own. */
export function highestPrice(buildings: readonly Building[]): number | null {
  const prices = buildings.flatMap(({ units = [] }) => units.flatMap((unit) => unit.salePriceYuanPerM2 ?? []));
  return prices.length > 0 ? prices.reduce((most, own) => Math.max(most, own)) : null;
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
