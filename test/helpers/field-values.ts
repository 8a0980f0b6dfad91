import fc from 'fast-check';
import { mostBelieved } from '../../src/domain/land/fields/reason.ts';
import type { Fields, FieldType } from '../../src/domain/land/fields/type.ts';

/** JSON has no −0. */
const json = (value: number): number => value + 0;
const date = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const limitsOf = (type: Extract<FieldType, { readonly is: 'number' | 'integer' }>) => {
  const most = type.max ?? mostBelieved(type) ?? Number.MAX_SAFE_INTEGER;
  return { min: type.min ?? -most, max: most };
};

const side = (most: number) => fc.double({ min: 0, max: most, noNaN: true }).map(json);
const range = (most: number) =>
  fc
    .record({ a: side(most), b: side(most), open: fc.constantFrom('min', 'max', 'none'), edges: fc.nat(3) })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, open, edges }) => ({
      ...(open !== 'min' && { min: Math.min(a, b) }),
      ...(open !== 'max' && { max: Math.max(a, b) }),
      ...((edges & 1) === 1 && { minExclusive: true }),
      ...((edges & 2) === 2 && { maxExclusive: true }),
    }));

/** Any value a field of the type may hold. */
export function valueOf(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.is) {
    case 'text':
      return fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
    case 'number':
      return fc.double({ ...limitsOf(type), noNaN: true }).map(json);
    case 'integer':
      return fc.integer(limitsOf(type)).map(json);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return date;
    case 'month':
      return date.map((day) => day.slice(0, 7));
    case 'one-of':
      return fc.constantFrom(...type.values);
    case 'bounds':
      return fc.integer({ min: 1, max: 500 }).map((n) => n / 100);
    case 'range':
      return range(type.unit === 'share' ? 1 : 1000);
    case 'list':
      return fc.array(valueOf(type.of), { maxLength: 3 });
    case 'record':
      return recordOf(type.fields, type.required);
    case 'nullable':
      return fc.oneof(fc.constant(null), valueOf(type.of));
  }
}

/** Any record with these fields, those required always among them. */
export const recordOf = (fields: Fields, required: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, valueOf(type)])), {
    requiredKeys: [...required],
  });

/** Values that are none of the type, however they are read. */
export function wrongFor(type: FieldType): readonly unknown[] {
  const shapes = [{}, { a: 1 }, [[]]];
  switch (type.is) {
    case 'text':
      return [true, ...shapes, []];
    case 'number':
    case 'integer': {
      const { min, max } = limitsOf(type);
      const whole = type.is === 'integer' ? [min + 0.5] : [];
      return ['约三', 'NaN', '2026-01-18', true, ...shapes, min - 1, max * 2 + 1, ...whole];
    }
    case 'boolean':
      return ['maybe', 2, 0.5, ...shapes];
    case 'date':
      return ['2026-02-30', '2026-13-01', '0001-01-01', '二月', 5, true, ...shapes];
    case 'month':
      return ['2026-13', '0001-01', '二月', 5, true, ...shapes];
    case 'one-of':
      return ['none of these', 3, true, ...shapes];
    case 'bounds':
      return [-1, true, ...shapes];
    case 'range':
      return [true, ...shapes, [], { min: -1 }, { max: 'much' }, { min: 0.2, note: 1 }, { minExclusive: true }, { min: 0.2, maxExclusive: 1 }, ...(type.unit === 'share' ? [{ max: 2 }] : [])]; // prettier-ignore
    case 'list':
      return ['much', 5, true, ...shapes.slice(0, 2), ...wrongFor(type.of).slice(0, 3).map((item) => [item])]; // prettier-ignore
    case 'record':
      return ['much', 5, true, []];
    case 'nullable':
      return wrongFor(type.of);
  }
}
