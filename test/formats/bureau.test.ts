import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measure/measures.ts';
import type { ReadOptions } from '../../src/formats/contract.ts';
import { readFiles } from '../../src/formats/index.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { packNamed } from '../../src/workers/policy-packs.ts';

/** With the dictionary that the command and the page read by. */
const { fields } = packNamed('zhengzhou-draft');

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`bureau/${name}`, import.meta.url)));

const resultOf = (name: string, content: Uint8Array | string = bytesOf(name), options: ReadOptions = {}) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFiles([{ name, bytes }], { fields, ...options });
};

async function read(name: string, content?: Uint8Array | string, options?: ReadOptions) {
  const result = await resultOf(name, content, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { records, layer } = result.value.project.parcels;
  return {
    parcels: records.map(({ id, name: called, statedAreaM2 }, row) => ({
      id,
      called,
      statedAreaM2,
      m2: Number(areasOf(layer, row).planeM2.toFixed(2)),
    })),
    codes: result.value.notes.map(({ code }) => code),
  };
}

describe('a file without parcels', () => {
  const golden = gunzipSync(readFileSync(new URL('golden/gdal-points.gpkg.gz', import.meta.url)));
  const kml = (...shapes: string[]) => `<kml><Document>${shapes.map((shape) => `<Placemark>${shape}</Placemark>`).join('')}</Document></kml>`; // prettier-ignore
  const feature = (type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: {},
    geometry: { type, coordinates },
  });
  const point = '<Point><coordinates>113,34</coordinates></Point>';
  const line = '<LineString><coordinates>113,34 113,35</coordinates></LineString>';

  it.each([
    ['GeoPackage', 'a.gpkg', golden, 'not-polygons', '3 个点、1 条线', '3 points, 1 line'],
    [
      'KML',
      'a.kml',
      kml(point, line, line, ''),
      'no-parcels',
      '2 条线、1 个点、1 个没有图形的地标',
      '2 lines, 1 point, 1 placemark without a shape',
    ],
    [
      'TXT',
      'a.txt',
      '[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n',
      'no-parcels',
      '3 行文字或数字',
      '3 rows of words or figures',
    ],
    ['table', 'a.csv', '甲,乙\n1,2\n3,4\n', 'no-boundaries', '3 行文字或数字', '3 rows of words or figures'],
  ] as const)('says what it holds instead: %s', async (_, name, content, code, zh, en) => {
    const refusal = await refusalOf(name, typeof content === 'string' ? content : new Uint8Array(content));
    expect(refusal).toMatchObject({ code });
    expect(sayRefusal('zh', refusal!)).toContain(zh);
    expect(sayRefusal('en', refusal!)).toContain(en);
  });

  it('says it in a note where what it holds is kept', async () => {
    const features = [feature('Point', [113, 34]), feature('Point', [113, 35]), feature('LineString', [[113, 34], [113, 35]])]; // prettier-ignore
    const result = await resultOf('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    const note = result.ok ? result.value.notes.find(({ code }) => code === 'no-parcels-found') : undefined;
    expect(sayNote('zh', note!)).toContain('只有 2 个点、1 条线');
  });
});

it('a Shapefile of boundary points is parcels where columns say of which one a point is, and where in its boundary', async () => {
  // By GDAL, its points in no order at all.
  const golden = readFileSync(new URL('golden/gdal-boundary-points.shp.zip', import.meta.url));
  const found = await read('a.zip', new Uint8Array(golden));
  expect([...sizes(found)].sort()).toEqual([
    ['A', 30_000],
    ['B', 15_000],
  ]);
});

describe('a Shapefile with rows marked deleted', () => {
  it('has the parcels that GDAL 3.6.2 finds', async () => {
    const { parcels, codes } = await read('s03_deleted.shp.zip');
    expect(parcels.map(({ id, m2 }) => ({ id, m2 }))).toEqual([
      { id: 'A-1', m2: 30_000 },
      { id: 'A-2', m2: 15_000 },
    ]);
    expect(codes).toContain('rows-deleted');
    expect((await read('deleted-row-p.shp.zip')).parcels.map(({ id }) => id)).toEqual(['A', 'C']);
  });
});

/** Number and m² of each parcel. */
const sizes = ({ parcels }: Awaited<ReturnType<typeof read>>) => parcels.map(({ id, m2 }) => [id, m2] as const);
const refusalOf = async (name: string, content?: Uint8Array | string, options?: ReadOptions) => {
  const result = await resultOf(name, content, options);
  return result.ok ? null : result.refusal;
};

type Cells = readonly (string | number | null)[];
/** A workbook of sheets by their titles. */
const workbook = async (sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Uint8Array> => {
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((cells) => cells.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String }))), // prettier-ignore
  }));
  return new Uint8Array(await writeExcel(made as never).toBuffer());
};
/** Corners of a box on the plane as rows `before, X, Y`. */
const box = (east: number, width: number, before: Cells = [], north = 3_846_900): Cells[] =>
  [[0, 0], [150, 0], [150, width], [0, width]].map(([n, e], i) => [...before, `J${i + 1}`, north + n, east + e]); // prettier-ignore
const points = ['点号', 'X', 'Y'];

describe('sheets of a workbook', () => {
  it('that say of themselves that they are visible are read', async () => {
    const { parcels } = await read('xlsx_openpyxl_state_visible.xlsx');
    expect(parcels).toEqual([{ id: 'A-1', called: undefined, statedAreaM2: 30_000, m2: 30_000 }]);
  });

  it('whose heading says 亩 state their area in it', async () => {
    const { parcels, codes } = await read('xlsx_stated_area_mu_header.xlsx');
    expect(parcels).toMatchObject([{ id: 'A-1', m2: 30_000 }]);
    expect(parcels[0].statedAreaM2).toBeCloseTo(33_333.33, 2);
    expect(codes).toContain('stated-area-differs');
  });

  it('with a parcel each are all read, each parcel called like its sheet', async () => {
    expect(sizes(await read('xlsx_two_sheets_two_parcels.xlsx'))).toEqual([
      ['一号地块', 30_000],
      ['二号地块', 15_000],
    ]);
    const numbered = { 地块一: [['宗地号：B-1'], points, ...box(38_467_900, 200)], 地块二: [['宗地号：B-2'], points, ...box(38_468_200, 100)] }; // prettier-ignore
    expect(sizes(await read('a.xlsx', await workbook(numbered)))).toEqual([
      ['B-1', 30_000],
      ['B-2', 15_000],
    ]);
  });

  it.each([
    [
      'the same number',
      [['宗地号：B-1'], points, ...box(38_467_900, 200)],
      [['宗地号：B-1'], points, ...box(38_468_200, 100)],
    ],
    ['the same land', [points, ...box(38_467_900, 200)], [points, ...box(38_467_905, 200, [], 3_846_903)]],
    ['another zone', [points, ...box(38_467_900, 200)], [points, ...box(37_468_200, 200)]],
  ] as const)('with %s are one or the other, which is asked', async (_, one, two) => {
    const bytes = await workbook({ '2000坐标': one, '80坐标': two });
    expect(await refusalOf('a.xlsx', bytes)).toMatchObject({ code: 'several-layers', choices: ['2000坐标', '80坐标'] });
    expect(sizes(await read('a.xlsx', bytes, { layer: '2000坐标' }))).toHaveLength(1);
    expect(await refusalOf('a.xlsx', bytes, { layer: '54坐标' })).toMatchObject({ code: 'several-layers' });
  });

  it('of fields are put to the parcels, whichever sheet they stand in; one that says nothing of them is named', async () => {
    const { parcels, codes } = await read(
      'a.xlsx',
      await workbook({
        说明: [
          ['测量单位', '某测绘院'],
          ['日期', '2026年'],
        ],
        坐标: [['地块编号', ...points], ...box(38_467_900, 200, ['A'])],
        属性: [
          ['地块编号', '地块名称'],
          ['A', '甲'],
          ['合计', '1 宗'],
        ],
      }),
    );
    expect(parcels).toMatchObject([{ id: 'A', called: '甲', m2: 30_000 }]);
    expect(codes).toEqual(expect.arrayContaining(['joined', 'layers-left-out', 'totals-left-out']));
    expect(codes).not.toContain('join-rows-left');
  });
});

describe('headings', () => {
  it('of two lines, with cells merged over both and over several columns', async () => {
    const found = await read('xlsx_merged_two_row_header.xlsx');
    expect(sizes(found)).toEqual([
      ['A-1', 30_000],
      ['A-2', 15_000],
    ]);
    expect(found.parcels.map(({ called }) => called)).toEqual(['一号', '二号']);
  });

  it('repeated on the next page, in two lines again, with blank rows and sums between', async () => {
    const head = ['地块编号,地块名称,点号,坐标,,备注', ',,,X（m）,Y（m）,'];
    const plot = (id: string, east: number) => box(east, 100, [id, `${id}号`]).map((cells) => `${cells.join(',')},`);
    const text = [...head, ...plot('A', 38_467_900), '小计,,,,,', ',,,,,', ...head, ...plot('B', 38_468_200), '合计（2宗）,,,30000,,'].join('\n'); // prettier-ignore
    const found = await read('a.csv', text);
    expect(found.parcels).toMatchObject([
      { id: 'A', called: 'A号', m2: 15_000 },
      { id: 'B', called: 'B号', m2: 15_000 },
    ]);
    expect(found.codes).toContain('totals-left-out');
  });

  it('and figures in full width', async () => {
    const wide = (text: string) => text.replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const rows = box(38_467_900, 200, ['Ａ－１']).map(([id, point, x, y]) => [
      id,
      point,
      wide(`${x}.000`),
      wide(`${y}.000`),
    ]);
    const found = await read(
      'a.csv',
      [['地块编号', '点号', 'Ｘ（ｍ）', 'Ｙ【ｍ】'], ...rows].map((r) => r.join(',')).join('\n'),
    );
    expect(sizes(found)).toEqual([['Ａ－１', 30_000]]);
  });
});

describe('points in one cell', () => {
  const corners = [[3_846_900, 38_467_900], [3_847_050, 38_467_900], [3_847_050, 38_468_100], [3_846_900, 38_468_100]] as const; // prettier-ignore
  it.each([
    ['x,y;x,y', corners.map((p) => p.join(',')).join(';')],
    ['full width', corners.map((p) => `（${p.join('，')}）`).join('；')],
    ['y,x with the first again', [...corners, corners[0]].map(([x, y]) => `${y},${x}`).join(';')],
    ['names of points', corners.map((p, i) => `J${i + 1}(${p.join(',')})`).join('、')],
    ['blanks between', corners.map((p) => p.join(' ')).join(',')],
    ['one row of figures', corners.flat().join(',')],
    ['a line each', corners.map((p) => p.join(',')).join('\n')],
  ])('as %s', async (_, list) => {
    const found = await read('a.csv', `地块编号,地块名称,四至坐标\nA,甲,"${list}"\n合计,1,\n`);
    expect(found.parcels).toEqual([{ id: 'A', called: '甲', statedAreaM2: undefined, m2: 30_000 }]);
  });

  it('of degrees in either order, and a cell that is none', async () => {
    const lonLat = ['113.649430489,34.749871048', '113.651614687,34.749877316', '113.651609009,34.751229422', '113.649424776,34.751223153']; // prettier-ignore
    const turned = lonLat.map((pair) => pair.split(',').reverse().join(','));
    for (const list of [lonLat, turned])
      expect((await read('a.csv', `编号,坐标\nA,"${list.join(';')}"\n`)).parcels[0].m2).toBeCloseTo(30_000, 1);
    const bad = `编号,坐标\nA,"${lonLat.join(';')}"\nB,待测\n`;
    expect(await refusalOf('a.csv', bad)).toMatchObject({
      code: 'bad-line',
      params: { line: 3, detail: 'point-list' },
    });
  });
});

describe('degrees that may be 度.分秒', () => {
  /** 113°38′30″–37.5″ E, 34°45′00″–04.8″ N, as the figures 113.38300 and as decimals. */
  const table = (head: string, rows: readonly string[]) => `地块编号,点号,${head}\n${rows.map((row, i) => `A,J${i + 1},${row}`).join('\n')}\n`; // prettier-ignore
  const packed = ['113.38300,34.45000', '113.38375,34.45000', '113.38375,34.45048', '113.38300,34.45048'];
  const decimal = ['113.641666667,34.75', '113.64375,34.75', '113.64375,34.751333333', '113.641666667,34.751333333'];

  it('are asked for, with both readings, and never read as decimals unsaid', async () => {
    expect(await refusalOf('a.csv', table('经度,纬度', packed))).toMatchObject({
      code: 'degrees-ambiguous',
      params: { value: '113.38300', packed: '113°38′30.0″' },
      choices: ['dms', 'decimal'],
    });
  });

  it('are asked for where a sheet has dropped the zeros at their end, in some figures or in all', async () => {
    const dropped = ['113.401,34.451', '113.402,34.451', '113.402,34.452', '113.401,34.452'];
    for (const [rows, value, spelled] of [
      [packed.map((row) => row.replace(/0+(?=,|$)/g, '')), '113.383', '113°38′30″'],
      [dropped, '113.401', '113°40′10″'],
      [dropped.map((row) => row.replace('113.401', '113').replace('34.451', '34.4501')), '113', '113°00′00″'],
    ] as const) {
      const params = { value, packed: spelled };
      expect(await refusalOf('a.csv', table('经度,纬度', rows))).toMatchObject({ code: 'degrees-ambiguous', params });
    }
    // 60 seconds and more rule it out.
    const plain = dropped.map((row) => row.replace('34.452', '34.457'));
    const { m2 } = (await read('a.csv', table('经度,纬度', plain))).parcels[0];
    expect(m2).toBeGreaterThan(60_000);
  });

  it('are read as they are said to be: by the one who asks, by the heading, by their digits', async () => {
    const right = (await read('a.csv', table('经度,纬度', decimal))).parcels[0].m2;
    const told = await read('a.csv', table('经度,纬度', packed), { degrees: 'dms' });
    expect(told.parcels[0].m2).toBeCloseTo(right, 0);
    expect(told.codes).toContain('degrees-packed');
    for (const head of ['经度(DD.MMSS),纬度(DD.MMSS)', '经度（度.分秒）,纬度（度.分秒）'])
      expect((await read('a.csv', table(head, packed))).parcels[0].m2).toBeCloseTo(right, 0);
    const asDecimals = (await read('a.csv', table('经度,纬度', packed), { degrees: 'decimal' })).parcels[0].m2;
    expect((await read('a.csv', table('经度(°),纬度(°)', packed))).parcels[0].m2).toBe(asDecimals);
    expect(asDecimals).toBeLessThan(right / 5);
    // Said to be 度.分秒, and no minute.
    expect(await refusalOf('a.csv', table('经度,纬度', decimal), { degrees: 'dms' })).toMatchObject({
      code: 'bad-line',
      params: { detail: 'dms' },
    });
  });
});

describe('points and nothing else', () => {
  it('of a CASS coordinate file, east before north, are a parcel where their order bounds one', async () => {
    const rows = box(38_467_900, 200).map(([, x, y], i) => `${i + 1},,${y},${x},85.${i}`);
    for (const name of ['a.dat', 'a.txt', 'a.csv']) {
      const found = await read(name, `${rows.join('\r\n')}\r\n`);
      expect(sizes(found)).toEqual([['1', 30_000]]);
      expect(found.codes).toContain('points-in-row-order');
    }
    const crossing = [rows[0], rows[2], rows[1], rows[3]];
    expect(await refusalOf('a.dat', `${crossing.join('\n')}\n`)).toMatchObject({
      code: 'points-only',
      params: { count: 4 },
    });
  });

  it('are joined by the number of their parcel and their 序号, in whatever rows', async () => {
    const rows = [...box(38_467_900, 200), ...box(38_468_200, 100)].map(([, x, y], i) => `${i < 4 ? 'A' : 'B'},${(i % 4) + 1},${x},${y}`); // prettier-ignore
    const mixed = [5, 2, 7, 0, 3, 6, 1, 4].map((i) => rows[i]);
    const found = await read('a.csv', `地块编号,序号,X,Y\n${mixed.join('\n')}\n`);
    expect([...sizes(found)].sort()).toEqual([
      ['A', 30_000],
      ['B', 15_000],
    ]);
  });

  it('each with a name of its own are places: what is missing is said', async () => {
    const rows = box(38_467_900, 200).map(([, x, y], i) => `控制点${i},${x},${y}`);
    expect(await refusalOf('a.csv', `地块编号,X,Y\n${rows.join('\n')}\n`)).toMatchObject({ code: 'points-only' });
  });
});

it('a closing point of a TXT under another 圈号 closes its ring, and that is said', async () => {
  const found = await read('t01_closing_ring3.txt');
  expect(found.parcels.map(({ m2 }) => m2)).toEqual([30_000, 15_000]);
  expect(found.codes).toContain('closing-ring-number');
  expect(found.codes).not.toContain('ring-closed');
});

it('the same in a table', async () => {
  const rows = [...box(38_467_900, 200), ['J1', 3_846_900, 38_467_900]].map(([point, x, y], i) => `A,${i < 4 ? 1 : 3},${point},${x},${y}`); // prettier-ignore
  const found = await read('a.csv', `地块编号,圈号,点号,X,Y\n${rows.join('\n')}\n`);
  expect(sizes(found)).toEqual([['A', 30_000]]);
  expect(found.codes).toContain('closing-ring-number');
});

describe('the HTML table that ArcGIS writes into a KML', () => {
  it('holds the fields of the parcel', async () => {
    const { parcels } = await read('k03_html_table.kml');
    expect(parcels).toEqual([{ id: 'ZD-07', called: '七号地', statedAreaM2: 30_000, m2: 30_000 }]);
  });

  it('also inside another under a title, its cells unclosed, with entities, beside a label that says something', async () => {
    const kml = new TextDecoder().decode(bytesOf('k03_html_table.kml'));
    const nested =
      '<html><table><tr bgcolor="#9CBCE2"><td>七号地</td></tr><tr><td><table><tr><td>DKBH<td>ZD-07<tr bgcolor="#D4E4F3">' +
      '<td>权利人</td><td>甲 &amp; 乙&#26041;</td></tr><tr><td>备注</td><td>&lt;空&gt;</td></tr></table></td></tr></table></html>';
    const text = kml.replace(/<html>.*<\/html>/s, nested).replace('<name>0</name>', '<name>北地</name>');
    const result = await resultOf('a.kml', text);
    expect(result.ok && [...result.value.project.parcels.records]).toEqual([
      { id: 'ZD-07', name: '北地', extra: { 权利人: '甲 & 乙方' } },
    ]);
  });

  it('is no table where a description only speaks of one', async () => {
    const kml = new TextDecoder().decode(bytesOf('k03_html_table.kml'));
    const result = await resultOf('a.kml', kml.replace(/<html>.*<\/html>/s, '见 <table> 一节'));
    expect(result.ok && result.value.project.parcels.records.get(0).extra).toEqual({ description: '见 <table> 一节' });
  });
});
