import { fieldsOfKind, type RecordKind } from './kinds.ts';
import type { Field, Fields, FieldType } from './type.ts';

/** A record with those fields of the table alone that are to be kept, of records within it too. What it holds beside them is not. */
export const keptRecord = <T extends object>(kind: RecordKind, record: T, isKept: (field: Field) => boolean): T =>
  ofFields(fieldsOfKind(kind), record, isKept) as T;

function ofFields(fields: Fields, record: object, isKept: (field: Field) => boolean): object {
  const kept = Object.entries(record).filter(
    ([name, value]) => Object.hasOwn(fields, name) && value !== undefined && isKept(fields[name]),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, valueOf(fields[name], value, isKept)]));
}

function valueOf(type: FieldType, value: unknown, isKept: (field: Field) => boolean): unknown {
  if (value === null || value === undefined) return value;
  if (type.is === 'list') return (value as readonly unknown[]).map((one) => valueOf(type.of, one, isKept));
  if (type.is === 'nullable') return valueOf(type.of, value, isKept);
  return type.is === 'record' ? ofFields(type.fields, value as object, isKept) : value;
}
