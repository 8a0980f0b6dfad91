import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../../../domain/land/fields/fits.ts';
import { fieldsOfKind, recordKinds } from '../../../domain/land/fields/kinds.ts';
import { controlOf, noneOf, typedText, typedValue } from './typed-value.ts';

const park = fieldsOfKind('park');
const parcel = fieldsOfKind('parcel');

describe('what is typed for a field', () => {
  it.each([
    [park.heldAreaM2, '27,001.5', 27001.5],
    [park.heldAreaM2, '２７００１．５ ㎡', 27001.5],
    [park.heldAreaM2, '3 亩', 2000],
    [park.heldAreaM2, '1.5 公顷', 15_000],
    [park.heldAreaM2, '.5', 0.5],
    [park.industryShare, '66', 0.66],
    [park.industryShare, '12.3 %', 0.123],
    [park.taxPerMuWan, '−2.5 万元/亩', -2.5],
    [park.firms, '48 家', 48],
    [park.registeredOn, '2026年3月1日', '2026-03-01'],
    [park.name, ' 柳林路 园 ', '柳林路 园'],
    [park.industries, '铝精深加工、 五金', ['铝精深加工', '五金']],
  ])('%o: %s is %o', (type, text, value) => expect(typedValue(type, text)).toEqual({ ok: true, value }));

  it.each([
    [park.heldAreaM2, '-1', { is: 'number', min: 0, max: 1e10 }],
    [park.heldAreaM2, 'viel', { is: 'number', min: 0, max: 1e10 }],
    [park.heldAreaM2, '30 m', { is: 'number', min: 0, max: 1e10 }],
    [park.heldAreaM2, '1.2.3', { is: 'number', min: 0, max: 1e10 }],
    [park.industryShare, '101', { is: 'number', min: 0, max: 100 }],
    [park.firms, '4.5', { is: 'integer', min: 0, max: 1e7 }],
    [park.stars, '4', { is: 'integer', min: 0, max: 3 }],
    [park.registeredOn, '2026-02-30', { is: 'date' }],
    [park.name, '　', { is: 'text' }],
    [park.industries, '、', { is: 'list' }],
  ])('%o refuses %s and says what it takes', (type, text, wanted) =>
    expect(typedValue(type, text)).toEqual({ ok: false, wanted }),
  );

  it.each([
    [parcel.developedShare, 0.07, '7'],
    [parcel.developedShare, -0.3, '-30'],
    [parcel.statedAreaM2, 12_345.6, '12345.6'],
  ])('%o: %f is there as %s, and the same again when it is typed', (type, value, text) => {
    expect(typedText(type, value)).toBe(text);
    if (value > 0) expect(typedValue(type, text)).toEqual({ ok: true, value });
  });

  it('is of the type of the field whatever is typed', () => {
    const rows = recordKinds.flatMap((kind) => Object.values(fieldsOfKind(kind)));
    const typed = rows.filter((type) => controlOf(type) === 'typed');
    const text = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map((n) => `${n} m²`),
      fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...typed), text, (type, said) => {
        const read = typedValue(type, said);
        return !read.ok || fits(read.value, type);
      }),
    );
  });
});

describe('the control of a field', () => {
  it('follows its type; records and bounds have none', () => {
    expect(
      [park.stage, park.recognised, park.heldAreaM2, park.registeredOn, park.leases, parcel.conditions].map(controlOf),
    ).toEqual(['choice', 'flag', 'typed', 'typed', null, null]);
  });

  it('offers none where none is a value', () => {
    expect([park.registeredOn, park.leases, park.heldAreaM2].map(noneOf)).toEqual([
      { value: null },
      { value: [] },
      null,
    ]);
  });
});
