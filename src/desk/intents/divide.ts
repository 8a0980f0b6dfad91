import { refuse, type Result } from '../../domain/outcome.ts';
import type { SplitHow } from '../intent.ts';
import { mergeParcels } from '../merge.ts';
import { splitParcel, type SplitInput } from '../split.ts';
import { edited, planeOf, recordsOf, type IntentOperation, type IntentRefusal } from './operation.ts';

/** 分割: as `splitParcel`, by key. */
export const splitOne: IntentOperation<'split'> = ({ land }, { parcel, how }) => {
  const record = land.table('parcel').record(parcel);
  if (!record) return refuse('no-such-record', { kind: 'parcel', id: `#${parcel + 1}` });
  const input = inputOf(record.id, how);
  if (!input.ok) return input;
  const split = splitParcel(land, input.value);
  return split.ok ? edited(split.value.change, split.value) : split;
};

function inputOf(id: string, how: SplitHow): Result<SplitInput, IntentRefusal> {
  if (!('line' in how)) return { ok: true, value: { id, ...how } };
  const crs = planeOf(how.crs);
  return crs.ok ? { ok: true, value: { id, line: { points: how.line, crs: crs.value } } } : crs;
}

/** 合并: as `mergeParcels`, by key. */
export const mergeThem: IntentOperation<'merge'> = ({ land }, { parcels }) => {
  const found = recordsOf(land, 'parcel', parcels);
  if (!found.ok) return found;
  const merged = mergeParcels(land, { ids: found.value.map(({ record }) => record.id) });
  return merged.ok ? edited(merged.value.change, merged.value) : merged;
};
