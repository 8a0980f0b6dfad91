import type { Key, Patch } from '../../domain/land/change.ts';
import type { Building } from '../../domain/land/model.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import { mostBelieved } from '../../domain/land/fields/reason.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { nameOf } from '../../domain/land/fields/type-name.ts';
import { storeyCount, withStoreys } from '../../domain/land/storeys.ts';
import { refuse } from '../../domain/outcome.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { parkFollowing } from './park-following.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';
import { notesOfStoreys } from './storey-notes.ts';
import { onStoreysLeft } from './storeys-off.ts';

const { storeys } = fieldsOfKind('building');
const MOST_STOREYS = mostBelieved(storeys) ?? Infinity;

/** 加减层: so many storeys more or fewer on each; what is stated of all storeys follows. */
export const addStoreys: IntentOperation<'storeys'> = (around, { buildings, by }) => {
  const { land } = around;
  if (!Number.isSafeInteger(by))
    return refuse('bad-value', {
      kind: 'building',
      id: '',
      field: 'storeys',
      value: JSON.stringify(by),
      expected: 'integer',
    });
  const found = recordsOf(land, 'building', buildings);
  if (!found.ok) return found;
  const patch: Patch<Building>[] = [];
  const notes: EditNote[] = [];
  const others = new Map<Key, Building>();
  for (const { key, record } of found.value) {
    const now = storeyCount(record);
    if (now === null) return refuse('storeys-unknown', { id: calledBy(record) });
    if (now + by < 1) return refuse('too-few-storeys', { id: calledBy(record), storeys: now, by });
    if (now + by > MOST_STOREYS)
      return refuse('bad-value', {
        kind: 'building',
        id: calledBy(record),
        field: 'storeys',
        value: String(now + by),
        expected: nameOf({ ...storeys, max: MOST_STOREYS } as FieldType),
      });
    const left = onStoreysLeft(withStoreys(record, by));
    if (!left.ok) return left;
    const { building: after } = left.value;
    notes.push(...notesOfStoreys(record, after), ...left.value.notes);
    if (after.units !== record.units) others.set(key, after);
    patch.push({ key, fields: changedFields(record, after) });
  }
  const ids = listed(found.value.map(({ record }) => calledBy(record)));
  const changed = by === 0 ? [] : patch;
  const following = parkFollowing(around, others);
  const tables = { building: { patch: changed }, park: { patch: following.patch } };
  return edited(changeOf(land, tables, { code: 'storeys-added', params: { ids, by } }), {
    notes: [...notes, ...following.notes],
  });
};

/** Fields in which two states of a building differ. */
const changedFields = (before: Building, after: Building): Partial<Building> =>
  Object.fromEntries(
    Object.keys({ ...before, ...after })
      .map((field) => [field, after[field as keyof Building]] as const)
      .filter(([field, value]) => value !== before[field as keyof Building]),
  ) as Partial<Building>;
