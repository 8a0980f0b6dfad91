import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayRecords } from './array-records.ts';
import type { Column } from './column.ts';
import { columnRecords } from './column-records.ts';
import { GatheredRecords } from './gathered-records.ts';
import { GrowingRecords } from './growing-records.ts';
import { pickedRecords } from './picked-records.ts';
import { each, rowsWhere, type Records } from './records.ts';
import { Texts } from './texts.ts';

interface Plot {
  readonly id: string;
  readonly areaM2?: number;
  readonly status?: string | null;
  readonly extra?: Readonly<Record<string, unknown>>;
}

const plots: readonly Plot[] = [
  { id: '甲', areaM2: 5, extra: { 备注: '东' } },
  { id: 'B', status: 'idle', extra: { __proto__x: 1 } },
  { id: '\ud83c', areaM2: NaN, status: 'idle' },
  { id: 'D', status: null },
];
/** The same by hand; bits from the lowest. */
const columns: readonly Column[] = [
  { field: 'id', role: 'own', present: null, as: 'text', texts: new Texts('甲B\ud83cD', Uint32Array.of(0, 1, 2, 3, 4)), codes: null }, // prettier-ignore
  { field: 'areaM2', role: 'own', present: Uint8Array.of(0b0101), as: 'number', values: Float64Array.of(5, 0, NaN, 0) },
  { field: 'status', role: 'own', present: Uint8Array.of(0b1110), as: 'any', shared: ['idle', null], codes: Uint8Array.of(0, 0, 0, 1) }, // prettier-ignore
  { field: '备注', role: 'extra', present: Uint8Array.of(0b0001), as: 'text', texts: new Texts('东', Uint32Array.of(0, 1)), codes: new Uint8Array(4) }, // prettier-ignore
  { field: '', role: 'rest', present: Uint8Array.of(0b0010), as: 'any', shared: [{ __proto__x: 1 }], codes: new Uint8Array(4) }, // prettier-ignore
];
const grown = (): Records<Plot> => {
  const records = new GrowingRecords(columnRecords<Plot>(columns.slice(), 4));
  expect(records.append({ id: 'later' })).toBe(4);
  return pickedRecords(records, [0, 1, 2, 3]);
};
const gathered = (all: readonly Plot[]): Records<Plot> => {
  const records = new GatheredRecords<Plot>();
  for (const plot of all) records.append(plot);
  return records;
};
const ways: readonly (readonly [string, () => Records<Plot>])[] = [
  ['objects', () => arrayRecords(plots)],
  ['columns', () => columnRecords<Plot>(columns, 4)],
  ['rows of records that have grown', grown],
  ['columns, taken one by one', () => gathered(plots)],
];

describe.each(ways)('records held as %s', (_, make) => {
  it('are the records, one by one, in order and field by field', () => {
    const records = make();
    expect([...records]).toEqual(plots);
    expect([...records.entries()]).toEqual([...plots.entries()]);
    expect(records.map(({ id }, row) => `${row}${id}`)).toEqual(plots.map(({ id }, row) => `${row}${id}`));
    expect(plots.map((_plot, row) => [records.get(row), records.peek(row)])).toEqual(plots.map((plot) => [plot, plot]));
    for (const field of ['id', 'areaM2', 'status', 'extra'] as const)
      expect(each(records, records.field(field))).toEqual(plots.map((plot) => plot[field]));
    for (const name of ['备注', '__proto__x', 'toString', '__proto__'])
      expect(each(records, records.kept(name))).toEqual(
        plots.map(({ extra = {} }) => (Object.hasOwn(extra, name) ? extra[name] : undefined)),
      );
    expect(rowsWhere(records, (row) => records.field('status')(row) === 'idle')).toEqual([1, 2]);
  });

  it('share the values of a field', () => {
    const records = make();
    for (const field of ['id', 'areaM2', 'status'] as const) {
      const { values, codes } = records.coded(field);
      expect(Array.from(codes, (code) => (code < 0 ? undefined : values[code]))).toEqual(
        plots.map((plot) => plot[field]),
      );
    }
  });

  it('are the same objects whenever they are asked for, and none where there is no row', () => {
    const records = make();
    const [first, again] = [records.get(2), records.get(2)];
    expect(again).toBe(first);
    expect(records.peek(2)).toBe(first);
    for (const row of [-1, 4, 1.5, NaN]) expect(() => records.get(row)).toThrow(RangeError);
  });
});

it('rows that hold nothing any more have no code, and those after them their own', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.nat(4), fc.array(fc.nat(5)), (base, gap, added) => {
      const from = base.length + gap;
      const records = new GrowingRecords<{ readonly n: number }>(arrayRecords(base.map((n) => ({ n }))), from);
      added.forEach((n, i) => expect(records.append({ n })).toBe(from + i));
      const { values, codes } = records.coded('n');
      const all = [...base, ...Array<undefined>(added.length > 0 ? gap : 0), ...added];
      expect(Array.from(codes, (code) => (code < 0 ? undefined : values[code]))).toEqual(all);
    }),
  );
});

it('records that grow keep the rows they had', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.array(fc.nat(9)), (base, added) => {
      const records = new GrowingRecords<{ readonly n: number }>(arrayRecords(base.map((n) => ({ n }))));
      added.forEach((n, i) => expect(records.append({ n })).toBe(base.length + i));
      expect(records.map(({ n }) => n)).toEqual([...base, ...added]);
      expect(each(records, records.field('n'))).toEqual([...base, ...added]);
    }),
  );
});

it('taken one by one come back as they were, their fields in their order', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.dictionary(fc.constantFrom('system', 'code'), fc.string())); // prettier-ignore
  const name = fc.constantFrom('name', 'areaM2', 'landClass', '{}', '__proto__');
  const record = fc
    .tuple(fc.string(), fc.dictionary(name, value), fc.dictionary(name, value, { minKeys: 1 }), fc.boolean())
    .map(([id, own, extra, isKept]) => ({ id, ...own, ...(isKept && { extra }) }) as unknown as Plot);
  fc.assert(
    fc.property(fc.array(record), (all) => {
      const records = [...gathered(all)];
      expect(records).toEqual(all);
      expect(records.map((own) => JSON.stringify(own))).toEqual(all.map((own) => JSON.stringify(own)));
    }),
  );
});
