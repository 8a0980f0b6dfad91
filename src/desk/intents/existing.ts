import type { Put } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Building } from '../../domain/land/model.ts';
import { refuse } from '../../domain/outcome.ts';
import { changeOf } from '../operation.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';

/** 现状建筑: those of the file are cleared, or come back as the file has them. */
export const treatExisting: IntentOperation<'existing'> = ({ land }, { buildings, what }) => {
  const table = land.table('building');
  if (what === 'clear') {
    const found = recordsOf(land, 'building', buildings);
    if (!found.ok) return found;
    const ids = listed(found.value.map(({ record }) => calledBy(record)));
    const remove = found.value.map(({ key }) => key);
    return edited(changeOf(land, { building: { remove } }, { code: 'existing-cleared', params: { ids } }));
  }
  const put: Put<Building>[] = [];
  for (const key of new Set(buildings)) {
    const first = table.first(key);
    if (!first) return refuse('no-such-record', { kind: 'building', id: `#${key + 1}` });
    if (table.record(key) !== undefined) continue;
    if (table.called(first.record.id) !== undefined) return refuse('id-taken', { id: first.record.id });
    put.push({ key, record: onParcel(land, first.record), shape: first.shape, after: null });
  }
  const ids = listed(put.map(({ record }) => calledBy(record)));
  return edited(changeOf(land, { building: { put } }, { code: 'existing-kept', params: { ids } }));
};

/** Without a parcel that has another name by now, or is gone: where it stands tells it. */
function onParcel(land: Land, record: Building): Building {
  const { parcelId, ...rest } = record;
  return parcelId === undefined || land.table('parcel').called(parcelId) !== undefined ? record : rest;
}
