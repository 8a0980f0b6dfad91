import type { ChangeNote, Key, Patch } from '../../domain/land/change.ts';
import type { Building, Parcel } from '../../domain/land/model.ts';
import type { Land } from '../../domain/land/land.ts';
import { refuse } from '../../domain/outcome.ts';
import type { LandAround } from '../land-around.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';

/** 删除: what goes, and what becomes of the records that name it. */
export const removeRecords: IntentOperation<'remove'> = (around, intent) => {
  switch (intent.table) {
    case 'park':
      return removeParks(around, intent);
    case 'parcel':
      return removeParcels(around, intent);
    default:
      return removeBuildings(around, intent);
  }
};

/** Stages of a park that is not more than a thought. */
const thought: ReadonlySet<unknown> = new Set([undefined, 'idea', 'planned']);

/** A park that is no more than an idea or planned goes; its parcels and what stands on them stay. */
const removeParks: IntentOperation<'remove'> = (around, { keys }) => {
  const { land } = around;
  const found = recordsOf(land, 'park', keys);
  if (!found.ok) return found;
  const stands = found.value.find(({ record }) => !thought.has(record.stage));
  if (stands) return refuse('park-stands', { id: calledBy(stands.record), stage: stands.record.stage! });
  const notes: EditNote[] = [];
  const patch: Patch<Parcel>[] = [];
  for (const { record } of found.value) {
    const own = around.parcelsOfPark(record.id);
    patch.push(...own.map((key) => ({ key, fields: { parkId: undefined } })));
    if (own.length > 0) notes.push({ code: 'parcels-released', params: { park: calledBy(record), count: own.length } });
  }
  const params = { kind: 'park', ids: listed(found.value.map(({ record }) => calledBy(record))) };
  const tables = { park: { remove: found.value.map(({ key }) => key) }, parcel: { patch } };
  return edited(changeOf(land, tables, { code: 'removed', params }), { notes });
};

/**
 * What was drawn here or is in no park goes; a parcel of the file leaves its park, and can be removed after that. Buildings
 * that were drawn here go with the parcel they stand on; those of the file stay.
 */
const removeParcels: IntentOperation<'remove'> = (around, { keys, buildings: chosen = [] }) => {
  const { land } = around;
  const table = land.table('parcel');
  const found = recordsOf(land, 'parcel', keys);
  if (!found.ok) return found;
  const gone = recordsOf(land, 'building', chosen);
  if (!gone.ok) return gone;
  const isGone = new Set(gone.value.map(({ key }) => key));
  const notes: EditNote[] = [];
  const remove: Key[] = [];
  const patch: Patch<Parcel>[] = [];
  const buildings: Patch<Building>[] = [];
  for (const { key, record } of found.value) {
    if (record.parkId !== undefined && table.first(key) !== undefined) {
      patch.push({ key, fields: { parkId: undefined } });
      notes.push({ code: 'left-park', params: { id: record.id, park: record.parkId } });
      continue;
    }
    remove.push(key);
    const own = around.buildingsOfParcel(record.id).filter((building) => !isGone.has(building));
    const isDrawn = (building: Key): boolean => land.table('building').first(building) === undefined;
    const [drawn, ofFile] = [own.filter(isDrawn), own.filter((building) => !isDrawn(building))];
    for (const building of drawn) isGone.add(building);
    buildings.push(...ofFile.map((building) => ({ key: building, fields: { parcelId: undefined } })));
    const note = (code: 'buildings-gone' | 'buildings-left', of: readonly Key[]): readonly EditNote[] =>
      of.length === 0 ? [] : [{ code, params: { id: record.id, count: of.length, ids: calledOf(land, of) } }];
    notes.push(...note('buildings-gone', drawn), ...note('buildings-left', ofFile));
  }
  const isRemoved = new Set(remove);
  const ids = listed(found.value.filter(({ key }) => isRemoved.has(key)).map(({ record }) => record.id));
  const named = calledOf(land, [...isGone]);
  const tables = { parcel: { remove, patch }, building: { patch: buildings, remove: [...isGone] } };
  const none = named === '' ? left(around, found.value) : removed('building', named);
  return edited(changeOf(land, tables, remove.length > 0 ? removed('parcel', ids, named) : none), { notes });
};

const calledOf = (land: Land, buildings: readonly Key[]): string =>
  listed(buildings.map((key) => calledBy(land.table('building').record(key)!)));

const removed = (kind: 'parcel' | 'building', ids: string, buildings = ''): ChangeNote => ({
  code: 'removed',
  params: { kind, ids, ...(buildings !== '' && { buildings }) },
});

/** Nothing went: they only left their parks. */
function left({ land }: LandAround, found: readonly { readonly record: Parcel }[]): ChangeNote {
  const out = listed(found.map(({ record }) => record.id));
  const names = new Set(
    found.map(({ record: { parkId } }) => {
      const key = parkId === undefined ? undefined : land.table('park').called(parkId);
      return key === undefined ? (parkId ?? '') : calledBy(land.table('park').record(key)!);
    }),
  );
  return { code: 'assigned', params: { park: [...names].join('、'), in: '', out } };
}

const removeBuildings: IntentOperation<'remove'> = ({ land }, { keys }) => {
  const found = recordsOf(land, 'building', keys);
  if (!found.ok) return found;
  const ids = listed(found.value.map(({ record }) => calledBy(record)));
  return edited(changeOf(land, { building: { remove: found.value.map(({ key }) => key) } }, removed('building', ids)));
};
