import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikeRows, codedOf, recoded } from './coded.ts';

const valueOf = <V>({ values, codes }: { values: readonly V[]; codes: Int32Array }, row: number): V | undefined =>
  codes[row] < 0 ? undefined : values[codes[row]];

const value = fc.oneof(
  fc.constantFrom(undefined, null, NaN, '', 'a', '__proto__', true),
  fc.integer({ max: 3, min: -3 }),
);

it('values that rows share are each there once, and what is made of them too', () => {
  fc.assert(
    fc.property(fc.array(value), (all) => {
      const coded = codedOf(all.length, (row) => all[row]);
      expect(all.map((_, row) => valueOf(coded, row))).toEqual(all);
      expect(new Set(coded.values).size).toBe(coded.values.length);
      const kind = (own: unknown) => (own === null ? undefined : typeof own);
      const made = recoded(coded, kind);
      expect(all.map((_, row) => valueOf(made, row))).toEqual(all.map((own) => (own === undefined ? own : kind(own))));
      expect(new Set(made.values).size).toBe(made.values.length);
    }),
  );
});

it('rows are alike that have the same code in every column, few codes or very many', () => {
  const code = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(9_000_000, 9_000_001));
  const columns = fc
    .integer({ min: 0, max: 30 })
    .chain((length) => fc.tuple(fc.constant(length), fc.array(fc.array(code, { minLength: length, maxLength: length }), { maxLength: 3 }))); // prettier-ignore
  fc.assert(
    fc.property(columns, ([length, all]) => {
      const { codes, first } = alikeRows(length, all.map((column) => Int32Array.from(column))); // prettier-ignore
      const keys = Array.from({ length }, (_, row) => all.map((column) => column[row]).join());
      expect(Array.from(codes, (own) => first[own])).toEqual(keys.map((key) => keys.indexOf(key)));
    }),
  );
});
