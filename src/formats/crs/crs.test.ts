import { describe, expect, it } from 'vitest';
import { toShifted } from '../../domain/geodesy/shifted-datum.ts';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { toPlane, zoneCrs } from '../../domain/geodesy/zones.ts';
import { file, utf8 } from '../test-files.ts';
import { readFiles } from '../index.ts';
import type { ReadOptions } from '../contract.ts';
import { crossFileNotes } from '../sets/cross-file-notes.ts';
import { zoneDoubts } from './doubts.ts';
import { duplicatesOf } from './duplicates.ts';
import { shiftBetween } from './shift.ts';

const square = (lon: number, lat: number, size = 0.001): Position[] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];
const grid = Array.from({ length: 20 }, (_, i) => square(113.5 + (i % 5) * 0.002, 34.5 + Math.floor(i / 5) * 0.003));
const layerOf = (rings: readonly (readonly Position[])[]) => buildLayer(rings.map((ring) => [[ring]]));
const geojson = (features: readonly object[], more = {}) =>
  utf8(JSON.stringify({ type: 'FeatureCollection', ...more, features }));
const feature = (id: string, ring: readonly Position[], kind = 'parcel') => ({
  type: 'Feature',
  properties: { kind, id },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
async function read(bytes: Uint8Array, options: ReadOptions = {}) {
  const result = await readFiles([file('a.geojson', bytes)], options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('a layer moved by GCJ-02 or BD-09', () => {
  const there = layerOf(grid);
  it.each(['gcj02', 'bd09'] as const)('is recognised by its corners: %s', (datum) => {
    const moved = layerOf(grid.map((ring) => ring.map((p) => toShifted(datum, p))));
    const found = shiftBetween(there, moved);
    expect(found).toMatchObject({ datum, moved: 'b' });
    expect(shiftBetween(moved, there)).toMatchObject({ datum, moved: 'a' });
    // The distance on the sphere between one corner and its copy.
    const [[x, y], [u, v]] = [grid[0][0], toShifted(datum, grid[0][0])];
    const metres = 6_371_008.8 * (Math.PI / 180) * Math.hypot((u - x) * Math.cos((y * Math.PI) / 180), v - y);
    expect(Math.abs((found?.metres ?? 0) - metres)).toBeLessThan(metres * 0.01);
  });

  it('is not seen where there is none', () => {
    expect(shiftBetween(there, there)).toBeNull();
    expect(
      shiftBetween(there, layerOf(grid.map((ring) => ring.map(([x, y]): Position => [x + 0.0061, y])))),
    ).toBeNull();
    expect(shiftBetween(there, layerOf([]))).toBeNull();
  });

  it('is moved back with everything in it, and never where it came as metres', async () => {
    const at = grid[0].map((p) => toShifted('gcj02', p));
    const other = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at[0] } };
    const found = await read(geojson([feature('A', at), other]), { datum: 'gcj02' });
    expect(found.project.parcels.layer.lonLat.slice(0, 2)).toEqual(Float64Array.from(grid[0][0]));
    const point = (found.project.others[0] as typeof other).geometry.coordinates;
    expect(point[0]).toBeCloseTo(grid[0][0][0], 8);
    const crs = zoneCrs(3, 38, true);
    const metres = grid[0].map(([x, y]) => (crs ? toPlane(crs, x, y) : [0, 0]) as Position);
    const refused = await readFiles([file('a.geojson', geojson([feature('A', metres)]))], { datum: 'gcj02' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'datum-on-metres' } });
  });
});

describe('boundaries drawn twice', () => {
  it('are found whatever their start, their direction and a tenth of a millimetre', () => {
    const [a, b, c, d] = grid;
    const turned = [...a.slice(2), ...a.slice(1, 3)].reverse();
    const near = b.map(([x, y]): Position => [x + 1e-9, y]);
    const far = c.map(([x, y]): Position => [x + 3e-9, y]);
    const corner = d.map(([x, y], i): Position => (i === 2 ? [x + 5e-9, y] : [x, y]));
    expect(duplicatesOf(layerOf([a, b, c, d, turned, near, far, corner]))).toEqual([
      [0, 4],
      [1, 5],
    ]);
  });

  it('are named by their ids', async () => {
    const found = await read(geojson([feature('A', grid[0]), feature('B', grid[1]), feature('C', grid[0])]));
    expect(found.notes).toEqual([{ code: 'duplicate-geometry', params: { count: 1, ids: 'A = C' } }]);
  });
});

describe('the zone', () => {
  const surveyed = (zone: number, ring: readonly Position[]) => {
    const crs = zoneCrs(3, zone, false);
    return ring.map(([x, y]) => (crs ? toPlane(crs, x, y) : [0, 0]) as Position);
  };
  const epsgOf = (zone: number) => zoneCrs(3, zone, false)?.epsg;
  const land = surveyed(38, grid[0]);

  it('is doubted where another layer lies elsewhere, with the distance and the zone that fits', async () => {
    const town = await read(geojson([feature('T', square(114.0, 34.49, 0.05))]));
    const crsOf = (zone: number) => ({ epsg: epsgOf(zone) });
    const right = await read(geojson([feature('A', surveyed(38, square(114.02, 34.5)))]), crsOf(38));
    const wrong = await read(geojson([feature('A', surveyed(38, square(114.02, 34.5)))]), crsOf(37));
    const [a, b, c] = [town, right, wrong].map(({ project }) => project.parcels.layer);
    expect(zoneDoubts(b, [a])).toEqual([]);
    // Three degrees of longitude at 34.5°N: 6371 km × cos φ × π / 60.
    const km = Math.round((6371 * Math.cos((34.5 * Math.PI) / 180) * Math.PI) / 60);
    const [doubt] = zoneDoubts(c, [a]);
    expect(doubt).toMatchObject({ code: 'zone-doubtful', params: { stated: 'EPSG:4546', likely: 'EPSG:4547' } });
    expect(Math.abs(Number(doubt.params.km) - km)).toBeLessThan(5);
    const files = [
      { name: 'town', read: town },
      { name: 'land', read: wrong },
    ];
    expect(crossFileNotes(files).map(({ name, note }) => [name, note.code])).toEqual([['land', 'zone-doubtful']]);
  });

  it('is doubted where the land lies far from its central meridian', async () => {
    const far = surveyed(38, square(116.4, 34.5));
    const found = await read(geojson([feature('A', far)]), { epsg: epsgOf(38) });
    expect(found.notes).toEqual([
      { code: 'zone-far', params: { stated: 'EPSG:4547', likely: `EPSG:${epsgOf(39)}`, km: 220 } },
    ]);
    expect((await read(geojson([feature('A', land)]), { epsg: epsgOf(38) })).notes).toEqual([]);
  });
});

it('latitude first is turned round whatever CRS of degrees is declared', async () => {
  const turned = grid[0].map(([x, y]): Position => [y, x]);
  for (const more of [{}, { crs: { type: 'name', properties: { name: 'EPSG:4326' } } }]) {
    const found = await read(geojson([feature('A', turned)], more));
    expect(found.notes).toEqual([{ code: 'axes-swapped', params: { first: 'north' } }]);
    expect(found.project.parcels.layer.lonLat[0]).toBe(grid[0][0][0]);
  }
});

describe('a CRS given against that of the file', () => {
  const txt = (system: string) =>
    file(
      'a.txt',
      `[属性描述]\n坐标系=${system}\n几度分带=3\n带号=38\n[地块坐标]\n4,,A,,面,,,,@\nJ1,1,3847300,38406600\nJ2,1,3847550,38406600\nJ3,1,3847550,38406866\nJ1,1,3847300,38406600\n`,
    );
  const geojson = (name: string) =>
    file(
      'a.geojson',
      `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"${name}"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[38406600,3847300],[38406866,3847300],[38406866,3847550],[38406600,3847300]]]}}]}`,
    );
  const said = async (given: ReturnType<typeof file>, epsg?: number) => {
    const read = await readFiles([given], { epsg });
    return read.ok ? read.value.notes.filter(({ code }) => code === 'crs-overridden') : read.refusal.code;
  };
  const note = (stated: string) => [{ code: 'crs-overridden', params: { stated, used: 'EPSG:4526' } }];

  it('is taken, and said', async () => {
    expect(await said(txt('80国家大地坐标系'))).toBe('crs-unsupported');
    expect(await said(txt('80国家大地坐标系'), 4526)).toEqual(note('80国家大地坐标系'));
    expect(await said(geojson('EPSG:2362'), 4526)).toEqual(note('EPSG:2362'));
    expect(await said(geojson('EPSG:4527'), 4526)).toEqual(note('EPSG:4527'));
  });

  it('is nothing to speak of where both are one, or the file says none', async () => {
    expect(await said(txt('2000国家大地坐标系'), 4526)).toEqual([]);
    expect(await said(txt(''), 4526)).toEqual([]);
    expect(await said(geojson('EPSG:4526'), 4526)).toEqual([]);
  });
});
