import type { Patch } from '../../domain/land/change.ts';
import type { Building } from '../../domain/land/model.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import { mostBelieved } from '../../domain/land/fields/reason.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { nameOf } from '../../domain/land/fields/type-name.ts';
import { storeyCount, withStoreys } from '../../domain/land/storeys.ts';
import { refuse } from '../../domain/outcome.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';
import { notesOfStoreys } from './storey-notes.ts';

const { storeys } = fieldsOfKind('building');
const MOST_STOREYS = mostBelieved(storeys) ?? Infinity;

/** 加减层: so many storeys more or fewer on each; what is stated of all storeys follows. */
export const addStoreys: IntentOperation<'storeys'> = ({ land }, { buildings, by }) => {
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
    const after = withStoreys(record, by);
    notes.push(...notesOfStoreys(record, after));
    patch.push({ key, fields: changedFields(record, after) });
  }
  const ids = listed(found.value.map(({ record }) => calledBy(record)));
  const changed = by === 0 ? [] : patch;
  return edited(changeOf(land, { building: { patch: changed } }, { code: 'storeys-added', params: { ids, by } }), {
    notes,
  });
};

/** Fields in which two states of a building differ. */
const changedFields = (before: Building, after: Building): Partial<Building> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof Building]),
  ) as Partial<Building>;
