import type { FieldType } from './type.ts';

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
