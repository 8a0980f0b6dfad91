import { isDate, isMonth } from '../../written-date.ts';
import type { FieldType } from './type.ts';

/** Whether a value is one of the type; of a list and a record whether all in it are. */
export function fits(value: unknown, type: FieldType): boolean {
  switch (type.is) {
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return isDate(value);
    case 'month':
      return isMonth(value);
    case 'one-of':
      return typeof value === 'string' && type.values.includes(value);
    case 'number':
      return Number.isFinite(value) && isWithin(value as number, type);
    case 'integer':
      return Number.isSafeInteger(value) && isWithin(value as number, type);
    case 'bounds':
      return typeof value === 'string' || (Number.isFinite(value) && (value as number) >= 0);
    case 'range':
      return isRange(value, type.unit === 'share' ? 1 : Infinity);
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.of));
    case 'record':
      return isRecord(value) && recordFits(value, type);
    case 'nullable':
      return value === null || fits(value, type.of);
  }
}

type Loose = Readonly<Record<string, unknown>>;
type RecordType = Extract<FieldType, { readonly is: 'record' }>;

const isWithin = (
  value: number,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
) => value >= min && value <= max;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSide = (value: unknown, most: number): value is number | undefined =>
  value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= most);
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

/** A blank text says nothing. */
export const isLacking = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

/** One side at least, and something between the two. */
function isRange(value: unknown, most: number): boolean {
  if (!isRecord(value)) return false;
  const { min, max, minExclusive, maxExclusive, ...others } = value;
  if (Object.keys(others).length > 0 || (min === undefined && max === undefined)) return false;
  if (!isSide(min, most) || !isSide(max, most) || !isFlag(minExclusive) || !isFlag(maxExclusive)) return false;
  if (min === undefined || max === undefined) return true;
  return min < max || (min === max && minExclusive !== true && maxExclusive !== true);
}

/** Fields of the type are of their types, those required are there; others are free. */
function recordFits(value: Loose, { fields, required }: RecordType): boolean {
  for (const field of required) if (isLacking(value[field])) return false;
  for (const field in fields) if (value[field] !== undefined && !fits(value[field], fields[field])) return false;
  return true;
}
