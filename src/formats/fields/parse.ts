import type { Fields, FieldType } from '../../domain/land/fields/type.ts';
import { formOf, readBounds } from './bounds.ts';
import { isDate, isMonth } from './dates.ts';
import { nameOf } from './type-name.ts';

/** A value that does not fit: the path to it, what stands there (shortened) and the type expected. */
export interface Misfit {
  readonly field: string;
  readonly value: string;
  readonly expected: string;
}
export type Checked = { readonly value: unknown; readonly misfit?: undefined } | { readonly misfit: Misfit };

export const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

const misfit = (field: string, value: unknown, type: FieldType): Checked => ({
  misfit: { field, value: shown(value), expected: nameOf(type) },
});

function fits(value: unknown, type: FieldType): boolean {
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
    case 'bounds':
      return typeof value === 'string'
        ? readBounds(value, formOf(type)) !== null
        : Number.isFinite(value) && (value as number) >= 0;
    case 'range':
      return isRange(value, type.unit === 'share' ? 1 : Infinity);
    case 'number':
    case 'integer':
      return (
        (type.is === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
        (value as number) >= (type.min ?? -Infinity) &&
        (value as number) <= (type.max ?? Infinity)
      );
    default:
      return false;
  }
}

const isSide = (value: unknown, most: number): boolean =>
  value === undefined || (typeof value === 'number' && value >= 0 && value <= most && Number.isFinite(value));
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

function isRange(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { min, max, minExclusive, maxExclusive, ...others } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0 || (min === undefined && max === undefined)) return false;
  if (!isSide(min, most) || !isSide(max, most) || !isFlag(minExclusive) || !isFlag(maxExclusive)) return false;
  return min === undefined || max === undefined || (min as number) <= (max as number);
}

/** Checks one value against its type; `field` is the path said in a misfit. */
export function checkValue(field: string, value: unknown, type: FieldType): Checked {
  if (type.is === 'nullable') return value === null ? { value } : checkValue(field, value, type.of);
  if (type.is === 'list') {
    if (!Array.isArray(value)) return misfit(field, value, type);
    const items: unknown[] = [];
    for (const [i, item] of value.entries()) {
      const checked = checkValue(`${field}[${i + 1}]`, item, type.of);
      if (checked.misfit) return checked;
      items.push(checked.value);
    }
    return { value: items };
  }
  if (type.is === 'record') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit(field, value, type);
    return checkRecord(`${field}.`, value as Record<string, unknown>, type.fields, type.required);
  }
  return fits(value, type) ? { value } : misfit(field, value, type);
}

/**
 * Known fields are checked, the others go to `extra`. `null` where it has no meaning of its own is an absent value, as
 * GIS programs write it.
 */
export function checkRecord(
  prefix: string,
  source: Readonly<Record<string, unknown>>,
  fields: Fields,
  required: readonly string[],
): Checked {
  const known: [string, unknown][] = [];
  const extra: [string, unknown][] = [];
  for (const [field, value] of Object.entries(source)) {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!type) extra.push([field, value]);
    else if (value !== null || type.is === 'nullable') {
      const checked = checkValue(prefix + field, value, type);
      if (checked.misfit) return checked;
      known.push([field, checked.value]);
    }
  }
  const found = Object.fromEntries(known);
  for (const field of required)
    if (found[field] === undefined || found[field] === '') return misfit(prefix + field, source[field], fields[field]);
  return { value: extra.length > 0 ? { ...found, extra: Object.fromEntries(extra) } : found };
}
