import { describe, expect, it } from 'vitest';
import { toMultiPolygon } from '../domain/geometry/columns/builder.ts';
import { file, txtText, gbk, utf8, parcelFields } from './test-files.ts';
import { readFiles, writeFiles, type Format } from './index.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';

const fields = parcelFields({
  面积: 'statedAreaM2',
  用途: 'landClass',
  状态: 'status',
  容积率: 'plannedFar',
  批准日期: 'approvedOn',
});
/** 100 m × 100 m within a metre: a hectare, 15 mu, 10 000 m². */
const square = [
  [114, 34.5],
  [114.001089, 34.5],
  [114.001089, 34.5009014],
  [114, 34.5009014],
  [114, 34.5],
];
const geojson = (...rows: readonly object[]) =>
  utf8(
    JSON.stringify({
      type: 'FeatureCollection',
      features: rows.map((properties, i) => ({
        type: 'Feature',
        properties: { id: `P${i}`, ...properties },
        geometry: { type: 'Polygon', coordinates: [square.map(([x, y]) => [x + i / 100, y])] },
      })),
    }),
  );
async function read(name: string, bytes: Uint8Array) {
  const result = await readFiles([file(name, bytes)], { fields });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('stated areas of a table', () => {
  it.each([
    [15, 'area-unit-mu'],
    [1, 'area-unit-hectares'],
    [10_000, undefined],
  ])('under 面积 are in the unit the boundaries tell: %d', async (stated, note) => {
    const { project, notes } = await read('a.geojson', geojson({ 面积: stated }));
    expect(project.parcels.records.get(0).statedAreaM2).toBe(10_000);
    expect(notes.map(({ code }) => code)).toEqual(note ? [note] : []);
  });

  it('under 面积 that fit no unit are m², as the dictionary has it, and the difference is said', async () => {
    const { project, notes } = await read('a.geojson', geojson({ 面积: 4000 }));
    expect(project.parcels.records.get(0).statedAreaM2).toBe(4000);
    expect(notes.map(({ code }) => code)).toEqual(['stated-area-differs']);
  });

  it.each<Format>(['gpkg', 'fgb', 'parquet', 'kml'])(
    'are never guessed where the column says m²: %s',
    async (format) => {
      const stated = 15;
      const { project } = await read('a.geojson', geojson({ statedAreaM2: stated }));
      const written = await writeFiles(format, project, { name: 'a' });
      if (!written.ok) throw new Error(written.refusal.code);
      const back = await read(`a.${format}`, written.value.files[0].bytes);
      expect(back.project.parcels.records.get(0).statedAreaM2).toBe(stated);
      expect(toMultiPolygon(back.project.parcels.layer, 0)).toEqual(toMultiPolygon(project.parcels.layer, 0));
    },
  );
});

describe('a stated area carries how finely it was written', () => {
  /** Of the parcels of the first file, joined with those of the others. */
  const areasIn = async (...rows: readonly object[]) =>
    (await read('a.geojson', geojson(...rows))).project.parcels.records.map(
      ({ statedAreaM2, areaResolutionM2 }) => [statedAreaM2, areaResolutionM2] as const,
    );
  it.each<[string, object, number | undefined]>([
    ['four decimals of a hectare', { 面积: '1.0000' }, 0.5],
    ['six of them, as fine as m² are stated', { 面积: '1.000000' }, undefined],
    ['two decimals of 亩', { 面积: '15.00' }, 10 / 3],
    ['m² to the hundredth', { 面积: '10000.00' }, undefined],
    ['whole m²', { 面积: '10000' }, 0.5],
    ['our own field, in m²', { statedAreaM2: 10_000 }, undefined],
    ['a number of m²', { 面积: 10_000 }, undefined],
  ])('%s', async (_, row, resolution) => {
    const [[area, found]] = await areasIn(row);
    expect(area).toBe(10_000);
    if (resolution === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(resolution, 9);
  });

  it('numbers as the finest of their column, for zeros at the end are lost', async () => {
    const found = await areasIn({ 面积: 15 }, { 面积: 15.01 }, { 面积: '15.0' });
    expect(found.map(([, resolution]) => resolution?.toFixed(3))).toEqual(['3.333', '3.333', '33.333']);
  });

  it('in a TXT, and kept by the exchange file and by the TXT written from it', async () => {
    const { project } = await read(
      'a.txt',
      utf8(txtText({ hectares: true }).replace(/^(\d+,\d+\.\d{4})\d\d,/gm, '$1,')),
    );
    const [{ areaResolutionM2 }] = project.parcels.records;
    expect(areaResolutionM2).toBe(0.5);
    for (const format of ['geojson', 'ytp', 'txt', 'gpkg'] as const) {
      const written = await writeFiles(format, project, { name: 'a' });
      if (!written.ok) throw new Error(written.refusal.code);
      const back = await read(written.value.files[0].name, written.value.files[0].bytes);
      expect([format, back.project.parcels.records.get(0).areaResolutionM2]).toEqual([format, 0.5]);
    }
  });

  it('and contradicts the boundary only beyond what both leave open', async () => {
    const text = txtText({ hectares: true });
    const noted = async (area: (exact: number) => string) => {
      const { notes } = await read(
        'a.txt',
        utf8(text.replace(/^(\d+),(\d+\.\d+),/m, (_, n: string, a: string) => `${n},${area(Number(a))},`)),
      );
      return notes.filter(({ code }) => code === 'stated-area-differs').length;
    };
    expect(await noted((hectares) => hectares.toFixed(4))).toBe(0);
    expect(await noted((hectares) => (hectares + 0.0002).toFixed(4))).toBe(1);
    expect(await noted((hectares) => (hectares + 0.00002).toFixed(6))).toBe(1);
  });
});

describe('words of a land office under the name of a field', () => {
  it('stay under the name of their column and are said', async () => {
    const words = { 用途: '工业用地', 状态: '已供', 容积率: '按规划条件' };
    const { project, notes } = await read('a.geojson', geojson(words, words));
    expect(project.parcels.records.get(0)).toEqual({ id: 'P0', extra: words });
    expect(notes.map(({ code, params }) => [code, params.column, params.count])).toEqual([
      ['field-not-understood', '用途', 2],
      ['field-not-understood', '状态', 2],
      ['field-not-understood', '容积率', 2],
    ]);
    const known = await read('a.geojson', geojson({ 状态: 'idle', 容积率: '>1.1,<1.8' }));
    expect(known.project.parcels.records.get(0)).toEqual({
      id: 'P0',
      status: 'idle',
      plannedFar: '>1.1,<1.8',
      conditions: { far: { min: 1.1, minExclusive: true, max: 1.8, maxExclusive: true } },
    });
  });

  it('stay and are said where a date or a figure is meant', async () => {
    const words = { 批准日期: '去年', 面积: '约十亩' };
    const { project, notes } = await read('a.geojson', geojson(words));
    expect(project.parcels.records.get(0)).toEqual({ id: 'P0', extra: words });
    expect(notes.map(({ params }) => params.field)).toEqual(['approvedOn', 'statedAreaM2']);
  });

  it('come with a table joined to the parcels too, its areas in 亩', async () => {
    const { project } = await read('a.txt', gbk(txtText()));
    const [first] = project.parcels.records;
    const { statedAreaM2, ...bare } = first;
    const geo = await writeFiles(
      'geojson',
      {
        ...project,
        parcels: { ...project.parcels, records: arrayRecords([bare, ...[...project.parcels.records].slice(1)]) },
      },
      { name: 'a' },
    );
    if (!geo.ok || statedAreaM2 === undefined) throw new Error('no parcel with an area');
    const table = utf8(`id,面积,用途\n${first.id},${((statedAreaM2 * 15) / 10_000).toFixed(4)},工业用地\n`);
    const joined = await readFiles([geo.value.files[0], file('t.csv', table)], { fields });
    if (!joined.ok) throw new Error(JSON.stringify(joined.refusal));
    const area = joined.value.project.parcels.records.get(0).statedAreaM2 ?? NaN;
    expect(Math.abs(area - statedAreaM2)).toBeLessThan(0.05);
    const codes = joined.value.notes.map(({ code }) => code);
    expect(codes).toContain('area-unit-mu');
    expect(codes).toContain('field-not-understood');
  });
});
