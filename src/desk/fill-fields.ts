import type { Key, Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Parcel } from '../domain/land/model.ts';
import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';
import { checkedFields } from './intents/checked-fields.ts';
import type { IntentRefusal } from './intents/operation.ts';
import { changeOf, type Edit } from './operation.ts';

interface FillFieldsInput {
  /** Where they come from. */
  readonly file: string;
  readonly parcels: readonly { readonly key: Key; readonly fields: Partial<Parcel> }[];
}

/** 按表补字段: what a table says of parcels there are, as one step. */
export function fillFields(
  land: Land,
  { file, parcels }: FillFieldsInput,
): Result<Edit, IntentRefusal | Refusal<'nothing-to-do'>> {
  const patch: Patch<Parcel>[] = [];
  for (const { key, fields } of parcels) {
    const checked = checkedFields(land, 'parcel', land.table('parcel').record(key)!.id, fields, 'file');
    if (!checked.ok) return checked;
    patch.push({ key, fields: checked.value });
  }
  if (patch.length === 0) return refuse('nothing-to-do');
  const note = { code: 'fields-filled', params: { count: patch.length, file } } as const;
  return ok({ change: changeOf(land, { parcel: { patch } }, note), effects: [], refused: [], notes: [] });
}
