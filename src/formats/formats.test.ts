import { gzipSync } from 'fflate';
import * as shapefile from 'shapefile';
import iconv from 'iconv-lite';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../domain/geometry/measure/measures.ts';
import { toMultiPolygon } from '../domain/geometry/columns/builder.ts';
import type { NamedBytes, ReadOptions } from './contract.ts';
import { file, gbk, plots, txtText, utf8, type Style, parcelFields } from './test-files.ts';
import { readFiles, writeFiles, type Format } from './index.ts';

async function read(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const result = await readFiles(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function refusal(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const result = await readFiles(files, options);
  return result.ok ? null : result.refusal;
}
async function write(format: Format, project: Parameters<typeof writeFiles>[1], epsg?: number) {
  const result = await writeFiles(format, project, { name: 'x', epsg });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files;
}
const shapeOf = ({ project }: Awaited<ReturnType<typeof read>>) =>
  project.parcels.records.map((record, f) => {
    const { layer } = project.parcels;
    return {
      id: record.id,
      name: record.name ?? '',
      area: record.statedAreaM2,
      parts: layer.partStart[f + 1] - layer.partStart[f],
      rings: layer.ringStart[layer.partStart[f + 1]] - layer.ringStart[layer.partStart[f]],
      plane: Number(areasOf(layer, f).planeM2.toFixed(2)),
    };
  });
const expected = plots.map(({ id, name, area, parts, boxes }) => ({
  id,
  name,
  area,
  parts,
  rings: boxes.length,
  plane: area,
}));
const txt = async (style: Style = {}) => await read([file('a.txt', gbk(txtText(style)))]);

describe('界址点 TXT', () => {
  it.each<[string, Style]>([
    ['as usual', {}],
    ['unix line ends', { eol: '\n' }],
    ['full-width commas', { comma: '，' }],
    ['no zone prefix', { prefix: false }],
    ['east first', { eastFirst: true }],
    ['area in 公顷', { hectares: true }],
    ['closed by J1', { closing: 'J1' }],
    ['not closed', { closing: 'none' }],
    ['zone only in the eastings', { zone: '' }],
  ])('reads parts, holes and areas: %s', async (_, style) => {
    expect(shapeOf(await txt(style))).toEqual(expected);
  });

  it('says how it knew the zone', async () => {
    expect((await txt()).crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    expect((await txt({ zone: '' })).crs).toEqual({ code: 'EPSG:4526', how: 'detected' });
    expect((await txt({ prefix: false })).crs.code).toBe('EPSG:4547');
    expect((await read([file('a.txt', txtText())], { epsg: 4526 })).crs.how).toBe('option');
  });

  it('reads GBK, UTF-8 and UTF-8 with BOM alike', async () => {
    const names: unknown[] = [];
    for (const bytes of [gbk(txtText()), utf8(txtText()), utf8(`\ufeff${txtText()}`)])
      names.push((await read([file('a.txt', bytes)])).project.parcels.records.get(0).name);
    expect(names).toEqual(['甲地块', '甲地块', '甲地块']);
  });

  it('whose last line was cut in a number is refused, and not read as a ring left open', async () => {
    const text = txtText().trimEnd().replaceAll('38467900.000', '38467900.125');
    expect((await read([file('a.txt', gbk(text))])).project.parcels.records).toHaveLength(3);
    expect(await refusal([file('a.txt', gbk(text.slice(0, -2)))])).toEqual({
      code: 'truncated',
      params: { name: 'a.txt', record: 3 },
    });
  });

  it('leaves as it came, byte for byte', async () => {
    const bytes = gbk(txtText());
    expect((await write('txt', (await read([file('a.txt', bytes)])).project))[0].bytes).toEqual(bytes);
  });

  it('notes a stated area and a point count that differ', async () => {
    const changed = txtText().replace('5,5000.00', '7,5001.00');
    expect((await read([file('a.txt', changed)])).notes.map((n) => n.code)).toEqual([
      'point-count-differs',
      'stated-area-differs',
    ]);
  });

  it('names the line it cannot read', async () => {
    const broken = txtText().replace('J3,1,3847000.125', 'J3,1,38470x0.125');
    expect(await refusal([file('a.txt', broken)])).toMatchObject({ code: 'bad-line', params: { line: 10 } });
    expect(await refusal([file('a.txt', `[地块坐标]\n${'x,\n'.repeat(1_000_000)}`)])).toMatchObject({
      params: { line: 2 },
    });
  });

  it('refuses other datums and what no zone number tells', async () => {
    expect((await refusal([file('a.txt', txtText({ system: '1980西安坐标系' }))]))?.code).toBe('crs-unsupported');
    const open = await refusal([file('a.txt', txtText({ zone: '', prefix: false }))]);
    expect(open?.code).toBe('crs-ambiguous');
    expect(open?.choices).toContain('EPSG:4547');
  });

  it('refuses a plot that lost lines, wherever it stands', async () => {
    const lines = txtText().trimEnd().split('\r\n');
    const cut = await refusal([file('a.txt', lines.slice(0, -3).join('\r\n'))]);
    const header = lines.findIndex((line) => line.startsWith('30,')) + 1;
    expect(cut).toMatchObject({ code: 'bad-line', params: { line: header, detail: 'points-missing' } });
    const first = [...lines.slice(0, 10), ...lines.slice(12)].join('\r\n');
    expect(lines[11]).toMatch(/^J5,1,/);
    expect(await refusal([file('a.txt', first)])).toMatchObject({ code: 'bad-line', params: { line: 7 } });
    // No ring returns here and the counts leave that out: one line less is a point less.
    const open = txtText({ closing: 'none' }).split('\r\n');
    expect(open[6]).toMatch(/^4,/);
    const short = [...open.slice(0, 9), ...open.slice(10)].join('\r\n');
    expect(await refusal([file('a.txt', short)])).toMatchObject({ code: 'bad-line', params: { line: 7 } });
  });

  const oneArea = (stated: string) =>
    txtText().replace('5,5000.00', `5,${stated}`).split('\r\n').slice(0, 12).join('\n');

  it.each([
    ['5003', 5003, ['stated-area-differs']],
    ['0.5', 5000, ['area-unit-hectares']],
    ['7.5', 5000, ['area-unit-mu']],
  ])('reads the stated area %s in the unit that fits', async (text, m2, codes) => {
    const found = await read([file('a.txt', oneArea(text))]);
    expect(found.project.parcels.records.get(0).statedAreaM2).toBe(m2);
    expect(found.notes.map((n) => n.code)).toEqual(codes);
  });

  it('leaves out an area no unit fits, and writes it back as it was', async () => {
    const { notes, project } = await read([file('a.txt', oneArea('77.7'))]);
    expect(project.parcels.records.get(0).statedAreaM2).toBeUndefined();
    expect(notes).toEqual([{ code: 'area-unit-unclear', params: { id: 'A1', stated: '77.7', computed: 5000 } }]);
    expect(new TextDecoder('gbk').decode((await write('txt', project))[0].bytes)).toContain('5,77.7,A1');
  });

  it('compares nothing with a broken boundary', async () => {
    const swap = (text: string) =>
      text
        .replace('3847000.125,38467950.500', 'x')
        .replace('3846900.125,38467950.500', '3847000.125,38467950.500')
        .replace('x', '3846900.125,38467950.500');
    const alone = await read([file('a.txt', swap(oneArea('5000.00')))]);
    expect(alone.notes).toEqual([{ code: 'area-unit-unclear', params: { id: 'A1', stated: '5000.00' } }]);
    const among = await read([file('a.txt', swap(txtText({ hectares: true })))]);
    expect(among.project.parcels.records.get(0).statedAreaM2).toBe(5000);
    expect(among.notes.map((n) => n.code)).toEqual(['area-unit-hectares']);
  });
});

describe('round trips', async () => {
  const project = (await txt()).project;
  const original = project.parcels.layer.lonLat;
  it.each<Format[]>([
    ['geojson', 'txt'],
    ['geojson', 'shp'],
    ['shp', 'txt'],
    ['txt', 'shp', 'geojson'],
  ])('keeps parcels through %s, %s %s', async (...formats) => {
    let back = await txt();
    for (const format of formats) back = await read(await write(format, back.project));
    // 0.1 mm in every vertex of a boundary of 700 m stays below 0.05 m² here.
    const near = expected.map((e) => ({ ...e, plane: expect.closeTo(e.plane, 1) as number }));
    expect(shapeOf(back)).toEqual(near);
    // Ring direction is each format's own: compare the vertices as a set, to 0.1 mm (1e-9 degrees).
    const points = (c: Float64Array) =>
      Array.from({ length: c.length / 2 }, (_, v) => `${c[2 * v].toFixed(8)} ${c[2 * v + 1].toFixed(8)}`).sort();
    expect(points(back.project.parcels.layer.lonLat)).toEqual(points(original));
  });

  it('reprojects as proj4 does', async () => {
    const merc = JSON.parse(new TextDecoder().decode((await write('geojson', project, 3857))[0].bytes)) as {
      features: { geometry: { coordinates: [number, number][][] } }[];
    };
    const [x, y] = proj4('EPSG:4326', 'EPSG:3857', [original[0], original[1]]);
    const flat = merc.features[0].geometry.coordinates[0];
    expect(Math.min(...flat.map(([a, b]) => Math.hypot(a - x, b - y)))).toBeLessThan(1e-3);
  });
});

describe('what is not written', async () => {
  const parcel = { kind: 'parcel', id: 'A', status: 'idle', own: 1, parkId: 'P' };
  const ring = [
    [113.6, 34.7],
    [113.601, 34.7],
    [113.601, 34.701],
    [113.6, 34.7],
  ];
  const features = [
    { type: 'Feature', properties: { kind: 'park', id: 'P', year: 2020 }, geometry: null },
    { type: 'Feature', properties: parcel, geometry: { type: 'Polygon', coordinates: [ring] } },
    { type: 'Feature', properties: { kind: 'building', id: 'B' }, geometry: null },
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [113, 34] } },
  ];
  const { project } = await read([file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }))]);
  const lost = async (format: Format) => {
    const result = await writeFiles(format, project, { name: 'x' });
    if (!result.ok) throw new Error(result.refusal.code);
    return Object.fromEntries(result.value.notes.map(({ params }) => [params.what, params.count]));
  };

  it('is said, by kind and number', async () => {
    expect(await lost('geojson')).toEqual({});
    expect(await lost('shp')).toEqual({ parks: 1, buildings: 1, others: 1 });
    expect(await lost('txt')).toEqual({ parks: 1, buildings: 1, others: 1, fields: 3 });
  });

  it.each<Format>(['txt', 'shp', 'geojson'])(
    '%s: land outside the zone asked for is refused, with zones that fit',
    async (format) => {
      const result = await writeFiles(format, project, { name: 'x', epsg: 4530 });
      if (result.ok) throw new Error('written');
      expect(result.refusal).toMatchObject({ code: 'outside-zone', params: { where: '#1 (A)' } });
      expect(result.refusal.choices).toContain('EPSG:4547');
      expect(result.refusal.choices).not.toContain('EPSG:4530');
    },
  );

  it.each<Format>(['txt', 'shp'])('%s: a project without parcels is refused', async (format) => {
    const none = { ...project, parcels: project.townships };
    expect(await writeFiles(format, none, { name: 'x' })).toMatchObject({ ok: false, refusal: { code: 'no-parcels' } });
  });
});

describe('Shapefile', async () => {
  const files = await write('shp', (await txt()).project);
  const part = (extension: string) => files.find((f) => f.name.endsWith(extension))!;

  it('is read by the shapefile library, names in GBK', async () => {
    const found = await shapefile.read(part('shp').bytes, part('dbf').bytes, { encoding: 'gbk' });
    expect(found.features.map((f) => f.properties?.DKBH as string)).toEqual(['A1', 'A2', 'A3']);
    expect(found.features[0].properties?.DKMC).toBe('甲地块');
    expect((found.features[0].geometry as GeoJSON.Polygon).coordinates[0][0]).toEqual([38467900.5, 3846900.125]);
    expect(iconv.decode(Buffer.from(part('dbf').bytes), 'gbk')).toContain('甲地块');
  });

  it('reads names without any word of the encoding', async () => {
    const dbf = Uint8Array.from(part('dbf').bytes);
    dbf[29] = 0;
    const rest = files.filter((f) => !/\.(dbf|cpg)$/.test(f.name));
    const found = await read([...rest, file('x.dbf', dbf)]);
    expect(found.project.parcels.records.get(0).name).toBe('甲地块');
    expect(found.notes).toContainEqual({ code: 'encoding-guessed', params: { encoding: 'GBK' } });
  });

  it('names the record where it is cut off', async () => {
    const rest = files.filter((f) => !f.name.endsWith('.shp'));
    const cut = part('shp').bytes.subarray(0, part('shp').bytes.length - 20);
    expect(await refusal([...rest, file('x.shp', cut)])).toEqual({
      code: 'truncated',
      params: { name: 'x.shp', record: 3 },
    });
    const others = files.filter((f) => !f.name.endsWith('.dbf'));
    const short = part('dbf').bytes.subarray(0, part('dbf').bytes.length - 5);
    expect(await refusal([...others, file('x.dbf', short)])).toMatchObject({
      code: 'truncated',
      params: { record: 3 },
    });
    expect(await refusal([part('shp')])).toEqual({ code: 'missing-companion', params: { name: 'x.dbf' } });
  });

  it('tells the zone from the numbers without .prj', async () => {
    expect((await read(files.filter((f) => !f.name.endsWith('.prj')))).crs).toEqual({
      code: 'EPSG:4526',
      how: 'detected',
    });
  });
});

describe('exchange file', () => {
  const square = (x: number, y: number, d = 0.001) => [
    [
      [x, y],
      [x + d, y],
      [x + d, y + d],
      [x, y + d],
      [x, y],
    ],
  ];
  const feature = (properties: object | null, coordinates: unknown = square(113.6, 34.7)) => ({
    type: 'Feature',
    properties,
    geometry: coordinates === null ? null : { type: 'Polygon', coordinates },
  });
  const geojson = (features: unknown[], more: object = {}) =>
    file('a.geojson', JSON.stringify({ type: 'FeatureCollection', ...more, features }));

  it('writes back what it does not know', async () => {
    const content = [
      feature({ kind: 'park', id: 'P', 备注: 1, leases: [{ id: 'L', rank: 2 }] }, null),
      feature({ kind: 'parcel', id: 'A', parkId: 'P', planYear: null, own: { deep: [1] } }),
      feature({ kind: 'tree', age: 3 }, null),
    ];
    const back = JSON.parse(
      new TextDecoder().decode(
        (await write('geojson', (await read([geojson(content, { title: 'T', source: 's' })])).project))[0].bytes,
      ),
    ) as { features: unknown[] };
    expect(back).toMatchObject({ title: 'T', source: 's', features: content });
  });

  it('takes a polygon without kind for a parcel, by its Chinese names', async () => {
    const { project } = await read([geojson([feature({ 编号: 'X', 面积: '12.5' }), feature(null)])], {
      fields: parcelFields({ 面积: 'statedAreaM2' }),
    });
    expect([...project.parcels.records]).toEqual([
      { id: 'X', statedAreaM2: 12.5, areaResolutionM2: 0.05 },
      { id: '2' },
    ]);
  });

  it('and by the pinyin initials of a Shapefile that became GeoJSON', async () => {
    const { project } = await read([geojson([feature({ DKBH: 'X', dkmj: '12.5', DKMC: '甲', XMID: 'm' })])]);
    expect([...project.parcels.records]).toEqual([
      { id: 'X', statedAreaM2: 12.5, areaResolutionM2: 0.05, name: '甲', extra: { XMID: 'm' } },
    ]);
  });

  it.each<[string, unknown[], object]>([
    ['not-geojson', [feature({ kind: 'parcel', id: 'A' }, [[[113, 34]]])], { where: '#1 (A)' }],
    ['bad-number', [feature({ kind: 'parcel', id: 'A' }, [[[113, null]]])], { where: '#1 (A)', value: 'null' }],
  ])('refuses %s with its place', async (code, features, params) => {
    expect(await refusal([geojson(features)])).toMatchObject({ code, params });
  });

  it('names line and column of broken JSON', async () => {
    expect(await refusal([file('a.json', '{\n "a": 1,\n x}')])).toMatchObject({
      code: 'not-json',
      params: { line: 3, column: 2 },
    });
    expect((await refusal([file('a.json', `{"a":${'['.repeat(100_000)}`)]))?.code).toBe('not-json');
  });

  it('reads metres, swapped axes and a crs member', async () => {
    const metres = square(38467900, 3846900, 100);
    expect((await read([geojson([feature(null, metres)])])).crs).toEqual({ code: 'EPSG:4526', how: 'detected' });
    expect((await refusal([geojson([feature(null, square(467900, 3846900, 100))])]))?.code).toBe('crs-ambiguous');
    const swapped = await read([geojson([feature(null, square(34.7, 113.6))])]);
    expect(swapped.notes).toEqual([{ code: 'axes-swapped', params: { first: 'north' } }]);
    expect(toMultiPolygon(swapped.project.parcels.layer, 0)[0][0][0]).toEqual([113.6, 34.7]);
    const named = (n: number) => ({ crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${n}` } } });
    expect((await read([geojson([feature(null, metres)], named(4526))])).crs.how).toBe('declared');
    expect((await refusal([geojson([feature(null, metres)], named(2362))]))?.code).toBe('crs-unsupported');
    expect((await refusal([geojson([feature(null, metres)], named(4530))]))?.code).toBe('outside-zone');
  });

  it('accepts a code by itself and tells old datums, unknown codes and far lands apart', async () => {
    const at = (x: number, y: number, crs?: unknown) =>
      geojson([feature({ kind: 'parcel', id: 'A' }, square(x, y))], { crs });
    expect((await read([at(113.6, 34.7, 'EPSG:4490')])).crs).toEqual({ code: 'EPSG:4490', how: 'declared' });
    expect((await read([at(113.6, 34.7, 'EPSG:4326')])).crs.how).toBe('format-default');
    expect(await refusal([at(113.6, 34.7, 'EPSG:99999')])).toEqual({
      code: 'crs-unrecognised',
      params: { code: 'EPSG:99999' },
    });
    expect((await refusal([at(113.6, 34.7, { name: 1 })]))?.code).toBe('crs-unrecognised');
    expect((await refusal([at(113.6, 34.7, 'EPSG:4610')]))?.code).toBe('crs-unsupported');
    expect(await refusal([at(2.35, 48.85)])).toMatchObject({ code: 'outside-china', params: { where: '#1 (A)' } });
    expect((await read([at(34.7, 113.6, 'EPSG:4490')])).notes[0]?.code).toBe('axes-swapped');
  });

  it('a TXT that states its zone is not said to state none', async () => {
    const far = txtText().replaceAll(/,38\d{6}\./g, ',99999999.');
    expect(await refusal([file('a.txt', far)])).toMatchObject({
      code: 'outside-zone',
      params: { where: '#1', line: 8 },
    });
    expect((await txt({ system: '' })).crs.how).toBe('detected');
  });

  it.each<[object, string]>([
    [{ floorAreaM2: 100, floorAreaBelowM2: 101 }, 'floorAreaBelowM2'],
    [{ storeys: 3, storeyHeightsM: [4, 4] }, 'storeyHeightsM'],
  ])('leaves unknown what contradicts the rest of a building: %o', async (fields, field) => {
    const { project, notes } = await read([geojson([feature({ kind: 'building', id: 'B', ...fields }, null)])]);
    const [building] = project.buildings.records;
    expect(building).not.toHaveProperty(field);
    expect(building.extra).toEqual({ [`${field}原文`]: (fields as Record<string, unknown>)[field] });
    expect(notes).toMatchObject([{ code: 'field-not-understood', params: { field, row: 1 } }]);
  });

  it('takes a zone the file does not hold alike, whatever else it holds', async () => {
    const stray = feature({ kind: 'parcel', id: 'A', zoneId: 'Z2' });
    const others = [feature({ kind: 'zone', id: 'Z1' }, null), feature({ kind: 'jurisdiction', code: '410122' }, null)];
    for (const more of [[], others.slice(0, 1), others.slice(1), others])
      expect((await read([geojson([stray, ...more])])).project.parcels.records.get(0).zoneId).toBe('Z2');
  });

  it('says what records name and the file does not hold', async () => {
    const { project, notes } = await read([
      geojson([
        feature({ kind: 'parcel', id: 'A', parkId: 'P', zoneId: 'Z2' }),
        feature({ kind: 'building', id: 'B', parcelId: 'C' }, null),
        feature({ kind: 'zone', id: 'Z1' }, null),
      ]),
    ]);
    expect(project.parks).toEqual([{ id: 'P' }]);
    expect([...project.parcels.records]).toEqual([{ id: 'A', parkId: 'P', zoneId: 'Z2' }]);
    expect([...project.buildings.records]).toEqual([{ id: 'B', extra: { parcelId原文: 'C' } }]);
    expect(notes.map(({ code, params }) => [code, params.ids])).toEqual([
      ['parks-unrecorded', 'P'],
      ['parcels-unrecorded', 'C'],
    ]);
  });

  it.each(['utf16le', 'utf16be'])('reads %s with its byte order mark', async (encoding) => {
    const bytes = iconv.encode(txtText(), encoding, { addBOM: true });
    const found = await read([file('a.txt', Uint8Array.from(bytes))]);
    expect(found.project.parcels.records.get(0).name).toBe('甲地块');
    expect(found.notes).toEqual([]);
  });

  it('reads gzip', async () => {
    const packed = gzipSync(geojson([feature(null)]).bytes);
    expect((await read([file('a.geojson.gz', packed)])).project.parcels.records).toHaveLength(1);
    expect((await refusal([file('a.geojson.gz', packed.subarray(0, -6))]))?.code).toBe('truncated');
  });
});

describe('broken files', () => {
  it('never throws, whatever byte changes', async () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
    const project = (await txt()).project;
    for (const format of ['geojson', 'txt', 'shp'] as const) {
      const files = await write(format, project);
      for (let round = 0; round < 250; round++) {
        const mutated = files.map(({ name, bytes }) => {
          const copy = Uint8Array.from(bytes.subarray(0, random(3) === 0 ? random(bytes.length) : bytes.length));
          for (let i = random(6); i > 0 && copy.length > 0; i--) copy[random(copy.length)] = random(256);
          return { name, bytes: copy };
        });
        await expect(readFiles(mutated, {})).resolves.toHaveProperty('ok');
      }
    }
  });
});
