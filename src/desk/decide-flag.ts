import type { ChangeNote, Key, Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Parcel } from '../domain/land/model.ts';
import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';
import { isDate } from '../domain/written-date.ts';
import { changeOf, type Edit } from './operation.ts';

/** What an official says of a flag 筛查意见: by role, never by name. */
interface FlagDecision {
  readonly decision: NonNullable<Parcel['flagDecision']>;
  readonly flag: NonNullable<Parcel['flagClass']>;
  readonly reason: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly by: NonNullable<Parcel['flagDecidedBy']>;
}

export interface DecideFlagInput {
  readonly parcels: readonly Key[];
  /** Null takes back what was decided: the evidence counts again. */
  readonly decision: FlagDecision | null;
}

type FlagRefusal = Refusal<
  | 'no-such-record' // {kind, id}
  | 'reason-missing' // {field}: a decision without its reason is none
  | 'day-missing' // {field}
  | 'nothing-to-do'
>;

/** 确认或不同意筛查结果: it stands on the record of the parcel, can be undone, and goes with the file. */
export function decideFlag(land: Land, { parcels, decision }: DecideFlagInput): Result<Edit, FlagRefusal> {
  const table = land.table('parcel');
  const records = [...new Set(parcels)].map((key) => ({ key, record: table.record(key) }));
  const gone = records.find(({ record }) => record === undefined);
  if (gone) return refuse('no-such-record', { kind: 'parcel', id: `#${gone.key + 1}` });
  const ids = records.map(({ record }) => record!.id);
  if (decision && decision.reason.trim() === '') return refuse('reason-missing', { field: 'flagReason' });
  if (decision && !isDate(decision.on)) return refuse('day-missing', { field: 'flagDecidedOn' });
  const fields = decided(decision);
  const patch = records.flatMap(({ key, record }): Patch<Parcel>[] => (isSo(record!, fields) ? [] : [{ key, fields }]));
  if (patch.length === 0) return refuse('nothing-to-do');
  const named = ids.slice(0, 3).join('、') + (ids.length > 3 ? `、+${ids.length - 3}` : '');
  const note: ChangeNote = decision
    ? { code: 'flag-decided', params: { ids: named, decision: decision.decision, flag: decision.flag } }
    : { code: 'flag-decision-withdrawn', params: { ids: named } };
  return ok({ change: changeOf(land, { parcel: { patch } }, note), effects: [], refused: [], notes: [] });
}

const decided = (decision: FlagDecision | null): Partial<Parcel> => ({
  flagDecision: decision?.decision,
  flagClass: decision?.flag,
  flagReason: decision?.reason.trim(),
  flagDecidedOn: decision?.on,
  flagDecidedBy: decision?.by,
});

const isSo = (record: Parcel, fields: Partial<Parcel>): boolean =>
  Object.entries(fields).every(([field, value]) => record[field as keyof Parcel] === value);
