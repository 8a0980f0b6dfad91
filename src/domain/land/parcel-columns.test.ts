import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textColumn } from './text-column.ts';
import { fold, keyAt, rowOf, rowOfKey, rowsWith, textAt, type ParcelColumns } from './parcel-columns.ts';
import { foldedColumn, parcelsFound } from './parcel-search.ts';

const textOf = (values: readonly string[]) => textColumn(values.length, (row) => values[row]);
const searchOf = (values: readonly string[]) => foldedColumn(textOf(values));

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

describe('parcels', () => {
  const columns = (more: Partial<ParcelColumns> = {}): ParcelColumns => ({
    size: 4,
    keys: null,
    ids: textOf(['LX-1', 'LX-2', 'HY-1', 'HY-2']),
    names: textOf(['东', 'LX 西', '', '南']),
    files: null,
    areaM2: new Float64Array(4),
    basis: new Uint8Array(4),
    status: new Uint8Array(4),
    parts: new Uint16Array(4),
    holes: new Uint16Array(4),
    problems: new Uint16Array(4),
    ...more,
  });

  it('are found by id, by name and by file, each once and in order', () => {
    expect([...parcelsFound(columns(), fold('lx'))]).toEqual([0, 1]);
    expect([...parcelsFound(columns(), fold('西'))]).toEqual([1]);
    const files = { names: ['lx.txt', '河.txt'], of: Uint16Array.of(2, 2, 1, 0) };
    expect([...parcelsFound(columns({ files }), fold('LX'))]).toEqual([0, 1, 2]);
    expect([...parcelsFound(columns(), fold('none'))]).toEqual([]);
    expect([...parcelsFound(columns(), '')]).toEqual([0, 1, 2, 3]);
  });

  it('are known by their keys, which are their rows until something changes', () => {
    const keyed = columns({ keys: Uint32Array.of(0, 9, 2, 3) });
    expect([0, 1, 2, 3].map((row) => [keyAt(columns(), row), rowOfKey(columns(), row)])).toEqual([[0, 0], [1, 1], [2, 2], [3, 3]]); // prettier-ignore
    expect([keyAt(keyed, 1), rowOfKey(keyed, 9), rowOfKey(keyed, 1), rowOfKey(columns(), 4)]).toEqual([9, 1, -1, -1]);
    const sparse = columns({ keys: Uint32Array.of(0, 4_000_000_000, 2, 3) });
    expect([rowOfKey(sparse, 4_000_000_000), rowOfKey(sparse, 3), rowOfKey(sparse, 1)]).toEqual([1, 3, -1]);
    expect(rowOfKey(keyed, 10)).toBe(-1);
  });
});
