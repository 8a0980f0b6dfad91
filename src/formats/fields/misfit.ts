import { fits, isLacking } from '../../domain/land/fields/fits.ts';
import type { FieldType } from '../../domain/land/fields/type.ts';
import { formOf } from '../../domain/land/written-bounds/form.ts';
import { readBounds } from '../../domain/land/written-bounds/read.ts';
import { nameOf } from '../../domain/land/fields/type-name.ts';

/** A value that does not fit: the path to it, what stands there (shortened) and the type expected. */
export interface Misfit {
  readonly field: string;
  readonly value: string;
  readonly expected: string;
}

export const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

/** The first value in a field that is not of its type; null where all are. `field` is the path said of it. */
export function misfitIn(field: string, value: unknown, type: FieldType): Misfit | null {
  // What bounds are as text is for those to say who read it.
  if (type.is === 'bounds' && typeof value === 'string')
    return readBounds(value, formOf(type)) ? null : misfit(field, value, type);
  return fits(value, type) ? null : misfitWithin(field, value, type);
}

const misfit = (field: string, value: unknown, type: FieldType): Misfit => ({
  field,
  value: shown(value),
  expected: nameOf(type),
});

/** What it is that does not fit: in a list an item, in a record a field. */
function misfitWithin(field: string, value: unknown, type: FieldType): Misfit {
  if (type.is === 'nullable') return misfitIn(field, value, type.of) ?? misfit(field, value, type);
  if (type.is === 'list' && Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const found = misfitIn(`${field}[${i + 1}]`, item, type.of);
      if (found) return found;
    }
  }
  if (type.is === 'record' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const own = value as Readonly<Record<string, unknown>>;
    const lacking = type.required.find((name) => isLacking(own[name]));
    if (lacking !== undefined) return misfit(`${field}.${lacking}`, own[lacking], type.fields[lacking]);
    for (const [name, inner] of Object.entries(type.fields)) {
      const found = own[name] === undefined ? null : misfitIn(`${field}.${name}`, own[name], inner);
      if (found) return found;
    }
  }
  return misfit(field, value, type);
}
