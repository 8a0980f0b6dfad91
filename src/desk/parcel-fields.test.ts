import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOfKind } from '../domain/land/fields/kinds.ts';
import type { Parcel } from '../domain/land/model.ts';
import { mergedRecord, numberedFields, recordOfPieces } from './parcel-fields.ts';

const fields = fieldsOfKind('parcel');
const codes = (notes: readonly { readonly code: string; readonly params: object }[]) =>
  notes.map(({ code, params }) => [code, 'field' in params ? params.field : 'statedAreaM2']);

describe('fields of parcels made one', () => {
  const first: Parcel = {
    id: 'A',
    name: '甲',
    status: 'idle',
    statedAreaM2: 10_000,
    areaResolutionM2: 0.5,
    floorAreaM2: 100,
    startPriceWan: 300,
    boundaryErrorM: 0.05,
    readyYear: 2028,
    suitability: 80,
    taxPerMuWan: 3,
    outputPerMuWan: 40,
    depositWan: 60,
  };
  const second: Parcel = {
    id: 'B',
    status: 'in-use',
    statedAreaM2: 5000,
    floorAreaM2: 50,
    startPriceWan: 200,
    boundaryErrorM: 0.1,
    readyYear: 2027,
    suitability: 60,
    taxPerMuWan: 6,
    outputPerMuWan: 40,
    noticeNo: '告字1号',
  };
  const { record, notes } = mergedRecord([first, second], 'AB', [10_000, 5000]);

  it('add up, or are the worst or the mean by area; of others the first one leads', () => {
    expect(record).toEqual({
      id: 'AB',
      name: '甲',
      status: 'idle',
      floorAreaM2: 150,
      startPriceWan: 500,
      boundaryErrorM: 0.1,
      readyYear: 2028,
      suitability: 60,
      taxPerMuWan: 4,
      outputPerMuWan: 40,
    });
  });

  it('are told where they differ or go', () => {
    expect(codes(notes)).toEqual([
      ['field-differs', 'name'],
      ['field-differs', 'status'],
      ['stated-area-dropped', 'statedAreaM2'],
      ['stated-area-dropped', 'statedAreaM2'],
      ['field-combined', 'boundaryErrorM'],
      ['field-combined', 'readyYear'],
      ['field-combined', 'suitability'],
      ['field-combined', 'taxPerMuWan'],
      ['amount-dropped', 'depositWan'],
      ['field-differs', 'noticeNo'],
    ]);
  });

  it('a mean lies between its parts, whatever they are', () => {
    const part = fc.record({ tax: fc.integer({ min: -500, max: 5000 }), area: fc.integer({ min: 1, max: 1_000_000 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (parts) => {
        const taxes = parts.map(({ tax }) => tax / 100);
        const all = parts.map((_, i): Parcel => ({ id: `P${i}`, taxPerMuWan: taxes[i] }));
        const merged = mergedRecord(all, 'P0', parts.map(({ area }) => area)).record.taxPerMuWan!; // prettier-ignore
        expect(merged).toBeGreaterThanOrEqual(Math.min(...taxes) - 1e-9);
        expect(merged).toBeLessThanOrEqual(Math.max(...taxes) + 1e-9);
        const total = parts.reduce((sum, { tax, area }) => sum + (tax / 100) * area, 0);
        expect(merged * parts.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(total, 1);
      }),
    );
  });
});

describe('fields of a parcel split', () => {
  const whole: Parcel = {
    id: 'A',
    name: '甲',
    statedAreaM2: 10_000,
    areaResolutionM2: 0.5,
    floorAreaM2: 100,
    startPriceWan: 300,
    landUseTermYears: 50,
    extra: { 备注: '东' },
  };

  it('are those of the whole, but for what it alone has', () => {
    const { record, notes } = recordOfPieces(whole);
    expect(record).toEqual({ id: 'A', name: '甲', landUseTermYears: 50, extra: { 备注: '东' } });
    expect(numberedFields(record, 2)).toEqual({ name: '甲-2' });
    expect(codes(notes)).toEqual([
      ['stated-area-dropped', 'statedAreaM2'],
      ['amount-dropped', 'floorAreaM2'],
      ['amount-dropped', 'startPriceWan'],
    ]);
  });
});

it('only figures are added up or weighed, and amounts are the same ones for splitting and merging', () => {
  for (const [field, { is, split = 'same', merge = 'same' }] of Object.entries(fields)) {
    if (!['same', 'drop'].includes(merge)) expect([field, ['number', 'integer'].includes(is)]).toEqual([field, true]);
    if (split === 'numbered') expect(is).toBe('text');
    expect([field, split === 'drop']).toEqual([field, merge === 'sum' || merge === 'drop']);
  }
});
