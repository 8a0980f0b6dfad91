import { mostBelieved } from '../../domain/land/fields/reason.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';

/** The most believed of this type of field, where the value is beyond it; null where it is not. */
export function beyondReason(type: FieldType, value: unknown): number | null {
  if (type.is === 'nullable') return beyondReason(type.of, value);
  if (type.is === 'list') return listed(value).reduce<number | null>((a, v) => a ?? beyondReason(type.of, v), null);
  const most = mostBelieved(type);
  return most !== undefined && typeof value === 'number' && Math.abs(value) > most ? most : null;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
