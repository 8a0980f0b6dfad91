import { patched, type Key, type Patch, type RecordTypes } from '../../domain/land/change.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import { floorAreaWith, storeyCount, withStoreys } from '../../domain/land/storeys.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import { changeOf, type EditNote } from '../operation.ts';
import { checkedFields, type FieldKind } from './checked-fields.ts';
import { parkFollowing } from './park-following.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation, type IntentRefusal } from './operation.ts';
import { put, renamed, unitRenamed, type Patches } from './rename.ts';
import { buildingFault, parkFault } from './sound-record.ts';
import { notesOfStoreys } from './storey-notes.ts';
import { onStoreysLeft, partsOf } from './storeys-off.ts';

/** 填字段: the same values to every record, each held against the table of fields. */
export const setFields: IntentOperation<'fields'> = (around, { table, keys, fields }) => {
  const { land } = around;
  const found = recordsOf<FieldKind>(land, table, keys);
  if (!found.ok) return found;
  const { id: name, ...others } = fields;
  const tables: Patches = { park: new Map(), parcel: new Map(), building: new Map(), supplyRow: new Map() };
  const own = tables[table] as Map<number, Patch<RecordTypes[FieldKind]>>;
  const notes: EditNote[] = [];
  /** Buildings with other units than they had. */
  const otherUnits = new Map<Key, Building>();
  for (const { key, record } of found.value) {
    const set = checkedFields(land, table, calledBy(record), others);
    if (!set.ok) return set;
    const made = madeOf(table, record, set.value);
    if (!made.ok) return made;
    notes.push(...made.value.notes);
    const changed = differing(record, made.value.fields);
    if (made.value.off) otherUnits.set(key, made.value.off);
    else if (table === 'building' && 'units' in changed)
      otherUnits.set(key, patched(record as Building, changed as Partial<Building>));
    if (Object.keys(changed).length > 0) own.set(key, { key, fields: changed });
    if (table === 'building' && 'units' in changed)
      unitRenamed(land, record.id, [(record as Building).units, changed.units as Building['units']], tables);
  }
  if (name !== undefined) {
    const refused = renamed(around, table, found.value, name, tables);
    if (refused) return refused;
  }
  const following = parkFollowing(around, otherUnits);
  for (const patch of following.patch) put(tables.park, patch.key, patch.fields);
  const params = {
    kind: table,
    ids: listed(found.value.map(({ record }) => calledBy(record))),
    field: Object.keys(fields).join('、'),
  };
  const patches = {
    park: { patch: [...tables.park.values()] },
    parcel: { patch: [...tables.parcel.values()] },
    building: { patch: [...tables.building.values()] },
    supplyRow: { patch: [...tables.supplyRow.values()] },
  };
  return edited(changeOf(land, patches, { code: 'fields-set', params }), { notes: [...notes, ...following.notes] });
};

interface Made<T> {
  readonly fields: Partial<T>;
  readonly notes: readonly EditNote[];
  /** The building, where units go with storeys taken off. */
  readonly off?: Building | null;
}

/** What the fields given come to for one record. */
function madeOf<T extends RecordTypes[FieldKind]>(
  table: FieldKind,
  record: T,
  given: Partial<T>,
): Result<Made<T>, IntentRefusal> {
  if (table === 'building') return ofBuilding(record as Building, given as Partial<Building>) as Result<Made<T>, IntentRefusal>; // prettier-ignore
  return (table === 'park' ? parkFault(patched(record as Park, given as Partial<Park>)) : null) ?? ok({ fields: given, notes: [] }); // prettier-ignore
}

/** Of fields given, those that say something else than the record. */
const differing = <T extends object>(record: T, fields: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(record[field as keyof T]),
    ),
  ) as Partial<T>;

/** What is stated of all storeys of a building follows their number and height, unless it is given too. */
function ofBuilding(record: Building, given: Partial<Building>): Result<Made<Building>, IntentRefusal> {
  const fields = { ...given };
  const says = (field: keyof Building) => Object.hasOwn(given, field);
  const before = storeyCount(record);
  if (given.storeyHeightsM && !says('storeys')) fields.storeys = given.storeyHeightsM.length;
  if (given.storeys !== undefined && !says('storeyHeightsM')) {
    const after =
      before !== null && before > 0 && given.storeys > 0 ? withStoreys(record, given.storeys - before) : record;
    if (after.storeyHeightsM && after.storeyHeightsM.length === given.storeys && !says('storeyHeightM'))
      fields.storeyHeightsM = after.storeyHeightsM;
    else if (record.storeyHeightsM) fields.storeyHeightsM = undefined;
  } else if (given.storeyHeightM !== undefined && record.storeyHeightsM && !says('storeyHeightsM')) {
    // Heights storey by storey outrank the one that is given: it would say nothing.
    fields.storeyHeightsM = undefined;
    if (record.storeys === undefined) fields.storeys = record.storeyHeightsM.length;
  }
  if (!says('floorAreaM2')) {
    const area = floorAreaWith(record, patched(record, fields));
    if (area !== record.floorAreaM2) fields.floorAreaM2 = area;
  }
  const left = says('units') ? null : onStoreysLeft(patched(record, fields));
  if (left?.ok === false) return left;
  const after = left?.value.building ?? patched(record, fields);
  const fault = buildingFault(after);
  if (fault) return fault;
  const isOff = left !== null && left.value.notes.length > 0;
  return ok({
    fields: left ? { ...fields, ...partsOf(record, after) } : fields,
    notes: [...notesOfStoreys(record, after), ...(left?.value.notes ?? [])],
    off: isOff ? after : null,
  });
}
