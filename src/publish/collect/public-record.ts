import { keptRecord } from '../../domain/land/fields/kept.ts';
import type { RecordKind } from '../../domain/land/fields/kinds.ts';

/**
 * What of a record the public may see: the fields that the table of fields says are public, of records within it too. What a
 * file holds beside its fields stays behind.
 */
export function publicRecord<T extends object>(kind: RecordKind, record: T): T {
  const own = keptRecord(kind, record, ({ isPublic }) => isPublic);
  const told = (toldToExist[kind] ?? []).filter((name) => isText(record[name as keyof T]));
  if (told.length === 0) return own;
  // In the order of the record.
  const names = Object.keys(record).filter((name) => told.includes(name) || Object.hasOwn(own, name));
  return Object.fromEntries(
    names.map((name) => [name, told.includes(name) ? WITHHELD : own[name as keyof T]]),
  ) as unknown as T;
}

/**
 * Free texts of which the public learns that they are there, since an authority decides by them, and no word of what they
 * say.
 */
const toldToExist: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  park: ['farLimitReason', 'dispersalReason'],
};
const WITHHELD = '…';

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
