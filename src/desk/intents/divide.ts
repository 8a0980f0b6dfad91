import { refuse, type Result } from '../../domain/outcome.ts';
import type { SplitHow } from '../intent.ts';
import { mergeOn } from '../merge.ts';
import { sheetAround } from './sheet-around.ts';
import { splitOn, type SplitInput } from '../split.ts';
import { edited, planeOf, recordsOf, type IntentOperation, type IntentRefusal } from './operation.ts';

/** 分割: as `splitParcel`, looking at what lies near alone. */
export const splitOne: IntentOperation<'split'> = (around, { parcel, how }) => {
  const { land } = around;
  const record = land.table('parcel').record(parcel);
  if (!record) return refuse('no-such-record', { kind: 'parcel', id: `#${parcel + 1}` });
  const input = inputOf(record.id, how);
  if (!input.ok) return input;
  const split = splitOn(land, sheetAround(around, [parcel]), input.value);
  return split.ok ? edited(split.value.change, split.value) : split;
};

function inputOf(id: string, how: SplitHow): Result<SplitInput, IntentRefusal> {
  if (!('line' in how)) return { ok: true, value: { id, ...how } };
  const crs = planeOf(how.crs);
  return crs.ok ? { ok: true, value: { id, line: { points: how.line, crs: crs.value } } } : crs;
}

/** 合并: as `mergeParcels`, likewise. */
export const mergeThem: IntentOperation<'merge'> = (around, { parcels }) => {
  const { land } = around;
  const found = recordsOf(land, 'parcel', parcels);
  if (!found.ok) return found;
  const sheet = sheetAround(
    around,
    found.value.map(({ key }) => key),
  );
  const merged = mergeOn(land, sheet, { ids: found.value.map(({ record }) => record.id) });
  return merged.ok ? edited(merged.value.change, merged.value) : merged;
};
