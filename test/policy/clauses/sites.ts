import type { Case, Fields, Land } from './case.ts';

const site = (
  name: string,
  expected: readonly [string, string, string],
  land: readonly Land[],
  own?: Fields,
): Case => ({
  name,
  expect: Object.fromEntries(['adjacent', 'township', 'count'].map((rule, i) => [`sites.${rule}`, expected[i]])),
  park: own,
  land,
});
const square = (east: number, fields: Fields = {}, north = 0): Land => ({ box: [east, north, 100, 100], ...fields });
const none = 'not-applicable';

/** 第15条: one site is adjacent land; several lie in one township, and are three at most. */
export const sites: readonly Case[] = [
  site('one parcel', [none, none, none], [square(0)]),
  site('0.50 m apart', ['pass', none, none], [square(0), square(100.5)]),
  site('0.51 m apart', ['advisory', 'pass', 'pass'], [square(0), square(100.51)]),
  site('1 m of border', ['pass', none, none], [square(0), square(100, {}, 99)]),
  site('at a corner', ['relaxed', 'pass', 'pass'], [square(0), square(100, {}, 100)]),
  site('for a reason', ['relaxed', 'pass', 'pass'], [square(0), square(400)], { dispersalReason: '河道分隔' }),
  site(
    'three',
    ['advisory', 'pass', 'pass'],
    [0, 300, 600].map((e) => square(e)),
  ),
  site(
    'four',
    ['advisory', 'pass', 'advisory'],
    [0, 300, 600, 900].map((e) => square(e)),
  ),
  site('two townships', ['advisory', 'fail', 'pass'], [square(0), square(400, { townshipCode: '410181002' })]),
  site(
    'one township as it is written by three offices',
    ['advisory', 'pass', 'pass'],
    [square(0), square(400, { townshipCode: '410181001000' }), square(800, { townshipCode: '410181001203' })],
  ),
  ...[undefined, '', '410181000'].map((townshipCode) =>
    site(`a township that is ${townshipCode ?? 'not recorded'}`, ['advisory', 'unknown', 'pass'], [square(0, { townshipCode }), square(400, { townshipCode })]),
  ), // prettier-ignore
  site('one parcel without boundary', ['unknown', 'unknown', 'unknown'], [square(0), { statedAreaM2: 10_000 }]),
  ...(
    [
      [2026, 'pass'],
      [null, 'advisory'],
      [undefined, 'unknown'],
    ] as const
  ).map(([planYear, outcome]) => ({
    name: `in the plan of ${planYear}`,
    expect: { 'supply.planned': outcome },
    park: { stage: 'planned' },
    land: [{ statedAreaM2: 10_000, planYear }],
  })),
];
