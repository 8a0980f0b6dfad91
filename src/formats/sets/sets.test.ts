import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { NamedBytes } from '../contract.ts';
import { readFiles, writeFiles } from '../index.ts';
import { ownNumberField, sourceFileField } from '../fields/numbers.ts';
import { readSets, type ReadSetsOptions } from './read.ts';
import { dataSetsOf } from './sets.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string): NamedBytes => ({ name, bytes: bytes(text) });

/** One plot of 100 m × `width`; `zone` empty: no zone is said, and none stands in front of the eastings. */
function txt(id: string, at: number, { width = 100, zone = '38', head = '' } = {}) {
  const east = (zone === '' ? 0 : 38_000_000) + 467_900 + at;
  const points = [
    [3_846_900, east],
    [3_847_000, east],
    [3_847_000, east + width],
    [3_846_900, east + width],
  ];
  const rows = points.map(([n, e], i) => `J${i + 1},1,${n.toFixed(3)},${e.toFixed(3)}`);
  const said = zone === '' ? [] : ['几度分带=3', `带号=${zone}`];
  return [
    '[属性描述]',
    ...said,
    '精度=0.001',
    ...(head ? [head] : []),
    '[地块坐标]',
    `4,,${id},地块,面,,,,@`,
    ...rows,
  ].join('\n');
}
const many = Array.from({ length: 300 }, (_, i) => file(`地块${i + 1}.txt`, txt('', 200 * i, { width: 50 + i })));

const open = (files: readonly NamedBytes[], options: ReadSetsOptions = {}) => readSets(dataSetsOf(files), options);
async function opened(files: readonly NamedBytes[], options: ReadSetsOptions = {}) {
  const read = await open(files, options);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
async function refusedOf(files: readonly NamedBytes[], options: ReadSetsOptions = {}) {
  const read = await open(files, options);
  if (read.ok) throw new Error('read');
  return read.refusal;
}

describe('files given at once', () => {
  it('are the data sets they are: the parts of a Shapefile one, every other file its own', () => {
    const names = [
      'a.SHP',
      'b.txt',
      'A.dbf',
      'a.shp.xml',
      'a.qpj',
      'c.geojson',
      'a.txt',
      '.DS_Store',
      'a.prj',
      'd.dbf',
    ];
    const sets = dataSetsOf(names.map((name) => file(name, 'x')));
    expect(sets.map(({ name, files }) => [name, files.map((f) => f.name)])).toEqual([
      ['a.SHP', ['a.SHP', 'A.dbf', 'a.shp.xml', 'a.qpj', 'a.prj']],
      ['b.txt', ['b.txt']],
      ['c.geojson', ['c.geojson']],
      ['a.txt', ['a.txt']],
      ['d.dbf', ['d.dbf']],
    ]);
  });

  it('three hundred of one parcel each are one layer that loses none and says where each came from', async () => {
    const read = await opened(many);
    const { records, layer } = read.project.parcels;
    expect(records).toHaveLength(300);
    expect(new Set(records.map(({ id }) => id)).size).toBe(300);
    for (const [i, { id, extra }] of records.entries()) {
      expect(id).toBe(`地块${i + 1}`);
      expect(extra).toMatchObject({ [sourceFileField]: `地块${i + 1}.txt`, [ownNumberField]: '1' });
      expect(areasOf(layer, i).planeM2).toBeCloseTo(100 * (50 + i), 6);
    }
    expect(layer.surveyed?.crs.epsg).toBe(4526);
    // One note for what holds of all of them.
    expect(read.notes.filter(({ code }) => code === 'ring-closed')).toHaveLength(1);
    expect(read.notes.find(({ code }) => code === 'ring-closed')?.of).toHaveLength(300);
    expect(read.notes.find(({ code }) => code === 'ids-renamed')?.params.count).toBe(300);
  });

  it('in an archive of nothing but boundary-point files are the same', async () => {
    const zip = {
      name: '地块.zip',
      bytes: zipSync(Object.fromEntries(many.slice(0, 3).map((f) => [`地块/${f.name}`, f.bytes]))),
    };
    const read = await opened([zip]);
    expect(read.project.parcels.records.map(({ id, extra }) => [id, extra?.[sourceFileField]])).toEqual(
      [1, 2, 3].map((n) => [`地块${n}`, `地块${n}.txt`]),
    );
    // Chosen by name, one of them is one.
    const one = await readSets(dataSetsOf([zip], '地块2.txt'), { layer: '地块2.txt' });
    expect(one.ok && one.value.project.parcels.records).toHaveLength(1);
    // Layers of other kinds are not thrown together: which one is asked.
    const layers = {
      name: 'a.zip',
      bytes: zipSync({ 'a.txt': many[0].bytes, 'b.geojson': bytes('{}'), 'c.geojson': bytes('{}') }),
    };
    expect(await refusedOf([layers])).toMatchObject({ code: 'several-layers', choices: ['b.geojson', 'c.geojson'] });
  });

  it('keep ids that no other file has, and the source goes out with the layer and stays when it comes back', async () => {
    const { project } = await opened([file('a.txt', txt('X', 0)), file('b.txt', txt('Y', 200))]);
    expect(project.parcels.records.map(({ id }) => id)).toEqual(['X', 'Y']);
    const written = await writeFiles('geojson', project, { name: 'all' });
    if (!written.ok) throw new Error(written.refusal.code);
    const back = await opened([...written.value.files, file('c.txt', txt('Z', 400))]);
    expect(back.project.parcels.records.map(({ extra }) => extra?.[sourceFileField])).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
  });

  it('that are one are read as before', async () => {
    const one = [file('a.txt', txt('X', 0))];
    const [together, plain] = [await opened(one), await readFiles(one, {})];
    expect({ ...together, reads: undefined }).toEqual({ ...(plain.ok && plain.value), reads: undefined });
    expect(together.project.parcels.records.get(0).extra).not.toHaveProperty(sourceFileField);
  });

  it('a boundary in two of them is kept twice and said', async () => {
    const read = await opened([file('a.txt', txt('X', 0)), file('b.txt', txt('X', 0))]);
    expect(read.project.parcels.records.map(({ id }) => id)).toEqual(['a-X', 'b-X']);
    expect(read.notes.map(({ code }) => code)).toContain('duplicate-geometry');
  });

  it('keep the head they agree in, and say in what they differ', async () => {
    const read = await opened([
      file('a.txt', txt('X', 0, { head: '数据产生日期=2024-01-01' })),
      file('b.txt', txt('Y', 200, { head: '数据产生日期=2024-02-01' })),
    ]);
    expect(read.project.extra?.['属性描述']).toEqual({ 几度分带: '3', 带号: '38', 精度: '0.001' });
    expect(read.notes.find(({ code }) => code === 'members-differ')?.params.names).toBe('属性描述/数据产生日期');
  });

  it('a table of attributes beside several is put to the parcels of all', async () => {
    const table = file('表.csv', '编号,权利人\nX,甲\nY,乙\n');
    const read = await opened([file('a.txt', txt('X', 0)), table, file('b.txt', txt('Y', 200))]);
    expect(read.project.parcels.records.map(({ extra }) => extra?.['权利人'])).toEqual(['甲', '乙']);
    const one = await opened([table, file('a.txt', txt('X', 0))]);
    expect(one.project.parcels.records.get(0).extra?.['权利人']).toBe('甲');
  });
});

describe('several files of which some cannot be read', () => {
  it('are refused whole, each bad one by its name', async () => {
    const bad = file('坏.txt', txt('X', 0).replace('3847000.000', '38x'));
    const refusal = await refusedOf([many[0], bad, many[1], file('照片.jpg', 'x')]);
    expect(refusal).toMatchObject({ code: 'bad-line', given: 4 });
    expect(refusal.refused?.map(({ name, refusal: { code } }) => [name, code])).toEqual([
      ['坏.txt', 'bad-line'],
      ['照片.jpg', 'foreign-file'],
    ]);
  });

  it('a zone that is answered holds for those that asked, and not for those that say their own', async () => {
    const files = [file('a.txt', txt('X', 0)), file('b.txt', txt('Y', 200, { zone: '' }))];
    expect(await refusedOf(files)).toMatchObject({ code: 'crs-ambiguous', refused: [{ name: 'b.txt' }] });
    const read = await opened(files, { epsg: 4547, answers: true });
    expect(read.reads.map(({ read: { crs } }) => crs)).toEqual([
      { code: 'EPSG:4526', how: 'detected' },
      { code: 'EPSG:4547', how: 'option' },
    ]);
    // Side by side, 100 m between them.
    const [first, second] = [0, 1].map((f) => areasOf(read.project.parcels.layer, f).planeM2);
    expect(first).toBeCloseTo(second, 6);
  });
});

describe('parks of several exchange files', () => {
  const park = { type: 'Feature', geometry: null, properties: { kind: 'park', id: 'P', name: '园' } };
  const parcel = (id: string, lon: number, more: object = {}) => ({
    type: 'Feature',
    properties: { kind: 'parcel', id, parkId: 'P', ...more },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [lon, 34.7],
          [lon + 0.001, 34.7],
          [lon + 0.001, 34.701],
          [lon, 34.701],
          [lon, 34.7],
        ],
      ],
    },
  });
  const geojson = (name: string, ...features: object[]) =>
    file(name, JSON.stringify({ type: 'FeatureCollection', features }));

  it('that are the same to the last field are one park with the parcels of both', async () => {
    const { project } = await opened([
      geojson('a.geojson', park, parcel('1', 113.6)),
      geojson('b.geojson', park, parcel('1', 113.61)),
    ]);
    expect(project.parks).toHaveLength(1);
    expect(project.parcels.records.map(({ id, parkId }) => [id, parkId])).toEqual([
      ['a', 'P'],
      ['b', 'P'],
    ]);
  });

  it('that differ stay two, and each keeps its parcels and buildings', async () => {
    const leases = [{ id: 'L', buildingId: 'H', unitId: '101' }];
    const other = { ...park, properties: { ...park.properties, name: '另一个园', leases } };
    const building = { ...parcel('H', 113.6), properties: { kind: 'building', id: 'H', parcelId: '1' } };
    const { project } = await opened([
      geojson('a.geojson', park, parcel('1', 113.6), building),
      geojson('b.geojson', other, parcel('1', 113.61), building),
    ]);
    expect(project.parks[1].leases).toEqual([{ id: 'L', buildingId: 'b-H', unitId: '101' }]);
    expect(project.parks.map(({ id, name }) => [id, name])).toEqual([
      ['a-P', '园'],
      ['b-P', '另一个园'],
    ]);
    expect(project.parcels.records.map(({ parkId }) => parkId)).toEqual(['a-P', 'b-P']);
    expect(project.buildings.records.map(({ id, parcelId }) => [id, parcelId])).toEqual([
      ['a-H', 'a'],
      ['b-H', 'b'],
    ]);
  });

  it('whose townships go by their id are found under the new one, and those with a code under the code', async () => {
    const town = (name: string, code?: string) => ({
      ...parcel('T', 113.6),
      properties: { kind: 'township', id: 'T', name, ...(code && { code }) },
    });
    const placedIn = async (code?: string) => {
      const own = (id: string) => parcel(id, 113.6, { townshipCode: code ?? 'T' });
      const { project } = await opened([
        geojson('a.geojson', park, own('1'), town('甲镇', code)),
        geojson('b.geojson', park, own('2'), town('乙镇', code)),
      ]);
      expect(project.townships.records.map(({ id }) => id)).toEqual(['a-T', 'b-T']);
      return project.parcels.records.map(({ townshipCode }) => townshipCode);
    };
    expect(await placedIn()).toEqual(['a-T', 'b-T']);
    expect(await placedIn('410122100')).toEqual(['410122100', '410122100']);
  });

  it('that contradict each other in a district or in their title say so; the first district counts', async () => {
    const district = (category: string) => ({
      type: 'Feature',
      geometry: null,
      properties: { kind: 'jurisdiction', code: '410122', category },
    });
    const titled = (name: string, ...features: object[]) =>
      file(name, JSON.stringify({ type: 'FeatureCollection', title: name, features }));
    const { project, notes } = await opened([
      titled('a.geojson', parcel('1', 113.6, { parkId: undefined }), district('urban-district')),
      titled('b.geojson', parcel('2', 113.7, { parkId: undefined }), district('county')),
    ]);
    expect(project.jurisdictions).toMatchObject([{ code: '410122', category: 'urban-district' }]);
    expect(notes).toContainEqual({ code: 'jurisdictions-differ', params: { names: '410122' } });
    expect(notes).toContainEqual({ code: 'members-differ', params: { count: 1, names: 'title' } });
  });

  it('keep their supply plans: the same plan is one, rows with one id are told apart, and follow their plan and parcels', async () => {
    const record = (properties: object) => ({ type: 'Feature', geometry: null, properties });
    const plan = (id: string, year: number) => record({ kind: 'supplyPlan', id, year });
    const row = (planId: string, parcelId: string) =>
      record({ kind: 'supplyRow', id: 'R', planId, parcelIds: [parcelId], continues: 'R' });
    const own = (id: string) => parcel(id, 113.6, { parkId: undefined });
    const { project } = await opened([
      geojson('a.geojson', own('1'), plan('G', 2026), plan('H', 2026), row('H', '1')),
      geojson('b.geojson', own('1'), plan('G', 2026), plan('H', 2027), row('H', '1')),
    ]);
    expect(project.supplyPlans).toMatchObject([{ id: 'a-H', year: 2026 }, { id: 'G' }, { id: 'b-H', year: 2027 }]);
    expect(project.supplyRows).toMatchObject([
      { id: 'a-R', planId: 'a-H', parcelIds: ['a'], continues: 'a-R' },
      { id: 'b-R', planId: 'b-H', parcelIds: ['b'], continues: 'b-R' },
    ]);
  });

  it('keep surveyed metres, the same township told once, and the one title that is said', async () => {
    const [e, n] = [38_467_900, 3_846_900];
    const box = (east: number, width: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [e + east, n + 0.125],
          [e + east + width, n + 0.125],
          [e + east + width, n + 100.125],
          [e + east, n + 100.125],
          [e + east, n + 0.125],
        ],
      ],
    });
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4526' } };
    const feature = (kind: string, id: string, geometry: object) => ({
      type: 'Feature',
      properties: { kind, id },
      geometry,
    });
    const town = feature('township', 'T', box(-500, 2000));
    const surveyed = (name: string, title: string | undefined, ...features: object[]) =>
      file(name, JSON.stringify({ type: 'FeatureCollection', title, crs, features }));
    const { project, notes } = await opened([
      surveyed('a.geojson', undefined, feature('parcel', '1', box(0, 50)), town),
      surveyed('b.geojson', '乙', feature('parcel', '2', box(50, 30)), town),
    ]);
    expect(project.townships.records).toHaveLength(1);
    const { layer } = project.townships;
    expect([...layer.surveyed!.eastNorth]).toEqual(box(-500, 2000).coordinates.flat(2));
    expect(areasOf(layer, 0).planeM2).toBe(200_000);
    expect(project.title).toBe('乙');
    expect(notes).toEqual([]);
  });
});

it('faces asked for hold for the drawing whose lines fork, and leave the others as they are', async () => {
  const line = (a: number, b: number, c: number, d: number) => ['0', 'LINE', '8', 'JZX', '10', 38467900 + a, '20', 3846900 + b, '11', 38467900 + c, '21', 3846900 + d]; // prettier-ignore
  const square = (x: number) => [line(x, 0, x + 10, 0), line(x + 10, 0, x + 10, 10), line(x + 10, 10, x, 10), line(x, 10, x, 0)]; // prettier-ignore
  const drawing = (name: string, ...lines: readonly (string | number)[][][]) =>
    file(name, ['0', 'SECTION', '2', 'ENTITIES', ...lines.flat(2), '0', 'ENDSEC', '0', 'EOF', ''].join('\n'));
  const files = [drawing('叉.dxf', square(0), square(10)), drawing('散.dxf', square(100), square(200))];
  expect(await refusedOf(files)).toMatchObject({ code: 'lines-fork', choices: ['JZX'] });
  const { project, reads } = await opened(files, { faces: 'JZX', answers: true });
  expect(project.parcels.records.length).toBe(4);
  expect(reads.map(({ read }) => read.faces?.read)).toEqual(['JZX', undefined]);
});
