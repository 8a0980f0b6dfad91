import type { Key, Patch } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { refuse } from '../../domain/outcome.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { edited, listed, recordsOf, type IntentOperation } from './operation.ts';
import { targetOf } from './park-target.ts';

/** 纳入与退出: parcels into a park and out of it; a fresh park is made in the same step. */
export const assign: IntentOperation<'assign'> = ({ land }, { park, in: keysIn, out: keysOut }) => {
  const target = targetOf(land, park);
  if (!target.ok) return target;
  const { park: own, key, put } = target.value;
  const coming = recordsOf(land, 'parcel', keysIn);
  if (!coming.ok) return coming;
  const leaving = recordsOf(land, 'parcel', keysOut);
  if (!leaving.ok) return leaving;
  const stranger = leaving.value.find(({ record }) => record.parkId !== own.id);
  if (stranger) return refuse('not-of-park', { id: stranger.record.id, park: own.id });
  const others = coming.value.filter(({ record }) => record.parkId !== own.id);
  const patch = new Map<Key, Patch<Parcel>>();
  for (const one of leaving.value) patch.set(one.key, { key: one.key, fields: { parkId: undefined } });
  // What is to come in and to leave at once stays.
  for (const one of coming.value) patch.delete(one.key);
  for (const one of others) patch.set(one.key, { key: one.key, fields: { parkId: own.id } });
  const names = (all: typeof others) => listed(all.map(({ record }) => record.id));
  const left = leaving.value.filter((one) => patch.has(one.key));
  const params = { park: own.name ?? own.id, in: names(others), out: names(left) };
  const code = put.length > 0 ? 'park-begun' : 'assigned';
  return edited(changeOf(land, { park: { put }, parcel: { patch: [...patch.values()] } }, { code, params }), {
    notes: others.flatMap(({ record: { id, parkId } }): EditNote[] =>
      parkId === undefined ? [] : [{ code: 'taken-from', params: { id, park: parkId } }],
    ),
    park: key,
  });
};
