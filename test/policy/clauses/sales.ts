import type { Case, Fields } from './case.ts';

const sold = { id: '1', floorAreaM2: 300, held: false, soldOn: '2025-03-01', buyerType: 'production', usedBy: 'buyer' };
const sale = (name: string, expected: Case['expect'], unit: Fields, own: Fields = {}, house: Fields = {}): Case => ({
  name,
  expect: expected,
  park: { heldAreaM2: 3000, heldTermYears: 50, ...own },
  land: [{ statedAreaM2: 10_000, landUseTermYears: 50 }],
  built: [{ floorAreaM2: 15_000, units: [{ ...sold, ...unit }], ...house }],
});

/** 第11条: 20 % of 15 000 m² are 3000; (3000万 + 2000 × 100 000 + 1000万) × 1.15 / 100 000 = 2760 元/m². */
export const sales: readonly Case[] = [
  sale('at every bound', { 'held.share': 'pass', 'held.term': 'pass', 'unit.high': 'pass', buyer: 'pass' }, {}),
  sale('3000 − 1 held', { 'held.share': 'advisory' }, {}, { heldAreaM2: 2999 }),
  sale('held share not known', { 'held.share': 'unknown' }, {}, { heldAreaM2: undefined }),
  sale('a held unit sold', { 'held.share': 'fail' }, { held: true }),
  sale('49 years of 50', { 'held.term': 'fail' }, {}, { heldTermYears: 49 }),
  sale('51 years of 50', { 'held.term': 'fail' }, {}, { heldTermYears: 51 }),
  sale('299.99 m² in 3 storeys', { 'unit.high': 'fail', 'unit.low': 'not-applicable' }, { floorAreaM2: 299.99 }),
  sale(
    '500 m² in 2 storeys',
    { 'unit.low': 'pass', 'unit.high': 'not-applicable' },
    { floorAreaM2: 500 },
    {},
    { storeys: 2 },
  ),
  sale('499.99 m² in 2 storeys', { 'unit.low': 'fail' }, { floorAreaM2: 499.99 }, {}, { storeys: 2 }),
  sale(
    '400 m², storeys not known',
    { 'unit.low': 'unknown', 'unit.high': 'pass' },
    { floorAreaM2: 400 },
    {},
    { storeys: undefined },
  ),
  sale('to a person', { buyer: 'fail' }, { buyerType: 'individual' }),
  sale('to no one knows whom', { buyer: 'unknown' }, { buyerType: undefined }),
  {
    name: 'number 1 of two buildings, each sold to a person',
    expect: { buyer: 'fail', 'unit.high': 'fail' },
    built: [250, 500].map((floorAreaM2) => ({
      floorAreaM2: 5000,
      units: [{ ...sold, floorAreaM2, buyerType: 'individual' }],
    })),
  },
  sale('used by another', { 'self-use.sold': 'fail' }, { usedBy: 'other' }),
  sale('a dormitory sold', { 'held.ancillary': 'fail' }, { use: 'dormitory' }),
  ...(
    [
      ['2760.00', 2760, 'pass'],
      ['2760.01', 2760.01, 'advisory'],
      ['not known', undefined, 'unknown'],
    ] as const
  ).map(([name, salePriceYuanPerM2, outcome]) => ({
    name: `price ${name}`,
    expect: { price: outcome },
    park: { landCostWan: 3000, buildCostYuanPerM2: 2000, publicFacilityCostWan: 1000, salePriceYuanPerM2 },
    built: [{ floorAreaM2: 100_000 }],
  })),
];
