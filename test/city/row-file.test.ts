import { unzipSync } from 'fflate';
import { decode } from 'iconv-lite';
import { openDbf } from 'shapefile';
import { expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measure/measures.ts';
import { City } from '../../src/city/city.ts';
import { rowFile, type RowFileAsked } from '../../src/city/ledger/row-file.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { readFiles } from '../../src/formats/index.ts';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';

const features = [
  parcel('A', rectangle(0, 0, 100, 100)),
  parcel('B', rectangle(200, 0, 100, 50)),
  parcel('C', rectangle(400, 0, 60, 50), { name: '北地块' }),
];
const read = readExchange('city.geojson', bytes(collection(...features)), {});
if (!read.ok) throw new Error(read.refusal.code);
const { land } = City.open(read.value.project)!;

const key = (id: string) => land.table('parcel').called(id)!;
const fields = (use: string) => ({ 用途: use, 季度: 2 });
const asked: Omit<RowFileAsked, 'format'> = {
  name: '计划宗地',
  parcelField: '宗地',
  rows: [
    { number: '2026-01', parcels: [key('A'), key('B')], areaM2: 15_000, fields: fields('工矿仓储用地') },
    { number: '2026-02', parcels: [key('C')], areaM2: 2995.5, fields: fields('商服用地') },
    { number: '2026-03', parcels: [999_999], areaM2: null, fields: fields('商服用地') },
  ],
};

/** To the hundredth, as a Shapefile has them. */
const measuredM2 = (id: string) => Number(areasOf(land.table('parcel').shape(key(id))!, 0).planeM2.toFixed(2));

const saved = async (format: RowFileAsked['format']) => {
  const made = await rowFile(land, { ...asked, format });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.file;
};

it('a Shapefile has number, use and parcel of every boundary, as another reader reads it', async () => {
  const file = await saved('shp');
  expect(file.name).toBe('计划宗地.zip');
  const parts = unzipSync(file.bytes);
  const dbf = await openDbf(parts['计划宗地.dbf'], { encoding: 'gbk' });
  const rows = [];
  for (let next = await dbf.read(); !next.done; next = await dbf.read()) rows.push(next.value);
  expect(rows).toMatchObject([
    { DKBH: '2026-01-1', DKYT: '工矿仓储用地', 季度: 2, 宗地: 'A' },
    { DKBH: '2026-01-2', DKYT: '工矿仓储用地', 季度: 2, 宗地: 'B' },
    { DKBH: '2026-02', DKYT: '商服用地', 季度: 2, 宗地: 'C' },
  ]);
  // A row of one parcel is as large as the row says; of several each as it is measured.
  expect(rows.map((row) => row?.DKMJ as number)).toEqual([measuredM2('A'), measuredM2('B'), 2995.5]);
});

it('a TXT has them in the lines of its plots', async () => {
  const lines = decode(Buffer.from((await saved('txt')).bytes), 'gbk').split(/\r?\n/);
  const plots = lines.filter((line) => line.endsWith(',@')).map((line) => line.split(','));
  expect(plots.map(([points, area, number, name, shape, , use]) => [points, area, number, name, shape, use])).toEqual([
    ['5', expect.stringMatching(/^(0\.99|1\.0)/), '2026-01-1', '', '面', '工矿仓储用地'],
    ['5', expect.stringMatching(/^0\.(49|50)/), '2026-01-2', '', '面', '工矿仓储用地'],
    ['5', '0.29955', '2026-02', '北地块', '面', '商服用地'],
  ]);
});

it('a TXT is read back by the reader of this house as the same land, with number and area', async () => {
  const file = await saved('txt');
  const back = await readFiles([file], {});
  if (!back.ok) throw new Error(back.refusal.code);
  const { records } = back.value.project.parcels;
  expect([...records].map(({ id, statedAreaM2 }) => [id, statedAreaM2])).toEqual([
    ['2026-01-1', measuredM2('A')],
    ['2026-01-2', measuredM2('B')],
    ['2026-02', 2995.5],
  ]);
  const again = City.open(back.value.project)!.land.table('parcel');
  const planeM2 = (id: string) => areasOf(again.shape(again.called(id)!)!, 0).planeM2;
  for (const [number, own] of [
    ['2026-01-1', 'A'],
    ['2026-01-2', 'B'],
    ['2026-02', 'C'],
  ])
    // prettier-ignore
    expect(planeM2(number)).toBeCloseTo(areasOf(land.table('parcel').shape(key(own))!, 0).planeM2, 1);
});

it('without any land there is nothing to write', async () => {
  const made = await rowFile(land, { ...asked, rows: [asked.rows[2]], format: 'txt' });
  expect(made).toMatchObject({ ok: false, refusal: { code: 'no-parcels' } });
});
