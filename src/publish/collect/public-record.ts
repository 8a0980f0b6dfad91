import { fieldsOfKind, type RecordKind } from '../../domain/land/fields/kinds.ts';
import type { Fields, FieldType } from '../../domain/land/fields/type.ts';

/**
 * What of a record the public may see: the fields that the table of fields says are public, of records within it too. What a
 * file holds beside its fields stays behind.
 */
export const publicRecord = <T extends object>(kind: RecordKind, record: T): T =>
  ofFields(fieldsOfKind(kind), record, toldToExist[kind]) as T;

/**
 * Free texts of which the public learns that they are there, since an authority decides by them, and no word of what they
 * say.
 */
const toldToExist: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  park: ['farLimitReason', 'dispersalReason'],
};
const WITHHELD = '…';

function ofFields(fields: Fields, record: object, existing: readonly string[] = []): object {
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    if (!Object.hasOwn(fields, name) || value === undefined) continue;
    if (fields[name].isPublic) own[name] = publicValue(fields[name], value);
    else if (existing.includes(name) && typeof value === 'string' && value.trim() !== '') own[name] = WITHHELD;
  }
  return own;
}

function publicValue(type: FieldType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (type.is === 'list') return (value as readonly unknown[]).map((one) => publicValue(type.of, one));
  if (type.is === 'nullable') return publicValue(type.of, value);
  return type.is === 'record' ? ofFields(type.fields, value as object) : value;
}
