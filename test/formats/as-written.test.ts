import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { Parcel, Project } from '../../src/domain/land/model.ts';
import type { FileNote, NamedBytes } from '../../src/formats/contract.ts';
import { file, gbk, txtText } from '../../src/formats/test-files.ts';
import { readFiles, writeFiles, type Format } from '../../src/formats/index.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { zoneCrs } from '../../src/domain/geodesy/zones.ts';
import { planeSource } from '../../src/formats/crs/source.ts';
import { declaredWkt, prjOf } from '../../src/formats/shp/prj.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { readPack } from '../policy/cases.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';

const pack = readPack('zhengzhou-draft');
const { fields, landClasses } = pack;
const names = { ...labelsOf(pack), landClasses };

async function read(...files: readonly NamedBytes[]) {
  const result = await readFiles(files, { fields, landClasses });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
/** About 30 000 m². */
const outline = (at: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [113.65 + at, 34.75],
      [113.652186 + at, 34.75],
      [113.652186 + at, 34.751352],
      [113.65 + at, 34.751352],
      [113.65 + at, 34.75],
    ],
  ],
});
const feature = (properties: object, i = 0) => ({ type: 'Feature', properties, geometry: outline(i / 100) });
const geojson = (...records: object[]) =>
  file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features: records.map(feature) }));
const parcels = async (...records: object[]) => (await read(geojson(...records))).project.parcels.records;
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

describe('an odd field never refuses its file', () => {
  const odd = {
    kind: 'parcel',
    id: 'A',
    landClass: { code: '100101' },
    statedAreaM2: '30,000.5',
    landUseTermYears: '５０',
    suppliedOn: '2026年1月18日',
    approvedOn: '20260118',
    agreedStart: '2026/1/18',
    startedOn: '2026-1-18',
    stoppedOn: '去年',
    developedShare: '35%',
    investedShare: 35,
    planYear: '2026年',
    status: '已供',
  };

  it('is read, with a note where it is written in an unusual way, or unknown, with a note', async () => {
    const { project, notes } = await read(geojson(odd, { kind: 'parcel', id: 'B', stoppedOn: '去年' }));
    expect(project.parcels.records.get(0)).toEqual({
      id: 'A',
      landClass: { system: 'planning-guide-2023', code: '100101' },
      statedAreaM2: 30_000.5,
      landUseTermYears: 50,
      suppliedOn: '2026-01-18',
      approvedOn: '2026-01-18',
      agreedStart: '2026-01-18',
      startedOn: '2026-01-18',
      developedShare: 0.35,
      planYear: 2026,
      extra: { stoppedOn原文: '去年', investedShare原文: 35, status原文: '已供' },
    });
    const unread = notes.filter(({ code }) => code === 'field-not-understood').map(({ params: p }) => p);
    expect(unread).toEqual([
      { kind: 'parcel', column: 'stoppedOn', field: 'stoppedOn', value: '"去年"', count: 2, row: 1 },
      { kind: 'parcel', column: 'investedShare', field: 'investedShare', value: '35', count: 1, row: 1 },
      { kind: 'parcel', column: 'status', field: 'status', value: '"已供"', count: 1, row: 1 },
    ]);
    const otherwise = notes.filter(({ code }) => code === 'field-read-as');
    expect(otherwise.map(({ params: p }) => [p.field, p.value, p.read])).toContainEqual([
      'suppliedOn',
      '"2026年1月18日"',
      '"2026-01-18"',
    ]);
    expect(otherwise).toHaveLength(9);
  });

  it('and is said in the words of the pack', async () => {
    const unit = { id: 'U', use: 'x', floorAreaM2: '3000平方米' };
    const { notes } = await read(
      geojson(
        { 地块编号: 'A', conditions: { far: '≥1.0且≤1.8', green: '很高' } },
        { kind: 'parcel', id: 'B', landClass: { code: 'M1' }, plannedFar: '≥2', conditions: { far: { min: 1.5 } } },
        { kind: 'building', id: 'B', units: [unit], storeys: 1e9 },
      ),
    );
    const said = (language: 'zh' | 'en') => notes.map((note) => sayNote(language, note, names)).join('\n');
    for (const words of ['读作 GB 50137—2011 M1 一类工业用地', '已读作“单元面积”：如第 3 条记录的“3000平方米”读作 3,000 m²', '建筑 B 的地上层数填的是 1,000,000,000', '“很高”（1 处，首见于第 1 条记录）不是“绿地率”', '前者“≥2”，后者 ≥ 1.5']) expect(said('zh')).toContain(words); // prettier-ignore
    for (const words of ['is GB 50137-2011 M1', 'storeys of building B is 1,000,000,000', 'is nothing "green ratio" can be read from', 'the second ≥ 1.5']) expect(said('en')).toContain(words); // prettier-ignore
    const codes = /landClass|floorAreaM2|storeys 填|\{"|gb50137/;
    expect(said('zh').replace(/列“[^”]*”/g, '')).not.toMatch(codes);
  });

  it('and goes out as it came in, to be read the same again', async () => {
    const once = await read(geojson(odd));
    const written = await writeFiles('geojson', once.project, { name: 'a' });
    if (!written.ok) throw new Error(written.refusal.code);
    const again = await read(...written.value.files);
    expect([...again.project.parcels.records]).toEqual([...once.project.parcels.records]);
    expect(JSON.parse(new TextDecoder().decode(written.value.files[0].bytes))).toMatchObject({
      features: [{ properties: { stoppedOn原文: '去年', investedShare原文: 35 } }],
    });
  });

  it.each<[unknown, unknown]>([
    [{ code: 'M1' }, { system: 'gb50137-2011', code: 'M1' }],
    ['M1', { system: 'gb50137-2011', code: 'M1' }],
    [
      { system: 'gbt21010-2017', code: 601 },
      { system: 'gbt21010-2017', code: '601' },
    ],
    [{ code: '1001' }, undefined],
    [{ system: '某体系', code: 'M1' }, undefined],
    [{ system: 'gb50137-2011' }, undefined],
    [['M1'], undefined],
  ])('a land class %j is %j', async (landClass, meant) => {
    const [{ landClass: found, extra }] = await parcels({ kind: 'parcel', id: 'A', landClass });
    expect(found).toEqual(meant);
    if (meant === undefined) expect(extra).toEqual({ landClass原文: landClass });
  });

  it('units and leases without number, with the same one, or with an odd field', async () => {
    const units = [{ id: 'U', use: 'x', floorAreaM2: '300㎡' }, { id: 'U' }, { held: '是' }];
    const { project, notes } = await read(geojson({ kind: 'building', id: 'B', units }));
    expect(project.buildings.records.get(0).units).toEqual([
      { id: 'U', floorAreaM2: 300, extra: { use原文: 'x' } },
      { id: 'U-2' },
      { id: '3', held: true },
    ]);
    expect(codes(notes)).toEqual(['field-not-understood', 'field-read-as', 'number-given', 'ids-repeated']);
  });

  it.each<Format>(['geojson', 'ytp'])(
    'the unit a lease lets comes back from %s, as does one that names none',
    async (format) => {
      const leases = [
        { id: 'L1', buildingId: 'B', unitId: '101', floorAreaM2: 120.5 },
        { id: 'L2', unitId: 'gone' },
        { id: 'L3', sublet: false },
      ];
      const { project, notes } = await read(
        geojson({ kind: 'park', id: 'P', leases: [{ ...leases[0], floorAreaM2: '120.5㎡' }, leases[1], leases[2]] }),
      );
      expect([project.parks[0].leases, codes(notes)]).toEqual([leases, ['field-read-as']]);
      const written = await writeFiles(format, project, { name: 'a' });
      if (!written.ok) throw new Error(JSON.stringify(written.refusal));
      const again = await read(...written.value.files);
      expect(again.project.parks[0].leases).toEqual(leases);
    },
  );

  it('a list of another shape stays as it is', async () => {
    const [record] = (await read(geojson({ kind: 'building', id: 'B', units: 3, storeyHeightsM: [4, 'x'] }))).project
      .buildings.records;
    expect(record).toEqual({ id: 'B', extra: { units原文: 3, storeyHeightsM原文: [4, 'x'] } });
  });
});

describe('a number that occurs twice', () => {
  it('is read both times and told, in GeoJSON', async () => {
    const { project, notes } = await read(geojson({ 地块编号: 'A' }, { 地块编号: 'A' }, { 地块编号: 'A-2' }));
    expect([...project.parcels.records]).toEqual([
      { id: 'A' },
      { id: 'A-2', extra: { 原编号: 'A' } },
      { id: 'A-2-2', extra: { 原编号: 'A-2' } },
    ]);
    expect(notes).toContainEqual({ code: 'ids-repeated', params: { count: 2, ids: 'A → A-2, A-2 → A-2-2' } });
  });

  it('and in a 界址点 TXT', async () => {
    const { project, notes } = await read(file('a.txt', gbk(txtText().replace(/,[^,]*,([^,]*),面,/g, ',1,$1,面,'))));
    expect(project.parcels.records.map(({ id }) => id)).toEqual(['1', '1-2', '1-3']);
    expect(codes(notes)).toContain('ids-repeated');
  });

  it.each<Format>(['shp', 'gpkg', 'fgb', 'parquet', 'kml'])('and in %s', async (format) => {
    const { project } = await read(geojson({ 地块编号: 'A' }, { 地块编号: 'B' }));
    const records = project.parcels.records.map((record) => ({ ...record, id: 'A' }));
    const written = await writeFiles(
      format,
      { ...project, parcels: { ...project.parcels, records: arrayRecords<Parcel>(records) } },
      { name: 'a' },
    );
    if (!written.ok) throw new Error(written.refusal.code);
    const back = await read(...written.value.files);
    expect(back.project.parcels.records.map(({ id }) => id)).toEqual(['A', 'A-2']);
    expect(codes(back.notes)).toContain('ids-repeated');
  });
});

describe('stated areas in the unit of their heading', () => {
  it.each<[string, unknown, number]>([
    ['面积（亩）', 50, 33_333.333333],
    ['面积(公顷)', '3', 30_000],
    ['面积/㎡', 30_000, 30_000],
    ['用地面积（hm²）', '３', 30_000],
    ['土地面积（亩）', '45亩', 30_000],
    ['出让面积（平方米）', '30,000', 30_000],
    ['宗地面积 公顷', 3, 30_000],
    ['登记面积（万㎡）', 3, 30_000],
    ['批准面积', '3公顷', 30_000],
    ['面积m²（亩）', '30000.00（45.0000）', 30_000],
    ['m²（亩）', '30000.00（45.0000）', 30_000],
    ['亩', 45, 30_000],
  ])('%s: %j', async (heading, stated, m2) => {
    const { project, notes, columns } = await read(geojson({ 地块编号: 'A', [heading]: stated }));
    const [{ statedAreaM2, extra }] = project.parcels.records;
    expect([statedAreaM2, extra]).toEqual([m2, undefined]);
    expect(codes(notes)).not.toContain('area-units-disagree');
    expect(columns?.find(({ column }) => column === heading)?.field).toBe('statedAreaM2');
  });

  it('two figures of one cell are held against each other', async () => {
    const { project, notes } = await read(geojson({ '面积 m²（亩）': '30000.00（44.0000）' }));
    expect(project.parcels.records.get(0).statedAreaM2).toBe(30_000);
    expect(notes).toContainEqual({
      code: 'area-units-disagree',
      params: { column: '面积 m²（亩）', value: '"30000.00（44.0000）"', row: 1 },
    });
  });

  it('the registered one of several counts, and what is no known area is named', async () => {
    const { project, notes } = await read(
      geojson({ 用地面积: 31_000, Shape_Area: 29_999.24, 登记面积: 30_000, 图上面积: 29_998, 建筑面积: 12 }),
    );
    expect(project.parcels.records.get(0)).toEqual({
      id: '1',
      statedAreaM2: 30_000,
      floorAreaM2: 12,
      extra: { 用地面积: 31_000, Shape_Area: 29_999.24, 图上面积: 29_998 },
    });
    const left = notes.filter(({ code }) => code === 'area-column-left');
    expect(left.map(({ params }) => params.column)).toEqual(['Shape_Area', '图上面积']);
    expect(sayNote('zh', left[0])).toContain('列“Shape_Area”像是面积');
  });

  it('under 限高 a number alone is the most there may be, under 建筑高度 it is the height', async () => {
    const heightOf = async (heading: string) =>
      (await read(geojson({ 地块编号: 'A', [heading]: 24 }))).project.parcels.records.get(0).conditions?.heightM;
    expect(await heightOf('建筑限高')).toEqual({ max: 24 });
    expect(await heightOf('建筑高度')).toEqual({ min: 24, max: 24 });
  });

  it.each<Format>(['shp', 'gpkg', 'fgb', 'parquet', 'kml'])('in %s too', async (format) => {
    const { project } = await read(geojson({ 地块编号: 'A' }));
    const records = [{ id: 'A', extra: { 面积亩: 50, 绿地率: '≤20%', 限高: '不高于24米' } }];
    const written = await writeFiles(
      format,
      { ...project, parcels: { ...project.parcels, records: arrayRecords<Parcel>(records) } },
      { name: 'a' },
    );
    if (!written.ok) throw new Error(written.refusal.code);
    const [record] = (await read(...written.value.files)).project.parcels.records;
    expect(record.statedAreaM2).toBe(33_333.333333);
    expect(record.conditions).toEqual({ green: { max: 0.2 }, heightM: { max: 24 } });
  });

  it.each(['单位：公顷、万元', '（单位：公顷）,,', '计量单位: hm²'])(
    'from a line above the table: %s',
    async (line) => {
      const table = file('t.csv', `地块表\n${line}\n地块编号,面积,起始价\nA,3.0000,120\n`);
      const { project, columns } = await read(geojson({ 地块编号: 'A' }), table);
      expect(project.parcels.records.get(0)).toMatchObject({ statedAreaM2: 30_000, startPriceWan: 120 });
      expect(columns).toContainEqual({ kind: 'parcel', column: '面积（公顷）', field: 'statedAreaM2', unit: '公顷' });
    },
  );

  it('in a table beside the boundaries too', async () => {
    const table = file('t.csv', '地块编号,面积（亩）,建筑密度（%）,季度,出让年限\nA,"1,050.5",≤40,二季度,50年\n');
    const [record] = (await read(geojson({ 地块编号: 'A' }), table)).project.parcels.records;
    expect(record).toMatchObject({
      statedAreaM2: 700_333.333333,
      conditions: { density: { max: 0.4 } },
      supplyQuarter: 2,
      landUseTermYears: 50,
    });
  });
});

describe('planning conditions', () => {
  it('are read from the columns of a parcel table, and what cannot be read is kept and named', async () => {
    const { project, notes } = await read(
      geojson({
        地块编号: 'A',
        容积率: '≥0.7且≤1.8',
        绿地率: '≤20%',
        建筑密度: '≥35%且≤65%',
        建筑系数: '40%以上',
        建筑高度: '不高于24米',
        供应方式: '挂牌',
        供应时间: '第二季度',
        土地来源: '收储',
        起始价: '1,200万元',
        '保证金（元）': 2_400_000,
      }),
    );
    expect(project.parcels.records.get(0)).toEqual({
      id: 'A',
      plannedFar: '≥0.7且≤1.8',
      conditions: {
        far: { min: 0.7, max: 1.8 },
        green: { max: 0.2 },
        density: { min: 0.35, max: 0.65 },
        buildingCoefficient: { min: 0.4 },
        heightM: { max: 24 },
      },
      supplyMode: '挂牌',
      supplyQuarter: 2,
      landSource: '收储',
      startPriceWan: 1200,
      depositWan: 240,
      extra: { 供应时间: '第二季度' },
    });
    expect(codes(notes)).toEqual(['field-read-as']);
    const unclear = await read(geojson({ 容积率: '按规划条件', 绿地率: '适当' }));
    expect(unclear.project.parcels.records.get(0).extra).toEqual({ 容积率: '按规划条件', 绿地率: '适当' });
    expect(codes(unclear.notes)).toEqual(['field-not-understood', 'field-not-understood']);
  });

  it('are read out of one cell that has several, each by its name, or stay as they are', async () => {
    const written = '1.0＜容积率≤2.0，建筑密度≤30%，限高24米';
    const { project, notes } = await read(geojson({ 地块编号: 'A', 规划条件: written }));
    expect(project.parcels.records.get(0).conditions).toEqual({
      far: { min: 1, minExclusive: true, max: 2 },
      density: { max: 0.3 },
      heightM: { max: 24 },
    });
    expect(codes(notes)).not.toContain('field-not-understood');
    const vague = await read(geojson({ 地块编号: 'A', 规划条件: '容积率≥1.5，风貌协调' }));
    expect(vague.project.parcels.records.get(0).conditions).toBeUndefined();
    expect(vague.project.parcels.records.get(0).extra).toEqual({ 规划条件: '容积率≥1.5，风貌协调' });
  });

  it('numbered under the heading of one of them are all taken, and the cell is kept as it is written', async () => {
    const cell = '1.容积率1.5～2.5；2.建筑密度≤40%';
    for (const heading of ['容积率要求', '建筑密度'])
      expect(
        (await read(geojson({ 地块编号: 'A', [heading]: cell, 绿地率: '≤20%' }))).project.parcels.records.get(0),
      ).toMatchObject({
        conditions: { far: { min: 1.5, max: 2.5 }, density: { max: 0.4 }, green: { max: 0.2 } },
        extra: { [heading]: cell },
      });
    const unread = (
      await read(geojson({ 地块编号: 'A', 容积率要求: '1.容积率按规划；2.建筑密度≤40%' }))
    ).project.parcels.records.get(0);
    expect([unread.plannedFar, unread.conditions]).toEqual([undefined, undefined]);
  });

  it('under the heading of one of them give way to cells of their own, in any order of columns', async () => {
    const several = { 绿地率: '1.容积率1.5～2.5；2.建筑密度≤40%' };
    const own = { 建筑密度: '≤30%' };
    const found = async (columns: object) => (await read(geojson({ 地块编号: 'A', ...columns }))).project.parcels.records.get(0).conditions; // prettier-ignore
    for (const columns of [
      { ...several, ...own },
      { ...own, ...several },
    ])
      expect(await found(columns)).toEqual({ far: { min: 1.5, max: 2.5 }, density: { max: 0.3 } });
    expect(await found({ ...own, 规划条件: '容积率≥1.5' })).toEqual({ far: { min: 1.5 }, density: { max: 0.3 } });
  });

  it('pass through every format that holds fields', async () => {
    const conditions = {
      far: { min: 1.5, minExclusive: true, max: 2 },
      density: { min: 0.35, max: 0.65 },
      buildingCoefficient: { min: 0.4 },
      green: { max: 0.2, maxExclusive: true },
      heightM: { min: 12, max: 24 },
      ancillaryLand: { max: 0.07 },
      ancillaryFloor: { max: 0.15 },
      termYears: 50,
      parkingPer100M2: 0.5,
      industry: '电子',
    };
    const row = {
      landSource: '收储',
      supplyMode: '挂牌',
      supplyQuarter: 2,
      startPriceWan: 1200,
      depositWan: 240,
      delayCause: 'government',
      delayDays: 90,
      handedOverOn: '2025-03-01',
    };
    const { project } = await read(geojson({ kind: 'parcel', id: 'A', conditions, ...row }));
    for (const format of ['geojson', 'ytp', 'shp', 'gpkg', 'fgb', 'parquet', 'kml'] as const) {
      const written = await writeFiles(format, project, { name: 'a' });
      if (!written.ok) throw new Error(written.refusal.code);
      const back = await read(...written.value.files);
      expect([format, [...back.project.parcels.records]]).toEqual([format, [{ id: 'A', conditions, ...row }]]);
    }
  });
});

describe('a shape that is no simple area', () => {
  const [ring] = outline(0).coordinates;
  const of = (...features: object[]) => file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const shaped = (geometry: unknown, properties: object = { 地块编号: 'A' }) => ({
    type: 'Feature',
    properties,
    geometry,
  });
  const point = { type: 'Point', coordinates: ring[0] };
  const area = { type: 'Polygon', coordinates: [ring] };
  const line = { type: 'LineString', coordinates: ring };
  const partsOf = ({ layer }: Project['parcels']) => Array.from({ length: layer.size }, (_, f) => layer.partStart[f + 1] - layer.partStart[f]); // prettier-ignore
  /** But for copies, for all are drawn alike here, and what is asked of degrees without a datum. */
  const notesOf = (notes: readonly FileNote[]) =>
    notes.flatMap(({ code, params: { ids, count } }) =>
      code === 'duplicate-geometry' || code === 'datum-unsaid' ? [] : [[code, ids ?? count]],
    );

  it.each<[string, object[], string[], number[], [string, unknown][]]>([
    [
      'a collection with a plot',
      [shaped({ type: 'GeometryCollection', geometries: [area, point] }), shaped(area, { 地块编号: 'B' })],
      ['A', 'B'],
      [1, 1],
      [['collections-read', 'A']],
    ],
    [
      'a collection in a collection',
      [shaped({ type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [area] }] })],
      ['A'],
      [1],
      [],
    ],
    ['a closed line', [shaped(line)], ['A'], [1], [['lines-closed', 'A']]],
    [
      'closed lines of one record',
      [shaped({ type: 'MultiLineString', coordinates: [ring] })],
      ['A'],
      [1],
      [['lines-closed', 'A']],
    ],
    [
      'a closed line beside areas',
      [shaped(line), shaped(area, { 地块编号: 'B' })],
      ['B'],
      [1],
      [['other-geometry-kept', 1]],
    ],
    [
      'NULL with a number',
      [shaped(null), shaped(area, { 地块编号: 'B' })],
      ['A', 'B'],
      [0, 1],
      [['boundary-missing', 'A']],
    ],
    [
      'no geometry at all',
      [{ type: 'Feature', properties: { 地块编号: 'A' } }, shaped(area, { 地块编号: 'B' })],
      ['A', 'B'],
      [0, 1],
      [['boundary-missing', 'A']],
    ],
    [
      'EMPTY',
      [shaped({ type: 'MultiPolygon', coordinates: [[]] }), shaped(area, { 地块编号: 'B' })],
      ['A', 'B'],
      [0, 1],
      [['boundary-missing', 'A']],
    ],
    ['a point', [shaped(point), shaped(area, { 地块编号: 'B' })], ['B'], [1], [['other-geometry-kept', 1]]],
    [
      'a parcel drawn as a point',
      [shaped(point, { kind: 'parcel', id: 'A' }), shaped(area, { kind: 'parcel', id: 'B' })],
      ['A', 'B'],
      [0, 1],
      [['boundary-other', 'A']],
    ],
  ])('is read as far as it can be in GeoJSON: %s', async (_, features, ids, parts, notes) => {
    // prettier-ignore
    const read1 = await read(of(...features));
    expect(read1.project.parcels.records.map(({ id }) => id)).toEqual(ids);
    expect(partsOf(read1.project.parcels)).toEqual(parts);
    expect(notesOf(read1.notes)).toEqual(notes);
  });

  it('goes out as it came where it is kept', async () => {
    const { project } = await read(of(shaped(point, { kind: 'parcel', id: 'A' })));
    const written = await writeFiles('geojson', project, { name: 'a' });
    if (!written.ok) throw new Error(written.refusal.code);
    expect(JSON.parse(new TextDecoder().decode(written.value.files[0].bytes))).toMatchObject({
      features: [{ properties: { kind: 'parcel', id: 'A' }, geometry: point }],
    });
  });

  it('in a table of shapes in words', async () => {
    const text = ring.map((p) => p.join(' ')).join(',');
    const rows = [
      `A,"MULTISURFACE (CURVEPOLYGON ((${text})))"`,
      `B,POINT (113.65 34.75)`,
      `C,`,
      `D,"LINESTRING (${text})"`,
    ];
    const { project, notes } = await read(file('a.csv', ['地块编号,WKT', ...rows].join('\n')));
    expect(partsOf(project.parcels)).toEqual([1, 0, 0, 1]);
    expect(notesOf(notes)).toEqual([
      ['lines-closed', 'D'],
      ['boundary-missing', 'C'],
      ['boundary-other', 'B'],
    ]);
  });

  it('closed lines of a Shapefile', async () => {
    const { project } = await read(of(shaped(area), shaped(area, { 地块编号: 'B' })));
    const written = await writeFiles('shp', project, { name: 'a' });
    if (!written.ok) throw new Error(written.refusal.code);
    // A PolyLine is laid out as a Polygon: the types of the file and of its first record say which it is.
    const asLines = written.value.files.map(({ name, bytes }) => {
      if (!name.endsWith('.shp')) return { name, bytes };
      const copy = Uint8Array.from(bytes);
      copy[32] = copy[108] = 3;
      return { name, bytes: copy };
    });
    const back = await read(...asLines);
    expect(partsOf(back.project.parcels)).toEqual([1, 1]);
    expect(notesOf(back.notes)).toContainEqual(['lines-closed', 'A']);
  });

  const kml = (...placemarks: string[]) =>
    file('a.kml', `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.map((own, i) => `<Placemark><name>P${i}</name>${own}</Placemark>`).join('')}</Document></kml>`); // prettier-ignore
  const ringText = '113.65,34.75,0 113.651,34.75,0 113.651,34.751,0 113.65,34.75,0';
  const lineString = (text: string) => `<LineString><coordinates>${text}</coordinates></LineString>`;

  it('and of KML, where the file has no areas', async () => {
    const closed = lineString(ringText);
    const open = lineString('113.65,34.75 113.651,34.75 nonsense');
    const bare = `<LinearRing><coordinates>${ringText}</coordinates></LinearRing>`;
    const both = `<MultiGeometry>${closed}<Point><coordinates>113.65,34.75</coordinates></Point></MultiGeometry>`;
    const { project, notes } = await read(kml(closed, open, bare, both));
    expect(project.parcels.records.map(({ name }) => name)).toEqual(['P0', 'P2']);
    expect(partsOf(project.parcels)).toEqual([1, 1]);
    expect(notesOf(notes)).toContainEqual(['lines-closed', '1, 2']);
    expect(notes.find(({ code }) => code === 'other-geometry-left')?.params).toEqual({ count: 3 });
    const area = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ringText}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
    const withArea = await read(kml(closed, area));
    expect(withArea.project.parcels.records.map(({ name }) => name)).toEqual(['P1']);
    const refused = await readFiles([kml(open, both)], {});
    expect(refused).toMatchObject({ refusal: { code: 'no-parcels', params: { found: 'line:2 point:1' } } });
  });

  it('and as ArcGIS writes JSON', async () => {
    const hole = [[113.6505, 34.7505], [113.651, 34.7505], [113.651, 34.751], [113.6505, 34.751]]; // prettier-ignore
    const esri = {
      geometryType: 'esriGeometryPolygon',
      spatialReference: { wkid: 4490, latestWkid: 4490 },
      fields: [
        { name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' },
        { name: 'F1', type: 'esriFieldTypeString', alias: '地块编号' },
        { name: 'F2', type: 'esriFieldTypeDate', alias: '供应日期' },
        { name: 'MJ_MU', type: 'esriFieldTypeDouble', alias: '面积（亩）' },
      ],
      features: [
        {
          attributes: { OBJECTID: 1, F1: 'A', F2: Date.UTC(2026, 0, 17, 16), MJ_MU: 45 },
          geometry: { rings: [ring, hole] },
        },
        { attributes: { OBJECTID: 2, F1: 'B' }, geometry: null },
      ],
    };
    const { project, crs, notes } = await read(file('a.json', JSON.stringify(esri)));
    expect(crs).toEqual({ code: 'EPSG:4490', how: 'declared' });
    expect(project.parcels.records.get(0)).toMatchObject({ id: 'A', suppliedOn: '2026-01-18', statedAreaM2: 30_000 });
    expect([...project.parcels.layer.ringStart]).toEqual([0, 2]);
    expect(codes(notes)).toContain('boundary-missing');
    // Codes of a domain are what they stand for; a projection without a number is told by its text.
    const domain = { type: 'codedValue', codedValues: [{ name: '闲置', code: 2 }] };
    const coded = {
      ...esri,
      spatialReference: { wkt: prjOf(planeSource(zoneCrs(3, 38, true)!)) },
      fields: [{ name: 'ZT', type: 'esriFieldTypeInteger', alias: '土地状态', domain }],
      features: [{ attributes: { ZT: 2 }, geometry: { rings: [[[38467900, 3846900], [38467900, 3847000], [38468000, 3847000]]] } }], // prettier-ignore
    };
    const byText = await read(file('a.json', JSON.stringify(coded)));
    expect([byText.crs.code, byText.project.parcels.records.get(0).status]).toEqual(['EPSG:4526', 'idle']);
    const unknown = { ...coded, spatialReference: { wkt: 'PROJCS["Somewhere",GEOGCS["x"]]' } };
    expect(await readFiles([file('a.json', JSON.stringify(unknown))], {})).toMatchObject({
      refusal: { code: 'crs-unrecognised', params: { code: 'Somewhere' } },
    });
    const curved = { ...esri, features: [{ attributes: {}, geometry: { curveRings: [] } }] };
    expect(await readFiles([file('a.json', JSON.stringify(curved))], {})).toMatchObject({
      refusal: { code: 'unsupported' },
    });
  });
});

it('a TXT in which a number stands twice leaves as it came', async () => {
  const text = txtText().replace(/^(\d+,[\d.]+,)A2,/m, (_, before: string) => `${before}A1,`);
  const came = file('a.txt', gbk(text));
  const { project, notes } = await read(came);
  expect(codes(notes)).toContain('ids-repeated');
  const written = await writeFiles('txt', project, { name: 'a' });
  if (!written.ok) throw new Error(written.refusal.code);
  expect(written.value.files[0].bytes).toEqual(came.bytes);
  expect(written.value.notes).toEqual([]);
});

it.each(['\r\n', '\n'])('a TXT whose last line has no end leaves without one too (%j)', async (lineEnd) => {
  const text = txtText().replace(/\r?\n/g, lineEnd).trimEnd();
  const came = file('a.txt', gbk(text));
  const written = await writeFiles('txt', (await read(came)).project, { name: 'a' });
  if (!written.ok) throw new Error(written.refusal.code);
  expect(written.value.files[0].bytes).toEqual(came.bytes);
});

it('a FeatureCollection with nothing in it holds no parcels; parks alone are read', async () => {
  expect(await readFiles([geojson()], {})).toMatchObject({
    refusal: { code: 'no-parcels', params: { name: 'a.geojson' } },
  });
  const park = { type: 'Feature', properties: { kind: 'park', id: 'P' }, geometry: null };
  const { project } = await read(file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features: [park] })));
  expect(project.parks).toMatchObject([{ id: 'P' }]);
});

it('a table of nothing but empty shapes says so', async () => {
  const rows = ['WKT,编号', 'POLYGON EMPTY,A', ',B'].join('\n');
  const refused = await readFiles([file('a.csv', rows)], {});
  expect(refused).toMatchObject({ refusal: { code: 'no-parcels', params: { found: 'null:2' } } });
  const points = ['WKT,编号', 'POINT (113.6 34.7),A', ',B', '"LINESTRING (113.6 34.7, 113.7 34.8)",C'].join('\n');
  const others = await readFiles([file('a.csv', points)], {});
  expect(others).toMatchObject({ refusal: { code: 'not-polygons', params: { found: 'point:1 null:1 line:1' } } });
});

it('a GeoParquet without areas says what it holds', async () => {
  const point = new Uint8Array(21);
  const view = new DataView(point.buffer);
  [point[0], point[1]] = [1, 1];
  view.setFloat64(5, 113.6, true);
  view.setFloat64(13, 34.7, true);
  const geo = { version: '1.1.0', primary_column: 'geometry', columns: { geometry: { encoding: 'WKB', geometry_types: [] } } }; // prettier-ignore
  const of = (data: (Uint8Array | null)[]) =>
    file('a.parquet', new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'geometry', type: 'BYTE_ARRAY', data, nullable: true }], kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] }))); // prettier-ignore
  const refused = await readFiles([of([point, null, point])], {});
  expect(refused).toMatchObject({ refusal: { code: 'not-polygons', params: { found: 'point:2 null:1' } } });
});

it('a refusal gives no reason that is none', async () => {
  // GRS 1980 is an ellipsoid, not the datum of Xi'an.
  const spheroid = 'SPHEROID["GRS_1980",6378137.0,298.257222101]';
  const utm = `PROJCS["NAD_1983_UTM_Zone_18N",GEOGCS["NAD83",DATUM["NAD83",${spheroid}]]]`;
  expect(declaredWkt(utm)).toMatchObject({ refusal: { code: 'crs-unrecognised' } });
  expect(declaredWkt(utm.replace('NAD_1983', 'Xian_1980'))).toMatchObject({ refusal: { code: 'crs-unsupported' } });
  const said = (at: string) => sayRefusal('zh', { code: 'outside-china', params: { where: '#1', at } });
  expect([said('34.7, 113.6').includes('写反'), said('-77, 38.8').includes('写反')]).toEqual([true, false]);
});
