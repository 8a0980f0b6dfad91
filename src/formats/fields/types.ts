/** What a field of the exchange file may hold; one name per check, one JSON Schema per name (`schema.ts`). */
export type FieldType =
  | { readonly is: 'text' }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly is: 'boolean' }
  /** `YYYY-MM-DD`, a day that exists. */
  | { readonly is: 'date' }
  /** `YYYY-MM`. */
  | { readonly is: 'month' }
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  /** A number, or bounds such as `>1.1,<1.8`. */
  | { readonly is: 'bounds' }
  | { readonly is: 'list'; readonly of: FieldType }
  | { readonly is: 'record'; readonly fields: Fields; readonly required: readonly string[] }
  /** `null` says "known to be none". */
  | { readonly is: 'nullable'; readonly of: FieldType };

export type Fields = Readonly<Record<string, FieldType>>;

export const text: FieldType = { is: 'text' };
export const flag: FieldType = { is: 'boolean' };
export const date: FieldType = { is: 'date' };
export const month: FieldType = { is: 'month' };
export const bounds: FieldType = { is: 'bounds' };
export const integer: FieldType = { is: 'integer', min: 0 };
/** Any number, for what may fall below zero (a tax refund). */
export const signed: FieldType = { is: 'number' };
export const amount: FieldType = { is: 'number', min: 0 };
export const share: FieldType = { is: 'number', min: 0, max: 1 };
export const upTo = (max: number): FieldType => ({ is: 'number', min: 0, max });
export const wholeFrom = (min: number): FieldType => ({ is: 'integer', min });
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
