import type { Quantity } from './units.ts';

/** What a field of the exchange file may hold; one name per check, one JSON Schema per name (`schema.ts`). */
export type FieldType =
  | { readonly is: 'text' }
  /** `quantity` is what a figure is a figure of, in the unit the field's name says. */
  | { readonly is: 'number'; readonly min?: number; readonly max?: number; readonly quantity?: Quantity }
  | { readonly is: 'integer'; readonly min?: number; readonly max?: number; readonly quantity?: Quantity }
  | { readonly is: 'boolean' }
  /** `YYYY-MM-DD`, a day that exists. */
  | { readonly is: 'date' }
  /** `YYYY-MM`. */
  | { readonly is: 'month' }
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  /** A number, or the text of bounds such as `>1.1,<1.8`. */
  | { readonly is: 'bounds'; readonly names: readonly string[] }
  /** `{min, max}`, one of them at least, with `minExclusive` and `maxExclusive` where the number is not allowed. */
  | { readonly is: 'range'; readonly quantity?: Quantity; readonly names: readonly string[] }
  | { readonly is: 'list'; readonly of: FieldType }
  | { readonly is: 'record'; readonly fields: Fields; readonly required: readonly string[] }
  /** `null` says "known to be none". */
  | { readonly is: 'nullable'; readonly of: FieldType };

export type Fields = Readonly<Record<string, FieldType>>;

export const text: FieldType = { is: 'text' };
export const flag: FieldType = { is: 'boolean' };
export const date: FieldType = { is: 'date' };
export const month: FieldType = { is: 'month' };
/** `names`: what the condition is called where its bounds are written out (1.0≤容积率≤2.0). */
export const bounds = (...names: readonly string[]): FieldType => ({ is: 'bounds', names });
export const integer: FieldType = { is: 'integer', min: 0, quantity: 'count' };
export const year: FieldType = { is: 'integer', min: 0, quantity: 'years' };
export const storeys: FieldType = { is: 'integer', min: 0, quantity: 'storeys' };
export const days: FieldType = { is: 'integer', min: 0, quantity: 'days' };
/** Any number, for what may fall below zero (a tax refund). */
export const signedWanPerMu: FieldType = { is: 'number', quantity: 'money-per-mu' };
export const amount: FieldType = { is: 'number', min: 0 };
const figure = (quantity: Quantity): FieldType => ({ is: 'number', min: 0, quantity });
export const m2 = figure('area');
export const metres = figure('length');
export const wan = figure('money');
export const wanPerMu = figure('money-per-mu');
export const yuanPerM2 = figure('money-per-m2');
export const years = figure('years');
export const months = figure('months');
export const spaces = figure('count');
export const share: FieldType = { is: 'number', min: 0, max: 1, quantity: 'share' };
export const range = (quantity: Quantity | undefined, ...names: readonly string[]): FieldType => ({
  is: 'range',
  quantity,
  names,
});
export const upTo = (max: number): FieldType => ({ is: 'number', min: 0, max });
export const wholeFrom = (min: number): FieldType => ({ is: 'integer', min });
export const wholeFromTo = (min: number, max: number): FieldType => ({ is: 'integer', min, max });
export const wholeUpTo = (max: number): FieldType => ({ is: 'integer', min: 0, max });
export const oneOf = (...values: readonly string[]): FieldType => ({ is: 'one-of', values });
export const list = (of: FieldType): FieldType => ({ is: 'list', of });
export const nullable = (of: FieldType): FieldType => ({ is: 'nullable', of });
export const record = (fields: Fields, ...required: readonly string[]): FieldType => ({
  is: 'record',
  fields,
  required,
});

/** The type in one short token for a refusal, e.g. `number 0..1`, `date YYYY-MM-DD`, `a|b|c`. */
export function nameOf(type: FieldType): string {
  switch (type.is) {
    case 'number':
    case 'integer':
      return type.min === undefined && type.max === undefined
        ? type.is
        : type.max === undefined
          ? `${type.is} >= ${type.min}`
          : `${type.is} ${type.min ?? ''}..${type.max}`;
    case 'date':
      return 'date YYYY-MM-DD';
    case 'month':
      return 'month YYYY-MM';
    case 'one-of':
      return type.values.join('|');
    case 'bounds':
      return 'number or bounds such as >1.1,<1.8';
    case 'range':
      return '{min, max}';
    case 'list':
      return `list of ${nameOf(type.of)}`;
    case 'record':
      return `{${Object.keys(type.fields).join(', ')}}`;
    case 'nullable':
      return `${nameOf(type.of)} or null`;
    default:
      return type.is;
  }
}
