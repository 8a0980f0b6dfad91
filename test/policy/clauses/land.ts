import { commercial, type Case, type Fields, type Land } from './case.ts';

const size = (name: string, outcome: string, land: Land, floorAreaM2?: number, own: Fields = {}): Case => ({
  name,
  expect: { [own.parkType === 'service' ? 'scale.service' : 'scale.manufacturing']: outcome },
  park: own,
  land: [land],
  built: floorAreaM2 === undefined ? [] : [{ floorAreaM2 }],
});
const service = { parkType: 'service' };

/** 第4、5条: 100 亩 = 200 000/3 m² = 66 666.67 m² at 0.01; 50 亩 = 33 333.33 m². 以上 includes the number. */
export const scale: readonly Case[] = [
  size('66 666.67 m² registered are 100 亩', 'pass', { statedAreaM2: 66_666.67 }, 1),
  size('66 666.66 m² and 99 999.99 m² of floor: both short', 'advisory', { statedAreaM2: 66_666.66 }, 99_999.99),
  size('100 000 m² of floor are enough', 'pass', { statedAreaM2: 66_666.66 }, 100_000),
  size('short of land, floor not known', 'unknown', { statedAreaM2: 66_666.66 }),
  size('enough land, floor not known', 'pass', { statedAreaM2: 66_666.67 }),
  size('no boundary and no registered area', 'unknown', {}, 99_999.99),
  size('no boundary, and floor enough', 'pass', {}, 100_000),
  // 250 × 266.70 = 66 675.00, 250 × 266.66 = 66 665.00
  size('drawn 66 675 m²', 'pass', { box: [0, 0, 250, 266.7] }, 1),
  size('drawn 66 665 m²', 'advisory', { box: [0, 0, 250, 266.66] }, 1),
  size('33 333.33 m² registered are 50 亩', 'pass', { statedAreaM2: 33_333.33 }, 1, service),
  size('33 333.32 m² and 49 999.99 m² of floor', 'advisory', { statedAreaM2: 33_333.32 }, 49_999.99, service),
  size('50 000 m² of floor', 'pass', { statedAreaM2: 33_333.32 }, 50_000, service),
  size('kind of park not known', 'unknown', { statedAreaM2: 90_000 }, 1, { parkType: undefined }),
  // 第6条
  ...(
    [
      ['410102', 'idle', 'relaxed'],
      ['410102', 'low-efficiency', 'relaxed'],
      ['410102', 'vacant', 'advisory'],
      ['410106', 'idle', 'advisory'], // 上街 is none of the five
      ['410102', undefined, 'unknown'],
    ] as const
  ).map(([districtCode, status, outcome]) =>
    size(
      `${status} land in ${districtCode}`,
      outcome,
      { statedAreaM2: 5000, districtCode, townshipCode: undefined, status },
      1,
    ),
  ),
];

const floor = (name: string, outcome: string, fields: Fields, own: Fields = {}, land: Land = {}): Case => ({
  name,
  expect: { 'far.minimum': outcome },
  park: own,
  land: [{ statedAreaM2: 10_000, ...land }],
  built: [fields],
});

/** 第8条: 容积率 ≥ 1.5: 15 000 m² on 10 000 m². 7 %: 700 m²; 25 %: 5000 of 20 000 m². */
export const ratios: readonly Case[] = [
  floor('15 000 on 10 000 m²', 'pass', { floorAreaM2: 15_000 }),
  floor('14 999 on 10 000 m²', 'advisory', { floorAreaM2: 14_999 }),
  floor('14 999 m² for a recorded reason', 'relaxed', { floorAreaM2: 14_999 }, { farLimitReason: '紧邻危化品仓库' }),
  floor('17 000 m², 2001 of them below ground', 'advisory', { floorAreaM2: 17_000, floorAreaBelowM2: 2001 }),
  floor('7500 m² 8.00 m high count once', 'advisory', { floorAreaM2: 7500, storeys: 1, storeyHeightM: 8 }),
  floor('7500 m² 8.01 m high count twice', 'pass', { floorAreaM2: 7500, storeys: 1, storeyHeightM: 8.01 }),
  floor('use of the land not known', 'unknown', { floorAreaM2: 15_000 }, {}, { landClass: undefined }),
  floor('a registered area of 0 is none', 'unknown', { floorAreaM2: 15_000 }, {}, { statedAreaM2: 0 }),
  floor('commercial land', 'not-applicable', { floorAreaM2: 1 }, {}, { landClass: commercial }),
  floor('rebuilt', 'not-applicable', { floorAreaM2: 1 }, { origin: 'renovated' }),
  ...(
    [
      ['at both bounds', 'pass', 'pass', 700, 5000, 15_000],
      ['a hundredth above both', 'fail', 'advisory', 700.01, 5000.01, 14_999.99],
      ['footprint not known', 'unknown', 'pass', undefined, 5000, 15_000],
    ] as const
  ).map(([name, land, share, footprintM2, own, other]) => ({
    name,
    expect: { 'ancillary.land': land, 'ancillary.floor': share },
    built: [{ floorAreaM2: other }, { use: 'dormitory', storeys: 8, footprintM2, floorAreaM2: own }],
  })),
  // 3000 of 10 000 m² and 20 000 of 35 050 m² are too much whatever the third building is; 30 and 50 more might be, below.
  ...(
    [
      ['too much without it', 'fail', 'advisory', 3000, 20_000],
      ['perhaps too much with it', 'unknown', 'unknown', 690, 5000],
    ] as const
  ).map(([name, land, share, footprintM2, own]) => ({
    name: `use of one building not known: ${name}`,
    expect: { 'ancillary.land': land, 'ancillary.floor': share },
    built: [
      { floorAreaM2: 15_000 },
      { use: 'admin', footprintM2, floorAreaM2: own },
      { use: undefined, footprintM2: 30, floorAreaM2: 50 },
    ],
  })),
  {
    name: 'floor area of the parcel, and no building',
    expect: { 'far.minimum': 'pass', 'ancillary.land': 'unknown', buyer: 'unknown', 'held.ancillary': 'unknown' },
    land: [{ statedAreaM2: 10_000, floorAreaM2: 15_000 }],
  },
];
