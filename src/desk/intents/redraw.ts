import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Put } from '../../domain/land/change.ts';
import type { Building } from '../../domain/land/model.ts';
import { refuse } from '../../domain/outcome.ts';
import { drawBoundaries } from '../draw.ts';
import type { LandAround } from '../land-around.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { parcelUnder } from './on-parcel.ts';
import { calledBy, edited, noteOf, planeOf, type IntentOperation } from './operation.ts';

/** 改界线: boundaries drawn anew; a building that is moved off its parcel goes to the one it stands on then. */
export const redraw: IntentOperation<'redraw'> = (around, { crs: epsg, redrawn, note }) => {
  const { land } = around;
  const crs = planeOf(epsg);
  if (!crs.ok) return crs;
  for (const { table, key } of redrawn)
    if (land.table(table).record(key) === undefined)
      return refuse('no-such-record', { kind: table, id: `#${key + 1}` });
  const drawn = drawBoundaries(land, { crs: crs.value, redrawn });
  if (!drawn.ok) return drawn;
  const { change, effects, notes } = drawn.value;
  const moved = (change.tables.building?.put ?? []).map((put) => onItsParcel(around, put, change.tables.parcel?.put));
  const first = redrawn[0] && land.table(redrawn[0].table).record(redrawn[0].key)!;
  const tables = { ...change.tables, building: { put: moved.map(({ put }) => put) } };
  return edited(changeOf(land, tables, noteOf(note, first ? calledBy(first) : '')), {
    effects,
    notes: [...notes, ...moved.flatMap((one) => one.notes)],
  });
};

/** With the parcel it stands on, where that is another than it names; parcels drawn in the same step count as they will be. */
function onItsParcel(
  around: LandAround,
  put: Put<Building>,
  parcels: readonly { readonly key: number; readonly shape: Layer }[] = [],
): { readonly put: Put<Building>; readonly notes: readonly EditNote[] } {
  const { record } = put;
  if (record.parcelId === undefined || parcels.length > 0) return { put, notes: [] };
  const key = parcelUnder(around, put.shape);
  const parcel = key === undefined ? undefined : around.land.table('parcel').record(key);
  if (!parcel || parcel.id === record.parcelId) return { put, notes: [] };
  return {
    put: { ...put, record: { ...record, parcelId: parcel.id } },
    notes: [{ code: 'building-moved', params: { id: calledBy(record), parcel: parcel.id } }],
  };
}
