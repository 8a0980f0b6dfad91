import { readdirSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileNote, NamedBytes, ReadOptions } from '../../src/formats/contract.ts';
import { readFiles, writeFiles } from '../../src/formats/index.ts';
import { readSets } from '../../src/formats/sets/read.ts';
import { dataSetsOf } from '../../src/formats/sets/sets.ts';
import { ShapeCollector } from '../../src/formats/features/shapes.ts';
import { readCatalogue, tableOf } from '../../src/formats/gdb/catalogue.ts';
import { Cursor } from '../../src/formats/gdb/cursor.ts';
import { ringOfCurves } from '../../src/formats/gdb/curves.ts';
import { TYPE } from '../../src/formats/gdb/head.ts';
import { databasesOf } from '../../src/formats/gdb/parts.ts';
import { ShapeReader } from '../../src/formats/gdb/shape.ts';
import { eachRow, type Table } from '../../src/formats/gdb/table.ts';
import { poolsOf, readValue } from '../../src/formats/gdb/values.ts';
import { bytesInSlices } from '../../src/formats/slices.ts';
import { planeRingArea } from '../../src/domain/geodesy/plane-area.ts';
import { packNamed } from '../../src/workers/policy-packs.ts';
import { asVersion4, filesIn, rewritten, zipNamed } from './geodatabase-files.ts';
import expected from './gdb/expected.json' with { type: 'json' };

/** What GDAL reads of each database of the folder (`gdb/make.py`). */
interface Row {
  readonly fid: number;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly area: number | null;
  readonly vertices: number;
  readonly first: readonly number[] | null;
}
const oracle = expected as unknown as Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
const folder = new URL('gdb/', import.meta.url);

/** GDAL tells UTC as no zone at all. */
const withoutZone = (value: string | number | null) =>
  typeof value === 'string' ? value.replace(/\+00:00$/, '') : value;

/** Every value of every row of a table, by its id, and its outline. */
async function rowsOf(table: Table): Promise<Row[]> {
  const { fields } = table;
  const texts = poolsOf(table);
  const grid = fields.find(({ type }) => type === TYPE.shape)!.grid!;
  const shapes = new ShapeCollector();
  const reader = new ShapeReader(grid, shapes, 1e-6);
  const rows: Row[] = [];
  const nothing = () =>
    Object.fromEntries(fields.filter(({ type }) => type !== TYPE.shape && type !== TYPE.id).map(({ name }) => [name, null])); // prettier-ignore
  let values: Record<string, string | number | null> = nothing();
  await eachRow(
    table,
    (f, row) => {
      const { name, type } = fields[f];
      if (type === TYPE.shape) reader.read(new Cursor(row.bytes(row.varuint()), 'gdb-shape'));
      else if (type === TYPE.binary) values[name] = Buffer.from(row.bytes(row.varuint())).toString('hex');
      else values[name] = withoutZone(readValue(fields[f], texts[f], row));
    },
    (fid) => {
      shapes.endFeature();
      rows.push({ fid, values, area: null, vertices: 0, first: null });
      values = nothing();
    },
  );
  const { xy, vertexStart, ringStart, partStart } = shapes.build();
  return rows.map((row, f) => {
    const positions: number[][] = [];
    let area = 0;
    for (let part = partStart[f]; part < partStart[f + 1]; part++)
      for (let ring = ringStart[part]; ring < ringStart[part + 1]; ring++) {
        const [from, to] = [vertexStart[ring], vertexStart[ring + 1]];
        area += Math.abs(planeRingArea(xy, from, to)) * (ring === ringStart[part] ? 1 : -1);
        for (let v = from; v < to; v++) positions.push([xy[2 * v], xy[2 * v + 1]]);
      }
    const [first] = positions.sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
    if (positions.length === 0) return row;
    return { ...row, area, vertices: positions.length, first };
  });
}

const named = Object.entries(oracle).flatMap(([path, layers]) =>
  Object.entries(layers).map(([layer, rows]) => [path, layer, rows] as const),
);

describe('every value of a geodatabase is the one GDAL reads', () => {
  it('of every database that is there', () => {
    const zips = readdirSync(folder).filter((name) => name.endsWith('.zip'));
    expect(new Set(Object.keys(oracle).map((path) => path.split('/')[0]))).toEqual(new Set(zips));
  });

  it.each(named)('%s %s', async (path, layer, wanted) => {
    const [zip, ...inside] = path.split('/');
    const parts = databasesOf(filesIn(zip)).find(({ name }) => name === inside.at(-1))!;
    const catalogue = await readCatalogue(parts);
    if ('code' in catalogue) throw new Error(catalogue.code);
    const table = await tableOf(parts, catalogue.tables.find(({ name }) => name === layer)!.id);
    const rows = await rowsOf(table!);
    expect(rows.map(({ fid, values }) => ({ fid, values }))).toEqual(
      wanted.map(({ fid, values }) => ({ fid, values })),
    );
    const isCurved = zip.startsWith('curves');
    for (const [r, { area, vertices, first }] of rows.entries()) {
      expect(area === null).toBe(wanted[r].area === null);
      if (area === null) continue;
      // GDAL's chords of 0.1 degrees lose some of the area of an arc; it does not round to the grid, which is 0.1 mm.
      expect(Math.abs(area - wanted[r].area!)).toBeLessThan(isCurved ? 4e-7 * area + 3e-3 : 1e-4);
      if (isCurved) continue;
      expect(vertices).toBe(wanted[r].vertices);
      for (const axis of [0, 1]) expect(Math.abs(first![axis] - wanted[r].first![axis])).toBeLessThan(5e-7);
    }
  });
});

const { fields, landClasses } = packNamed('zhengzhou-draft');

async function read(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const found = await readFiles(files, { fields, landClasses, ...options });
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}
async function refusal(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const found = await readFiles(files, options);
  return found.ok ? null : found.refusal;
}
const codes = (notes: readonly FileNote[]) => notes.map(({ code }) => code);

describe('图斑 of the land survey', () => {
  it('have their class with its system, their area on the ellipsoid, and words for codes', async () => {
    const { format, crs, project, notes } = await read([zipNamed('survey.gdb.zip')], { layer: 'DLTB' });
    expect([format, crs]).toEqual(['gdb', { code: 'EPSG:4526', how: 'declared' }]);
    const records = [...project.parcels.records];
    expect(records.map(({ landClass }) => landClass)).toEqual(
      ['0601', '0602', '1003', '0201K', '05H1', '0601'].map((code) => ({ system: 'land-survey-3', code })),
    );
    const [first, second] = records;
    expect(first).toMatchObject({
      id: '410105211000000001',
      statedAreaM2: 7999.62,
      areaBasis: 'ellipsoid',
      districtCode: '410105',
      townshipCode: '410105211',
    });
    expect(first.extra).toMatchObject({
      DLMC: '工业用地',
      权属性质: '集体土地',
      图斑编号: '1',
      扣除地类面积: 0,
      Shape_Area: 8000,
    });
    expect(second.extra).not.toHaveProperty('备注');
    // The stated areas are made by PROJ on an equal-area projection; the last is wrong by 1.5 m².
    const differs = notes.filter(({ code }) => code === 'stated-area-differs');
    expect(differs.map(({ params }) => params)).toEqual([
      { id: '410105211000000006', stated: 8401.11, computed: 8399.61 },
    ]);
    expect(notes).toContainEqual({ code: 'layers-left-out', params: { names: 'XZQ 行政区, JZD' } });
  });

  it('that are those of the second survey, or of none, have no class by a code alone', async () => {
    for (const column of ['KCMJ', 'TBMJ']) {
      const files = filesIn('survey.gdb.zip').map(({ name, bytes }) => ({ name, bytes: utf16Renamed(bytes, column) }));
      const { project } = await read(files, { layer: 'DLTB' });
      // 工业用地 is the same class in all systems: the domain's word says it.
      expect(project.parcels.records.get(0).landClass).toEqual({ system: 'planning-guide-2023', code: '1001' });
    }
  });

  it('say on which basis when they are written and read again', async () => {
    const { project } = await read([zipNamed('survey.gdb.zip')], { layer: 'DLTB' });
    for (const format of ['gpkg', 'geojson', 'shp', 'ytp'] as const) {
      const written = await writeFiles(format, project, { name: 'x' });
      if (!written.ok) throw new Error(written.refusal.code);
      const back = await read(written.value.files);
      const { landClass, areaBasis, statedAreaM2 } = back.project.parcels.records.get(3);
      expect([format, landClass, areaBasis, statedAreaM2]).toEqual([
        format,
        { system: 'land-survey-3', code: '0201K' },
        'ellipsoid',
        8239.61,
      ]);
      // It is held against the ellipsoidal area again where it came as a table.
      const differs = back.notes.filter(({ code }) => code === 'stated-area-differs');
      if (format === 'gpkg' || format === 'shp')
        expect(differs.map(({ params }) => params.computed)).toEqual([8399.61]);
    }
  });
});

/** A column called otherwise; names of columns are UTF-16. */
function utf16Renamed(bytes: Uint8Array, column: string): Uint8Array {
  const latin = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
  const whole = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(latin(`${column}`), latin(column.replace('M', 'X')));
  const aliased = whole
    .replaceAll(latin('图斑面积'), latin('甲乙丙丁'))
    .replaceAll(latin('扣除地类面积'), latin('甲乙丙丁戊己'));
  return new Uint8Array(Buffer.from(aliased, 'latin1'));
}

describe('a geodatabase', () => {
  it('is found in a zip at any depth; of several the layers are told apart, and chosen by name, alias or database', async () => {
    const two = zipNamed('two.zip');
    expect(codes((await read([two])).notes)).toEqual(expect.arrayContaining(['heights-left', 'measures-left', 'column-left-out'])); // prettier-ignore
    expect(await refusal([two], { layer: '宗地' })).toMatchObject({
      code: 'several-layers',
      params: { layer: '宗地' },
      choices: expect.arrayContaining(['wide.gdb/ZD', 'small.gdb/ZDJBXX 宗地基本信息']) as string[],
    });
    for (const layer of ['ZDJBXX', '宗地基本信息', 'small.gdb/ZDJBXX', 'small.gdb/ZDJBXX 宗地基本信息']) {
      const { project } = await read([two], { layer });
      // Shape_Area is computed, though its alias says 面积.
      expect(project.parcels.records.get(0)).toMatchObject({
        id: '410105001002GB00000',
        statedAreaM2: 1200.5,
        landClass: { system: 'planning-guide-2023', code: '1001' },
        extra: { 坐落: '某路0号', 权利类型: '3', BSM: 1, Shape_Area: 9e9 },
      });
      expect(project.parcels.records.get(0)).not.toHaveProperty('areaBasis');
    }
  });

  it('is one data set as a folder, and two as two of them', async () => {
    const sets = dataSetsOf([...filesIn('two.zip'), ...filesIn('parts.gdb.zip')]);
    expect(sets.map(({ name }) => name).sort()).toEqual(['parts.gdb', '登记/2/small.gdb', '登记/wide.gdb']);
    const whole = await readSets(sets, { fields, landClasses });
    expect(whole.ok && whole.value.project.parcels.records.length).toBe(13);
    expect(whole.ok && whole.value.crs.code).toBe('EPSG:4526');
  });

  it('of several the columns that look like areas are told once, those of the survey itself not at all', async () => {
    const renamed = (folder: string) => filesIn('survey.gdb.zip').map(({ name, bytes }) => ({ name: name.replace(/^[^/]*/, folder), bytes })); // prettier-ignore
    const sets = dataSetsOf([...renamed('甲.gdb'), ...renamed('乙.gdb')]);
    const whole = await readSets(sets, { fields, landClasses, layer: 'DLTB' });
    if (!whole.ok) throw new Error(whole.refusal.code);
    expect(whole.value.notes.filter(({ code }) => code === 'area-column-left')).toEqual([
      {
        code: 'area-column-left',
        params: { column: 'Shape_Area', count: 12, row: 1 },
        of: ['甲.gdb/第一批/三调.gdb', '乙.gdb/第一批/三调.gdb'],
      },
    ]);
  });

  it('whose files are given without their folder, or lie at the top of a zip, is read', async () => {
    const bare = filesIn('plain-4526.gdb.zip').map(({ name, bytes }) => ({ name: name.replace(/^.*\//, ''), bytes }));
    const { project } = await read(bare);
    expect(project.parcels.records.get(0)).toMatchObject({ id: 'ZZ-01', name: '一号地块', statedAreaM2: 5000 });
    expect(project.parcels.records.get(0).extra).toMatchObject({ 权利人: '某某精密机械公司', 层数: 6 });
  });

  it('with row ids of 64 bits is read like the other, with a list of blocks and without', async () => {
    const files = filesIn('parts.gdb.zip');
    const plain = await read(files);
    for (const withBits of [false, true]) {
      const { project } = await read(asVersion4(files, /a00000009\./, withBits));
      expect(project).toEqual(plain.project);
    }
  });

  it('tells shells, holes and islands by containment, and which rows have no shape', async () => {
    const { project, notes } = await read([zipNamed('parts.gdb.zip')]);
    const { layer, records } = project.parcels;
    expect(records.map(({ id }) => id)).toEqual(['MP-1', 'HO-1', 'MH-1', 'IS-1', 'NUL-1']);
    expect([...layer.partStart]).toEqual([0, 2, 3, 5, 7, 7]);
    expect(notes).toContainEqual({ code: 'boundary-missing', params: { count: 1, ids: 'NUL-1' } });
  });

  it('keeps curves by their exact area, a whole circle too', async () => {
    const { project, notes } = await read([zipNamed('curves-all-4526.gdb.zip')]);
    const { layer } = project.parcels;
    const half = (Math.PI * 50 ** 2) / 2;
    const exact = [4000 + half, 4000 + half, 8000 - half, 4000, 5800, 100 * Math.PI, null, 450 * Math.PI];
    const areas = project.parcels.records.map((_, f) => planeArea(layer.surveyed!.eastNorth, layer, f));
    for (const [f, area] of exact.entries()) if (area !== null) expect(areas[f], `shape ${f}`).toBeCloseTo(area, 3);
    expect(areas[6]).toBeCloseTo(8743.363, 3);
    expect(notes).toContainEqual({ code: 'arcs-densified', params: { count: 10, chordM: 0.01 } });
  });

  it('says what of it is not read', async () => {
    const survey = filesIn('survey.gdb.zip');
    const said = (from: string, to: string) => refusal(rewritten(survey, from, to), { layer: 'DLTB' });
    const [simple, polygon] = [
      '<FeatureType>esriFTSimple</FeatureType>\n  ',
      '<ShapeType>esriGeometryPolygon</ShapeType>\n  ',
    ];
    const is = (what: string) => ({ code: 'unsupported', params: { what, type: 'DLTB 地类图斑' } });
    expect(await said(simple, '<FeatureType>esriFTDimension</FeatureType>')).toMatchObject(is('gdb-annotation'));
    expect(await said(polygon, '<ShapeType>esriGeometryMultiPatch</ShapeType>')).toMatchObject(is('gdb-multipatch'));
    expect(await said('esriDTFeatureClass</DatasetType>\n  ', 'esriDTRasterCatalog</DatasetType>\n ')).toMatchObject(is('gdb-raster')); // prettier-ignore
    const packed = survey.map(({ name, bytes }) => ({ name: name.replace(/(a0000000[9a-f]).gdbtable$/, '$1.cdf'), bytes })); // prettier-ignore
    expect(await refusal(packed)).toMatchObject({ code: 'unsupported', params: { what: 'gdb-compressed' } });
    expect(await refusal(asArcGis9(survey))).toMatchObject({ code: 'unsupported', params: { what: 'gdb-old' } });
    expect(await refusal(survey.filter(({ name }) => !/a00000001/.test(name)))).toMatchObject({
      code: 'foreign-file',
      params: { what: 'geodatabase' },
    });
  });

  it('whose table of items is damaged still has its layers, without aliases and words', async () => {
    const files = filesIn('parts.gdb.zip').map(({ name, bytes }) =>
      /a00000004\.gdbtable$/.test(name) ? { name, bytes: bytes.subarray(0, 60) } : { name, bytes },
    );
    expect((await read(files)).project.parcels.records).toHaveLength(5);
  });

  it('whose index leads to one row over and over is refused: rows share no bytes', async () => {
    const files = filesIn('plain-4526.gdb.zip').map(({ name, bytes }) => ({ name, bytes: bytes.slice() }));
    const layer = files.find(({ name }) => /a00000009\.gdbtablx$/.test(name))!;
    const view = new DataView(layer.bytes.buffer);
    const width = view.getUint32(12, true);
    view.setUint32(8, 1024, true);
    for (let row = 1; row < 1024; row++) layer.bytes.copyWithin(16 + row * width, 16, 16 + width);
    expect(await refusal(files)).toMatchObject({ code: 'damaged', params: { detail: 'gdb-index' } }); // prettier-ignore
  });

  it('whose list of blocks has too few bits, or more than there are blocks, is refused: no row is left out unsaid', async () => {
    const files = filesIn('two.zip').filter(({ name }) => name.includes('wide.gdb/'));
    const whole = await read(files);
    expect(whole.project.parcels.records.length).toBeGreaterThan(1);
    const changed = (change: (view: DataView, at: number) => void) =>
      files.map(({ name, bytes }) => {
        const own = bytes.slice();
        const view = new DataView(own.buffer);
        if (/a0000000[9a-f]\.gdbtablx$/.test(name))
          change(view, 16 + view.getUint32(4, true) * 1024 * view.getUint32(12, true));
        return { name, bytes: own };
      });
    const damaged = { code: 'damaged', params: { detail: 'gdb-index' } };
    expect(await refusal(changed((view, at) => view.setUint32(at + 4, 8, true)))).toMatchObject(damaged);
    expect(await refusal(changed((view, at) => view.setUint8(at + 16, view.getUint8(at + 16) ^ 2)))).toMatchObject(
      damaged,
    );
    expect((await read(changed(() => undefined))).project).toEqual(whole.project);
  });

  it('with a ring whose curves would become millions of chords is refused', () => {
    const ring = Array.from({ length: 1200 }, (_, v): [number, number] => [v % 2 ? 1e9 : 0, v]);
    ring.push(ring[0]);
    const curves = new Map(ring.map((_, v) => [v, { is: 'arc', point: [5e8, 4e8 + v], flags: 0x80 } as const]));
    expect(() => ringOfCurves(ring, 0, curves, 0.01)).toThrow('too-many-points');
  });

  it('is read piece by piece where it lies', async () => {
    let most = 0;
    const files = filesIn('plain-4526.gdb.zip').map(({ name, bytes }) => ({
      name,
      bytes: new Uint8Array(),
      slices: {
        size: bytes.length,
        slice: (from: number, to: number) => {
          most = Math.max(most, to - from);
          return { arrayBuffer: async () => bytes.slice(from, to).buffer };
        },
      },
    }));
    expect((await read(files)).project).toEqual((await read([zipNamed('plain-4526.gdb.zip')])).project);
    expect(most).toBeLessThanOrEqual(512 * 1024);
  });

  it('is read out of a zip that does not fit into memory, which is refused where it holds anything else', async () => {
    const lying = (bytes: Uint8Array) => [{ name: 'a.zip', bytes: new Uint8Array(), slices: bytesInSlices(bytes) }];
    for (const zip of ['survey.gdb.zip', 'curves-all-4526.gdb.zip']) {
      const { bytes } = zipNamed(zip);
      const options = zip === 'survey.gdb.zip' ? { layer: 'DLTB' } : {};
      const whole = await read([zipNamed(zip)], options);
      expect((await read(lying(bytes), options)).project).toEqual(whole.project);
      expect(await refusal(lying(bytes.subarray(0, 9000)))).toMatchObject({ code: 'truncated' });
    }
    const text = zipSync({ 'a.txt': new Uint8Array(10) });
    expect(await refusal(lying(text))).toMatchObject({ code: 'too-large' });
    expect(await refusal(lying(new Uint8Array(10)))).toMatchObject({ code: 'too-large' });
  });

  it('of a zip in which a table has another checksum than it should is refused', async () => {
    const stored = (level: 0 | 6) => zipSync(Object.fromEntries(filesIn('plain-4526.gdb.zip').map(({ name, bytes }) => [name, bytes])), { level }); // prettier-ignore
    const path = filesIn('plain-4526.gdb.zip').find(({ name }) => /a00000009\.gdbtable$/.test(name))!.name;
    for (const level of [0, 6] as const) {
      const zip = stored(level);
      expect((await read([{ name: 'a.zip', bytes: zip }])).project.parcels.records).toHaveLength(3);
      // The last of the two places that name it is in the directory.
      const at = Buffer.from(zip).lastIndexOf(path) - 46;
      new DataView(zip.buffer).setUint32(at + 16, 1, true);
      expect(await refusal([{ name: 'a.zip', bytes: zip }])).toMatchObject({ code: 'damaged', params: { detail: 'zip-size' } }); // prettier-ignore
    }
  });
});

/** The fields of the first table described as ArcGIS 9 did. */
const asArcGis9 = (files: readonly NamedBytes[]): NamedBytes[] =>
  files.map(({ name, bytes }) => {
    if (!/a00000001\.gdbtable$/.test(name)) return { name, bytes };
    const changed = bytes.slice();
    const view = new DataView(changed.buffer);
    view.setUint32(Number(view.getBigUint64(32, true)) + 4, 3, true);
    return { name, bytes: changed };
  });

function planeArea(
  xy: Float64Array,
  layer: { partStart: Uint32Array; ringStart: Uint32Array; vertexStart: Uint32Array },
  f: number,
) {
  let area = 0;
  for (let part = layer.partStart[f]; part < layer.partStart[f + 1]; part++)
    for (let ring = layer.ringStart[part]; ring < layer.ringStart[part + 1]; ring++)
      area +=
        Math.abs(planeRingArea(xy, layer.vertexStart[ring], layer.vertexStart[ring + 1])) *
        (ring === layer.ringStart[part] ? 1 : -1);
  return area;
}
