import { kml } from '@tmcw/togeojson';
import { area, booleanClockwise, multiPolygon } from '@turf/turf';
import { DOMParser } from '@xmldom/xmldom';
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import Papa from 'papaparse';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { fileOf, type DownloadFormat } from './file.ts';
import { inView } from './seen.ts';
import { testSeen as seen } from './test-seen.ts';

const made = (format: DownloadFormat, of = seen, language: 'zh' | 'en' = 'zh') => fileOf(format, of, language);
const textOf = (format: DownloadFormat, of = seen, language: 'zh' | 'en' = 'zh') =>
  made(format, of, language).content as string;
const source = seen.outlines.parks[0]!;

describe('what a visitor takes along', () => {
  test('GeoJSON has the outline turned as RFC 7946 asks, the ground the same, codes and no empty members', () => {
    const { features } = JSON.parse(textOf('geojson')) as FeatureCollection<MultiPolygon>;
    expect(features.map(({ id, geometry }) => [id, geometry?.type])).toEqual([
      ['P1', 'MultiPolygon'],
      ['P2', 'Point'],
      ['P3', undefined],
      ['L-1', 'Point'],
      ['L-2', 'Point'],
    ]);
    const rings = features[0].geometry.coordinates;
    expect(rings.map((part) => part.map((ring) => booleanClockwise(ring)))).toEqual([[false, true], [false]]);
    expect(area(features[0])).toBeCloseTo(area(multiPolygon(source.coordinates)), 6);
    expect(features[0].properties).toMatchObject({ kind: 'park', outcome: 'pass', landM2: 66_675, landMu: 100.0125 });
    expect(features[2].properties).toEqual({
      kind: 'park',
      id: 'P3',
      name: '未定园',
      townships: '',
      industries: '',
      outcome: 'unknown',
      sites: 0,
    });
    expect(features[3].properties).toMatchObject({ kind: 'idle', landMu: 12.5, townships: '柳溪镇', use: '工业用地' });
  });

  test('CSV opens in a spreadsheet: byte order mark, quoted as RFC 4180, no cell a formula', () => {
    const text = textOf('csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([data[0].length]));
    const [head, park, , , idle] = data;
    const cell = (row: string[], name: string) => row[head.indexOf(name)];
    expect(data.map((row) => cell(row, '名称'))).toEqual(['名称', '柳溪,"一"园', "'=cmd|槐店&<园>", '未定园', '', '']);
    expect([cell(park, '类别'), cell(park, '类型'), cell(park, '结论')]).toEqual(['园区', '生产制造类', '符合']);
    expect([cell(idle, '类别'), cell(idle, '用地面积（亩）'), cell(idle, '用途')]).toEqual([
      '疑似闲置',
      '12.5',
      '工业用地',
    ]);
    // Of parks alone every row is one, and nothing has to say so.
    expect(textOf('csv', { ...seen, idle: [] })).not.toContain('类别');
  });

  test('KML is read by another with the same rings, and says its words beside the values', () => {
    const document = new DOMParser().parseFromString(textOf('kml', seen, 'en'), 'text/xml');
    const { features } = kml(document as unknown as Document) as FeatureCollection;
    expect(features.map((f) => f.properties!.name as string)).toEqual([
      '柳溪,"一"园',
      '=cmd|槐店&<园>',
      '未定园',
      'L-1',
      'L-2',
    ]);
    expect(features[1].geometry).toEqual({ type: 'Point', coordinates: [113.8, 34.8] });
    expect(features[0].properties).toMatchObject({ parkType: 'Manufacturing', outcome: 'Met', stage: 'Operating' });
    const json = JSON.parse(textOf('geojson')) as FeatureCollection<MultiPolygon>;
    expect(positionsOf(features[0].geometry)).toEqual(positionsOf(json.features[0].geometry));
  });

  test('Excel has a sheet a kind, numbers as numbers, and where it comes from', async () => {
    const { name, content } = made('xlsx');
    expect(name).toBe('澄州市-小微企业园-2026-11-01-示例数据.xlsx');
    const sheets = await readExcel(Buffer.from(content as Uint8Array));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['园区', '可供建园的土地', '来源']);
    const [parks, idle, about] = sheets.map(({ data }) => data);
    expect(parks.map((row) => row.length)).toEqual(Array(4).fill(parks[0].length));
    expect(parks[1][parks[0].indexOf('用地面积（m²）')]).toBe(66_675);
    expect(parks[2][1]).toBe('=cmd|槐店&<园>');
    expect(idle[2][idle[0].indexOf('类别')]).toBe('疑似批而未供');
    expect(about.map(([what]) => what)).toContain('审图号');
  });

  test('where it comes from tells what was filtered and which part of the map it is', async () => {
    const near = inView({ ...seen, narrowed: '空房：有空房' }, [113.6, 34.7, 113.7, 34.8]);
    const about = JSON.parse(made('geojson', near).content as string).about as Record<string, string>;
    expect(about).toMatchObject({ 园区筛选: '空房：有空房', 地图范围: '113.6000, 34.7000 – 113.7000, 34.8000' });
    expect(Object.keys(JSON.parse(made('geojson').content as string).about as object)).not.toContain('园区筛选');
  });

  test('only what is in view: a park by its outline, land by its place', () => {
    // A corner of the outline, far from where the park is labelled.
    const corner = inView(seen, [113.709, 34.745, 113.72, 34.76]);
    expect([corner.parks, corner.idle.length]).toEqual([[0], 0]);
    const east = inView(seen, [113.79, 34.79, 113.9, 34.9]);
    expect([east.parks, east.idle.map(({ id }) => id)]).toEqual([[1], ['L-2']]);
    // Outside a filter nothing comes back.
    expect(inView({ ...seen, parks: [2] }, [113, 34, 114, 35]).parks).toEqual([]);
  });
});

/** Every position of a geometry, whatever it is nested in. */
function positionsOf(geometry: unknown): Position[] {
  if (Array.isArray(geometry))
    return typeof geometry[0] === 'number' ? [geometry as Position] : geometry.flatMap(positionsOf);
  const { coordinates, geometries } = geometry as { coordinates?: unknown; geometries?: unknown[] };
  return geometries ? geometries.flatMap(positionsOf) : positionsOf(coordinates);
}
