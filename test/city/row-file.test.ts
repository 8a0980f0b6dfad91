import { unzipSync } from 'fflate';
import { decode } from 'iconv-lite';
import { openDbf } from 'shapefile';
import { expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { rowFile, type RowFileAsked } from '../../src/city/ledger/row-file.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
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
    { number: '2026-01', parcels: [key('A'), key('B')], fields: fields('工矿仓储用地') },
    { number: '2026-02', parcels: [key('C'), 999_999], fields: fields('商服用地') },
    { number: '2026-03', parcels: [], fields: fields('商服用地') },
  ],
};

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
});

it('a TXT has them in the lines of its plots', async () => {
  const lines = decode(Buffer.from((await saved('txt')).bytes), 'gbk').split(/\r?\n/);
  const plots = lines.filter((line) => line.endsWith(',@')).map((line) => line.split(','));
  expect(plots.map(([points, , number, name, shape, , use]) => [points, number, name, shape, use])).toEqual([
    ['5', '2026-01-1', '', '面', '工矿仓储用地'],
    ['5', '2026-01-2', '', '面', '工矿仓储用地'],
    ['5', '2026-02', '北地块', '面', '商服用地'],
  ]);
});

it('without any land there is nothing to write', async () => {
  const made = await rowFile(land, { ...asked, rows: [asked.rows[2]], format: 'txt' });
  expect(made).toMatchObject({ ok: false, refusal: { code: 'no-parcels' } });
});
