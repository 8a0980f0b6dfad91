import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchColumn, textColumn } from './text-column.ts';
import { fold, rowOf, rowsWith, textAt } from '../domain/land/parcel-columns.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '园', 'Ａ', '|'), maxLength: 5 }), {
  maxLength: 30,
});
const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', '园', '|'), minLength: 1, maxLength: 3 });

describe('a column of texts', () => {
  it('gives every text back, and its first row by its text', () => {
    fc.assert(
      fc.property(texts, (values) => {
        const column = textColumn(values);
        values.forEach((value, row) => {
          expect(textAt(column, row)).toBe(value);
          expect(rowOf(column, value)).toBe(values.indexOf(value));
        });
        expect(rowOf(column, 'absent')).toBe(-1);
      }),
    );
  });

  it('is searched as each of its texts would be', () => {
    fc.assert(
      fc.property(texts, word, (values, sought) => {
        const expected = values.flatMap((value, row) => (fold(value).includes(sought) ? [row] : []));
        expect([...rowsWith(searchColumn(values), sought)]).toEqual(expected);
      }),
    );
  });

  it('finds what is meant: other widths, cases and spaces', () => {
    expect([...rowsWith(searchColumn(['LX-12', '鹿 角坪', 'x']), fold('ｌｘ－１２'))]).toEqual([0]);
    expect([...rowsWith(searchColumn(['LX-12', '鹿 角坪', 'x']), fold('鹿角'))]).toEqual([1]);
  });

  it('holds every row for no word at all', () => expect([...rowsWith(searchColumn(['a', '']), '')]).toEqual([0, 1]));
});
