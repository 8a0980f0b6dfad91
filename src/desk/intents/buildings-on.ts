import type { Key } from '../../domain/land/change.ts';
import type { LandAround } from '../land-around.ts';

/** Buildings of a parcel: those that name it, and those that name none and whose box meets its own. */
export function buildingsOn(around: LandAround, parcel: Key): readonly Key[] {
  const record = around.land.table('parcel').record(parcel);
  if (!record) return [];
  const box = around.box('parcel', parcel);
  return [...around.buildingsOfParcel(record.id), ...(box ? around.unnamedBuildingsNear(box) : [])];
}
