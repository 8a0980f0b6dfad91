import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchColumn, textColumn } from './text-column.ts';
import { fold, rowOf, rowsWith, textAt } from '../domain/land/parcel-columns.ts';

const textOf = (values: readonly string[]) => textColumn(values.length, (row) => values[row]);
const searchOf = (values: readonly string[]) => searchColumn(values.length, (row) => values[row]);

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '园', 'Ａ', '|'), maxLength: 5 }), {
  maxLength: 30,
});
const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', '园', '|'), minLength: 1, maxLength: 3 });

describe('a column of texts', () => {
  it('gives every text back, and its first row by its text', () => {
    fc.assert(
      fc.property(texts, (values) => {
        const column = textOf(values);
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
        expect([...rowsWith(searchOf(values), sought)]).toEqual(expected);
      }),
    );
  });

  it('finds what is meant: other widths, cases and spaces', () => {
    expect([...rowsWith(searchOf(['LX-12', '鹿 角坪', 'x']), fold('ｌｘ－１２'))]).toEqual([0]);
    expect([...rowsWith(searchOf(['LX-12', '鹿 角坪', 'x']), fold('鹿角'))]).toEqual([1]);
  });

  it('is whole where it is put together from many parts', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => `Ｎo ${i} Σ\0`);
    const [column, searched] = [textOf(values), searchOf(values)];
    for (const row of [0, 4095, 4096, 8191, 8192, 9999]) {
      expect(textAt(column, row)).toBe(`Ｎo ${row} Σ`);
      expect(textAt(searched, row)).toBe(fold(`Ｎo ${row} Σ`));
    }
    expect(column.starts[10_000]).toBe(column.text.length);
    expect(searched.text).toBe(values.map((value) => `${fold(value.replace('\0', ''))}\0`).join(''));
  });

  it('holds every row for no word at all', () => expect([...rowsWith(searchOf(['a', '']), '')]).toEqual([0, 1]));
});
