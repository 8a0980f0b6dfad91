import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { outlinesOf } from '../features/outlines.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { isWkt, readWkt } from './read.ts';

const read = (text: string) => {
  const builder = new ShapeCollector();
  const result = readWkt(text, builder);
  return result.ok ? { srid: result.value, ...builder.build() } : result.refusal;
};
const like = (shape: MultiPolygon | null, srid: number | null = null) => ({ srid, ...outlinesOf([shape]) });
const square: MultiPolygon = [[[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]]; // prettier-ignore
const two: MultiPolygon = [...square, [[[20, 0], [21, 0], [21, 1], [20, 0]]]]; // prettier-ignore

describe('a shape in words', () => {
  it('is read as GDAL, PostGIS (with SRID, Z, M) and hand-made tables write it', () => {
    const ring = '((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))';
    expect(read(`POLYGON ${ring}`)).toEqual(like(square));
    expect(read(`SRID=4490;POLYGON${ring}`)).toEqual(like(square, 4490));
    expect(read(` polygon ( (0 0 , 9 0,\n9 9, 0. .0 ),(1 1,2.0e0 1,2 +2,1 1 ) ) `)).toEqual(like(square));
    expect(read(`MULTIPOLYGON (${ring},((20 0,21 0,21 1,20 0)))`)).toEqual(like(two));
    expect(read(`MultiPolygon(${ring},EMPTY,((20 0,21 0,21 1,20 0)))`)).toEqual(like(two));
    expect(read('POLYGON Z ((0 0 5,9 0 5,9 9 5,0 0 5),(1 1 5,2 1 5,2 2 5,1 1 5))')).toEqual(like(square));
    expect(read('POLYGONZM((0 0 5 1,9 0 5 1,9 9 5 1,0 0 5 1),(1 1 5 1,2 1 5 1,2 2 5 1,1 1 5 1))')).toEqual(
      like(square),
    );
    for (const none of ['POLYGON EMPTY', 'MULTIPOLYGON Z EMPTY']) expect(read(none)).toEqual(like([]));
  });
  it('comes back number for number, whatever the numbers', () => {
    const number = fc.double({ min: -1e8, max: 1e8, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
    const ring = fc
      .array(fc.tuple(number, number), { minLength: 3, maxLength: 9 })
      .map((points) => [...points, points[0]]);
    const shape = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(shape, (parts) => {
        const list = (items: readonly unknown[], one: (item: never) => string): string =>
          `(${items.map((item) => one(item as never)).join(', ')})`;
        const text = list(parts, (rings: number[][][]) =>
          list(rings, (points: number[][]) => list(points, (p: number[]) => p.join(' '))),
        );
        expect(read(`MULTIPOLYGON ${text}`)).toEqual(like(parts));
      }),
      { numRuns: 200 },
    );
  });
  const toldOf = (text: string) => {
    const shapes = new ShapeCollector();
    const result = readWkt(text, shapes);
    return result.ok ? [shapes.build().xy.length / 2, shapes.outcomes()[0]] : result.refusal.code;
  };
  it('is read by its areas, and by closed lines where there are none', () => {
    const ring = '(0 0,9 0,9 9,0 0)';
    for (const [text, told] of [
      [`CURVEPOLYGON (${ring})`, 'area'],
      [`CURVEPOLYGON Z (COMPOUNDCURVE Z ((0 0 1,9 0 1,9 9 1),LINESTRING Z (9 9 1,0 0 1)))`, 'area'],
      [`MULTISURFACE ((${ring}))`, 'area'],
      [`MULTISURFACE (CURVEPOLYGON (${ring}))`, 'area'],
      [`LINESTRING ${ring}`, 'lines'],
      [`MULTILINESTRING (${ring})`, 'lines'],
      [`GEOMETRYCOLLECTION (POINT (1 2),POLYGON (${ring}))`, 'collection'],
      [
        `GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (MULTIPOINT ((1 2),(3 4))),POLYGON (${ring}),POINT EMPTY)`,
        'collection',
      ],
    ])
      expect([text, toldOf(text)]).toEqual([text, [4, told]]);
    for (const [text, told] of [
      ['POINT (1 2)', { left: 'Point' }],
      ['MULTIPOINT (1 2,3 4)', { left: 'MultiPoint' }],
      ['LINESTRING (1 2,3 4)', { left: 'LineString' }],
      ['TIN (((1 2,3 4)))', { left: 'TIN' }],
      ['LINESTRING EMPTY', 'empty'],
      ['GEOMETRYCOLLECTION (POINT (1 2))', { left: 'GeometryCollection' }],
    ] as const)
      expect([text, toldOf(text)]).toEqual([text, [0, told]]);
  });
  it('is refused by name, or as broken, wherever it ends', () => {
    expect(toldOf('CURVEPOLYGON (CIRCULARSTRING(0 0,1 1,0 0))')).toBe('unsupported');
    expect(toldOf(`${'GEOMETRYCOLLECTION ('.repeat(50)}POINT (1 2)${')'.repeat(50)}`)).toBe('damaged');
    expect(toldOf('constructor (1 2)')).toBe('damaged');
    const whole = 'MULTIPOLYGON (((0 0,9 0,9 9,0 0)),((20 0,21 0,21 1,20 0)))';
    for (let end = 0; end < whole.length; end++) expect(read(whole.slice(0, end))).toMatchObject({ code: 'damaged' });
    for (const more of [')', ';', ' POLYGON EMPTY']) expect(read(whole + more)).toMatchObject({ code: 'damaged' });
    expect(read('POLYGON ((0 0,9 NaN,9 9,0 0))')).toMatchObject({ code: 'damaged' });
    expect(read(`POLYGON ${'('.repeat(100_000)}`)).toMatchObject({ code: 'damaged' });
  });
  it('is told from other words', () => {
    for (const text of ['POLYGON ((', 'srid=4490;MultiPolygonZ(((', 'POINT EMPTY']) expect(isWkt(text)).toBe(true);
    for (const text of ['', 'polygonal', '矩形', '12', 'POLYGON']) expect(isWkt(text)).toBe(false);
  });
});
