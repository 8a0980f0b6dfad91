import fc from 'fast-check';
import { expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { buildLayer } from '../../src/domain/geometry/columns/builder.ts';
import type { MultiPolygon } from '../../src/domain/geometry/columns/layer.ts';
import { box, feature, layerOf } from '../../src/domain/geometry/plane/test-rings.ts';
import type { Parcel, Project, Township, Zone } from '../../src/domain/land/model.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { emptyTable } from '../../src/domain/land/records/empty-table.ts';
import { each } from '../../src/domain/land/records/records.ts';

const table = <T>(rows: readonly (readonly [T, MultiPolygon | null])[]) => ({
  records: arrayRecords(rows.map(([record]) => record)),
  layer: rows.length > 0 ? layerOf(...rows.map(([, shape]) => shape)) : buildLayer([]),
});
const land = (x: number, y: number, side: number) => feature([box(x, y, side)]);

const towns: readonly (readonly [Township, MultiPolygon])[] = [
  [{ id: 'a', code: '410122100', districtCode: '410122' }, land(0, 0, 1000)],
  [{ id: 'b' }, land(900, 0, 1000)],
  [{ id: 'd', code: '410123000' }, land(2000, 0, 1000)],
];
const zones: readonly (readonly [Zone, MultiPolygon])[] = [
  [{ id: 'z', zoneType: 'development' }, land(300, 300, 900)],
  [{ id: 'y' }, land(0, 0, 800)],
];
const said = (...names: string[]) => fc.option(fc.constantFrom(...names), { nil: undefined });
const record = fc
  .record({
    townshipCode: said('', ' a ', '410122100', '410122000', '410123001', '大峪沟镇'),
    districtCode: said(' ', '410122', '410184'),
    zoneId: said('', 'z', ' y'),
    status: said('idle'),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
const shape = fc.option(
  fc.tuple(fc.integer({ min: -200, max: 2500 }), fc.integer({ min: -200, max: 900 }), fc.integer({ min: 1, max: 600 })),
);
const row = fc.tuple(record, shape);

it('a field of placed parcels is that of the record, before and after changes', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.array(row, { maxLength: 4 }), (rows, later) => {
      const drawn = rows.map(([fields, at], i): [Parcel, MultiPolygon | null] => [
        { id: `p${i}`, ...fields },
        at && land(...at),
      ]);
      const project: Project = {
        parks: [],
        parcels: table(drawn),
        buildings: emptyTable(),
        townships: table(towns),
        zones: table(zones),
        jurisdictions: [],
        others: [],
      };
      const city = City.open(project)!;
      expectAlike(city);
      const parcels = city.land.table('parcel');
      later.forEach(([fields, at], i) => {
        const put = {
          key: i % 2 === 0 ? i % rows.length : parcels.takeKey(),
          record: { id: `q${i}`, ...fields },
          shape: layerOf(at && land(...at)),
          ...(i % 2 === 0 ? {} : { after: null }),
        };
        expect(city.apply({ base: city.version, tables: { parcel: { put: [put] } } }).ok).toBe(true);
        expectAlike(city);
      });
      city.apply({ base: city.version, tables: { township: { remove: [0] } } });
      expectAlike(city);
    }),
    { numRuns: 60 },
  );
});

function expectAlike(city: City): void {
  const { records } = city.project.parcels;
  const whole = each(records, (i) => records.get(i));
  expect([...records]).toEqual(whole);
  for (const name of ['id', 'townshipCode', 'districtCode', 'zoneId', 'status'] as const) {
    const expected = whole.map((parcel) => parcel[name]);
    expect(each(records, records.field(name))).toEqual(expected);
    const { values, codes } = records.coded(name);
    expect(Array.from(codes, (code) => (code < 0 ? undefined : values[code]))).toEqual(expected);
  }
}
