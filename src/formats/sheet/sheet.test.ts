import iconv from 'iconv-lite';
import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { NamedBytes, ReadOptions } from '../contract.ts';
import { file, gbk, plots, txtText, utf8, parcelFields } from '../test-files.ts';
import { readFiles, writeFiles, type Format } from '../index.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';
import type { Project } from '../../domain/land/model.ts';

async function read(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const result = await readFiles(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function refusal(...files: NamedBytes[]) {
  const result = await readFiles(files, {});
  return result.ok ? null : result.refusal;
}
async function write(format: Format, project: Parameters<typeof writeFiles>[1]) {
  const result = await writeFiles(format, project, { name: 'x' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files[0];
}
const shapes = ({ project: { parcels } }: Awaited<ReturnType<typeof read>>) =>
  parcels.records.map(({ id }, f) => ({
    id,
    rings:
      parcels.layer.ringStart[parcels.layer.partStart[f + 1]] - parcels.layer.ringStart[parcels.layer.partStart[f]],
    m2: Number(areasOf(parcels.layer, f).planeM2.toFixed(2)),
  }));
const codes = ({ notes }: { notes: readonly { code: string }[] }) => notes.map((n) => n.code);
const expected = plots.map(({ id, area, boxes }) => ({ id, rings: boxes.length, m2: area }));

/** As land offices print it: titles, facts of the parcel, a head of two rows, lengths between the points, a foot. */
const printed = `界址点成果表,,,,
宗地号：410100-7,,宗地名称：甲厂,,
宗地面积（平方米）：,5000.00,,,
序号,点号,坐标,,边长（m）
,,X（m）,Y（m）,
1,J1,3846900.125,38467900.500,
,,,,100.00
2,J2,3847000.125,38467900.500,
,,,,50.00
3,J3,3847000.125,38467950.500,
,,,,100.00
4,J4,3846900.125,38467950.500,
,,,,50.00
1,J1,3846900.125,38467900.500,
合计面积5000.00平方米,,,,
`;

describe('界址点成果表', () => {
  it('reads the printed form', async () => {
    const found = await read([file('a.csv', gbk(printed))], {
      fields: parcelFields({ 宗地号: 'id', 宗地名称: 'name', 宗地面积: 'statedAreaM2' }),
    });
    expect(shapes(found)).toEqual([{ id: '410100-7', rings: 1, m2: 5000 }]);
    expect(found.project.parcels.records.get(0)).toMatchObject({ name: '甲厂', statedAreaM2: 5000 });
    expect(found.crs).toEqual({ code: 'EPSG:4526', how: 'detected' });
    expect(codes(found)).toEqual(['encoding-guessed', 'rows-left-out']);
  });

  const rows = (tail: boolean, sep = ',', swap = false) =>
    [
      ['宗地号', '圈号', '点号', swap ? 'Y' : 'X', swap ? 'X' : 'Y', '权利人'].join(sep),
      ...plots.flatMap(({ id, boxes }) =>
        boxes.flatMap(([n, e, h, w], r) =>
          [[n, e], [n + h, e], [n + h, e + w], [n, e + w], ...(tail ? [[n, e]] : [])].map(([x, y], v) =>
            [
              v + r === 0 ? id : '',
              r + 1,
              `J${v + 1}`,
              x.toFixed(3),
              y.toFixed(3),
              v + r === 0 ? `"某公司\n${id}"` : '',
            ].join(sep),
          ),
        ),
      ),
    ].join('\n');

  it.each([
    ['comma', rows(true), 0],
    ['tab, rings left open', rows(false, '\t'), 0],
    ['semicolon', rows(true, ';'), 0],
    ['X that means the easting', rows(true, ',', true), 1],
  ])('reads several parcels with rings: %s', async (_, text, swapped) => {
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), new Uint8Array(iconv.encode(text, 'gb18030'))]) {
      const found = await read([file('a.csv', bytes)]);
      expect(shapes(found)).toEqual(expected);
      expect(found.project.parcels.records.get(1).extra).toMatchObject({ 权利人: '某公司\nA2' });
      expect(codes(found).filter((c) => c !== 'encoding-guessed')).toEqual(swapped ? ['axes-swapped'] : []);
    }
  });

  it('reads two columns of points side by side, and pages that repeat the head', async () => {
    const wide = `点号,X,Y,点号,X,Y\nJ1,3846900,38467900,J3,3847000,38467950\nJ2,3847000,38467900,J4,3846900,38467950\n`;
    expect(shapes(await read([file('a.csv', wide)]))).toEqual([{ id: '1', rings: 1, m2: 5000 }]);
    const paged = printed.replace('3,J3', '宗地号：410100-7,,,,\n序号,点号,坐标,,边长\n,,X,Y,\n3,J3');
    expect(shapes(await read([file('a.csv', paged)]))[0].m2).toBe(5000);
  });

  it('reads longitude and latitude, also in degrees, minutes and seconds', async () => {
    const english = 'id,point,lon,lat\nA,1,113.5,34.5\nA,2,113.51,34.5\nA,3,113.51,34.51\n';
    const dms = "宗地号,经度,纬度\nA,113°30′00″,34°30′0″\nA,\"113°30'36''\",34°30′0″\nA,113°30′36.00″,34°30′36″\n";
    const [a, b] = await Promise.all([english, dms].map(async (text) => read([file('a.csv', text)])));
    expect([...a.project.parcels.layer.lonLat]).toEqual([113.5, 34.5, 113.51, 34.5, 113.51, 34.51, 113.5, 34.5]);
    expect([...b.project.parcels.layer.lonLat]).toEqual([...a.project.parcels.layer.lonLat]);
    expect(a.crs).toEqual({ code: 'EPSG:4490', how: 'format-default' });
  });

  it('cut anywhere in its last ring, where the others close, is refused as cut', async () => {
    const rows = plots.flatMap(({ id, boxes }) =>
      boxes.slice(0, 1).flatMap(([north, east, height, width]) =>
        [[0, 0], [0, width], [height, width], [height, 0], [0, 0]].map(
          ([n, e], i) => `${id},J${i + 1},${(north + n).toFixed(3)},${(east + e).toFixed(3)}`,
        ),
      ),
    ); // prettier-ignore
    const table = ['地块编号,点号,X,Y', ...rows].join('\n');
    expect((await read([file('a.csv', table)])).project.parcels.records).toHaveLength(3);
    for (const cut of [6, table.length - table.lastIndexOf('\n')])
      expect(await refusal(file('a.csv', table.slice(0, -cut)))).toEqual({
        code: 'truncated',
        params: { name: 'a.csv', record: 3 },
      });
  });
  it('names the row it cannot read', async () => {
    const bad = printed.replace('3847000.125,38467950.500', '3847000.125,3846795O.500');
    expect(await refusal(file('a.csv', bad))).toMatchObject({
      code: 'bad-line',
      params: { line: 10, detail: 'number' },
    });
    expect(await refusal(file('a.csv', 'X,Y\n1,"2'))).toMatchObject({ code: 'bad-line', params: { detail: 'quotes' } });
  });
});

describe('workbooks', () => {
  it('returns through CSV and Excel with lengths, rings and fields', async () => {
    const source = await read([file('a.txt', gbk(txtText()))]);
    for (const format of ['csv', 'xlsx'] as const) {
      const back = await read([await write(format, source.project)]);
      expect(shapes(back)).toEqual(expected);
      expect([...(back.project.parcels.layer.surveyed?.eastNorth ?? [])].sort()).toEqual(
        [...(source.project.parcels.layer.surveyed?.eastNorth ?? [])].sort(),
      );
      if (format === 'xlsx')
        expect(back.project.parcels.records.map((r) => r.statedAreaM2)).toEqual(plots.map((p) => p.area));
    }
  });

  it('is read by another library as it was written', async () => {
    const { project } = await read([file('a.txt', gbk(txtText()))]);
    const sheets = await readExcel(Buffer.from((await write('xlsx', project)).bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['界址点成果表', '属性表']);
    expect(sheets[0].data.slice(0, 2)).toEqual([
      ['地块编号', '地块名称', '点号', '圈号', 'X', 'Y', '边长'],
      ['A1', '甲地块', 'J1', 1, 3846900.125, 38467900.5, 100],
    ]);
  });

  it('reads what another library wrote: numbers, texts, dates', async () => {
    const head = ['地块编号', 'X', 'Y', '批准日期', '备注'].map((value) => ({ value, type: String }));
    const day = { value: new Date('2024-02-29T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' } as const;
    const points = [
      [0, 0],
      [100, 0],
      [100, 50],
    ].map(([x, y]) => [
      { value: 'A', type: String },
      { value: 3846900.125 + x, type: Number },
      { value: 38467900.5 + y, type: Number },
      day,
      { value: '<&"’', type: String },
    ]);
    const bytes = await writeExcel([head, ...points]).toBuffer();
    const found = await read([file('a.xlsx', new Uint8Array(bytes))], {
      fields: parcelFields({ 地块编号: 'id', 批准日期: 'approvedOn' }),
    });
    expect(shapes(found)).toEqual([{ id: 'A', rings: 1, m2: 2500 }]);
    expect(found.project.parcels.records.get(0)).toMatchObject({ approvedOn: '2024-02-29', extra: { 备注: '<&"’' } });
  });

  it('refuses what is no workbook, an old one, and one that unpacks without end', async () => {
    expect(await refusal(file('a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)))).toMatchObject({ code: 'unsupported' });
    expect(await refusal(file('a.xlsx', zipSync({ 'xl/workbook.xml': utf8('<workbook/>') })))).toMatchObject({
      code: 'unknown-format',
    });
    expect(await refusal(file('a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0)))).toMatchObject({ code: 'truncated' });
    const book = (sheet: string) =>
      file(
        'a.xlsx',
        zipSync({
          'xl/workbook.xml': utf8('<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>'),
          'xl/_rels/workbook.xml.rels': utf8('<R><Relationship Id="a" Target="worksheets/s.xml"/></R>'),
          'xl/worksheets/s.xml': utf8(sheet),
        }),
      );
    expect(await refusal(book('<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'))).toMatchObject({
      code: 'too-large',
    });
    expect(await refusal(book('<worksheet><row r="99999999999"><c><v>1</v></c></row></worksheet>'))).toMatchObject({
      code: 'too-large',
    });
    expect(await refusal(book('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'))).toMatchObject({
      code: 'not-xml',
    });
  });
});

it('more points than a sheet has rows are refused, and not cut off', async () => {
  const ring = Array.from({ length: 600_000 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 600_000;
    return [113.6 + 0.01 * Math.cos(angle), 34.7 + 0.01 * Math.sin(angle)];
  });
  const project: Project = {
    parks: [],
    parcels: { records: arrayRecords([{ id: 'A' }, { id: 'B' }]), layer: buildLayer([[[ring]], [[ring]]]) },
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
  expect(await writeFiles('xlsx', project, { name: 'x' })).toMatchObject({
    refusal: { code: 'too-large', params: { where: 'x.xlsx', what: 'rows', most: 1_048_576 } },
  });
});

describe('attributes beside a file of boundaries', () => {
  const land = file('land.txt', gbk(txtText()));
  const table = '宗地档案,,\n地块编号,用途说明,亩均税收\nA1,厂房,12.5\nA3,=1+1,3\nB9,无,1\n';
  const fields = parcelFields({ 地块编号: 'id', 亩均税收: 'taxPerMuWan' });

  it('are joined by id, and what does not match is named both ways', async () => {
    const found = await read([file('t.csv', table), land], { fields });
    expect(found.format).toBe('txt');
    expect(found.project.parcels.records.map((r) => [r.taxPerMuWan, r.extra?.['用途说明']])).toEqual([
      [12.5, '厂房'],
      [undefined, undefined],
      [3, '=1+1'],
    ]);
    expect(found.notes.slice(-3)).toEqual([
      { code: 'joined', params: { name: 't.csv', key: '地块编号', count: 2 } },
      { code: 'join-rows-left', params: { name: 't.csv', count: 1, ids: 'B9' } },
      { code: 'join-parcels-left', params: { name: 't.csv', count: 1, ids: 'A2' } },
    ]);
  });

  it('are refused alone, and where nothing matches', async () => {
    expect(await refusal(file('t.csv', table))).toMatchObject({ code: 'no-boundaries', params: { name: 't.csv' } });
    expect(await refusal(land, file('t.csv', 'id,a\nX,1\n'))).toMatchObject({ code: 'nothing-joined' });
    const twice = await read([land, file('t.csv', 'id,a\nA1,1\nA1,2\n')]);
    expect([...twice.project.parcels.records].find(({ id }) => id === 'A1')?.extra?.a).toBe('1');
    expect(twice.notes).toContainEqual({ code: 'join-rows-twice', params: { name: 't.csv', count: 1, ids: 'A1' } });
  });
});

it('keeps a spreadsheet from computing texts, and reads them back as they were', async () => {
  const { project } = await read([file('a.txt', txtText().replace('甲地块', '=cmd|x'))]);
  const bytes = (await write('csv', project)).bytes;
  expect(new TextDecoder().decode(bytes)).toContain("A1,'=cmd|x,J1");
  const back = await read([file('x.csv', bytes)]);
  expect(back.project.parcels.records.get(0).name).toBe('=cmd|x');
});

describe('shapes in words (WKT)', () => {
  /** As `ogr2ogr -f CSV -lco GEOMETRY=AS_WKT -t_srs EPSG:4547` writes it. */
  const table = [
    'WKT,宗地号,name,宗地面积',
    '"POLYGON ((467900.5 3846900.125,467950.5 3846900.125,467950.5 3847000.125,467900.5 3847000.125,467900.5 3846900.125))",410100-7,甲厂,5000.00',
    ',410100-8,,',
    '"MULTIPOLYGON (((468000 3846900,468010 3846900,468010 3846910,468000 3846900)),((468020 3846900,468030 3846900,468030 3846910,468020 3846900)))",410100-9,,',
  ].join('\r\n');
  const fields = parcelFields({ 宗地号: 'id', 宗地面积: 'statedAreaM2' });

  it('are parcels with what stands beside them; a row without one has no boundary', async () => {
    const { project, crs } = await read([file('a.csv', table)], { epsg: 4547, fields });
    expect(crs).toEqual({ code: 'EPSG:4547', how: 'option' });
    expect(project.parcels.records.map(({ id, name, statedAreaM2 }) => [id, name, statedAreaM2])).toEqual([
      ['410100-7', '甲厂', 5000],
      ['410100-8', undefined, undefined],
      ['410100-9', undefined, undefined],
    ]);
    const { layer } = project.parcels;
    expect([0, 2].map((f) => areasOf(layer, f).planeM2)).toEqual([5000, 100]);
    expect(layer.partStart).toEqual(Uint32Array.of(0, 1, 1, 3));
  });
  it('say their own coordinates by an SRID, the same in all', async () => {
    const stated = table.replaceAll('"POLY', '"SRID=4547;POLY').replaceAll('"MULTI', '"SRID=4547;MULTI');
    expect((await read([file('a.csv', stated)], { fields })).crs).toEqual({ code: 'EPSG:4547', how: 'declared' });
    const mixed = await refusal(file('a.csv', stated.replace('SRID=4547;MULTI', 'SRID=4548;MULTI')));
    expect(mixed).toMatchObject({ code: 'damaged', params: { detail: 'several-srids' } });
  });
  it('are refused with the row that cannot be read', async () => {
    const cut = table.replace('468030 3846910,468020 3846900)))', '468030 38469');
    expect(await refusal(file('a.csv', cut))).toMatchObject({
      code: 'damaged',
      params: { where: '#3', detail: 'wkt' },
    });
    const points = table.replace(/"MULTI.*"/, 'POINT (1 2)');
    const { project, notes } = await read([file('a.csv', points)], { fields, epsg: 4547 });
    expect(project.parcels.layer.partStart).toEqual(Uint32Array.of(0, 1, 1, 1));
    expect(notes).toContainEqual({ code: 'boundary-other', params: { count: 1, ids: project.parcels.records.get(2).id, types: 'Point' } }); // prettier-ignore
  });
  it('are told by the name of their column, whatever stands between the columns', async () => {
    const ring = '((113.6 34.7,113.601 34.7,113.601 34.701,113.6 34.7))';
    for (const sign of [';', '\t', '|']) {
      const text = [`"geom"${sign}id`, `POLYGON${ring}${sign}A`, `POLYGON${ring}${sign}B`].join('\n');
      const { project } = await read([file('a.csv', text)]);
      expect(project.parcels.records.map(({ id }) => id)).toEqual(['A', 'B']);
    }
  });
  it('are read in hexadecimal WKB, as PostGIS prints them (here by GDAL, with the SRID in the head)', async () => {
    const hex =
      '01060000208a11000001000000010300000001000000040000006666666666665C409A999999995941405839B4C876665C40' +
      '9A999999995941405839B4C876665C407D3F355EBA5941406666666666665C409A99999999594140';
    const { project, crs } = await read([file('a.csv', `id,geom\nA,${hex}\nB,`)]);
    expect(crs).toEqual({ code: 'EPSG:4490', how: 'declared' });
    expect(toMultiPolygon(project.parcels.layer, 0)).toEqual([
      [[[113.6, 34.7], [113.601, 34.7], [113.601, 34.701], [113.6, 34.7]]], // prettier-ignore
    ]);
    expect(await refusal(file('a.csv', `id,geom\nA,${hex.slice(0, -16)}`))).toMatchObject({
      code: 'damaged',
      params: { where: '#1' },
    });
  });
  it('with a number beyond all bounds are refused for it, though the coordinates are told by the first number', async () => {
    const text = 'WKT,id\n"POLYGON ((1e999 34.7,113.601 34.7,113.601 34.701,1e999 34.7))",A';
    expect(await refusal(file('a.csv', text))).toMatchObject({ code: 'bad-number', params: { where: '#1 (A)' } });
  });
});

it('a workbook or a drawing is known by its content, whatever its name', async () => {
  const written = await writeFiles('xlsx', (await read([file('a.txt', gbk(txtText()))])).project, { name: 'x' });
  if (!written.ok) throw new Error(written.refusal.code);
  expect((await read([file('a.csv', written.value.files[0].bytes)])).format).toBe('xlsx');
  const drawn = await writeFiles('dxf', (await read([file('a.txt', gbk(txtText()))])).project, { name: 'x' });
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  expect((await read([file('a.csv', drawn.value.files[0].bytes)])).format).toBe('dxf');
});
