import { describe, expect, it } from 'vitest';
import { ShapeCollector } from '../features/shapes.ts';
import { readWkb } from './read.ts';
import { wkbOf } from './write.ts';

const ring: readonly (readonly [number, number])[] = [
  [1, 2],
  [5, 2],
  [5, 7],
  [1, 2],
];

interface Style {
  readonly little: boolean;
  readonly word: number;
  readonly srid?: number;
  readonly numbers: number;
}

/** A polygon of one ring by the letter of the standard, number after number. */
function polygon({ little, word, srid, numbers }: Style): Uint8Array {
  const bytes = new Uint8Array(13 + (srid === undefined ? 0 : 4) + ring.length * numbers * 8);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const uint32 = (v: number) => (view.setUint32(at, v, little), (at += 4));
  view.setUint8(at++, little ? 1 : 0);
  uint32(word);
  if (srid !== undefined) uint32(srid);
  uint32(1);
  uint32(ring.length);
  for (const [x, y] of ring)
    for (const v of [x, y, 99, 98].slice(0, numbers)) {
      view.setFloat64(at, v, little);
      at += 8;
    }
  return bytes;
}

function read(bytes: Uint8Array) {
  const builder = new ShapeCollector();
  const result = readWkb(bytes, builder);
  return result.ok ? [...builder.build().xy] : result.refusal;
}

describe('well-known binary', () => {
  it.each<[string, Omit<Style, 'little'>]>([
    ['2D', { word: 3, numbers: 2 }],
    ['ISO Z', { word: 1003, numbers: 3 }],
    ['ISO M', { word: 2003, numbers: 3 }],
    ['ISO ZM', { word: 3003, numbers: 4 }],
    ['EWKB with SRID', { word: 0x2000_0003, srid: 4490, numbers: 2 }],
    ['EWKB Z', { word: 0x8000_0003, numbers: 3 }],
    ['EWKB M', { word: 0x4000_0003, numbers: 3 }],
    ['EWKB ZM with SRID', { word: 0xe000_0003, srid: 1, numbers: 4 }],
  ])('%s in both byte orders is the same outline', (_, style) => {
    for (const little of [true, false]) expect(read(polygon({ ...style, little }))).toEqual(ring.flat());
  });

  it('what is written reads back: parts, holes, nothing', () => {
    const builder = new ShapeCollector();
    expect(readWkb(wkbOf([[ring, ring], [ring]]), builder).ok).toBe(true);
    expect(readWkb(wkbOf([]), builder).ok).toBe(true);
    const { partStart, ringStart, vertexStart } = builder.build();
    expect([[...partStart], [...ringStart], [...vertexStart]]).toEqual([
      [0, 2, 2],
      [0, 2, 3],
      [0, 4, 8, 12],
    ]);
  });

  /** A shape of any type by the letter of the standard, its numbers and inner shapes one after the other. */
  const shape = (type: number, ...parts: readonly (number[] | Uint8Array)[]): Uint8Array => {
    const body = parts.map((part) => (part instanceof Uint8Array ? part : doubles(part)));
    const bytes = new Uint8Array([1, type, 0, 0, 0, ...(type === 1 ? [] : [parts.length, 0, 0, 0]), ...body.flatMap((b) => [...b])]); // prettier-ignore
    return bytes;
  };
  const doubles = (numbers: readonly number[]) => new Uint8Array(Float64Array.from(numbers).buffer);
  const line = (...points: (readonly [number, number])[]) => shape(2, ...points.map((p) => [...p]));
  const area = polygon({ little: true, word: 3, numbers: 2 });
  const toldOf = (bytes: Uint8Array) => {
    const shapes = new ShapeCollector();
    const result = readWkb(bytes, shapes);
    return result.ok ? [[...shapes.build().xy], shapes.outcomes()[0]] : result.refusal;
  };

  it.each<[string, Uint8Array, unknown]>([
    ['MultiSurface of a polygon', shape(12, area), 'area'],
    ['MultiSurface of a CurvePolygon', shape(12, shape(10, line(...ring))), 'area'],
    ['CurvePolygon of lines', shape(10, line(...ring)), 'area'],
    ['CurvePolygon of joined lines', shape(10, shape(9, line(...ring.slice(0, 3)), line(...ring.slice(2)))), 'area'],
    ['closed line', line(...ring), 'lines'],
    ['MultiLineString that is closed', shape(5, line(...ring)), 'lines'],
    ['collection of an area', shape(7, area), 'area'],
    ['collection of an area and a point', shape(7, area, shape(1, [1, 2])), 'collection'],
    ['collection in a collection', shape(7, shape(7, line([1, 2], [3, 4])), area), 'collection'],
  ])('a %s is read by its area', (_, bytes, told) => expect(toldOf(bytes)).toEqual([ring.flat(), told]));

  it.each<[string, Uint8Array, string]>([
    ['point', shape(1, [1, 2]), 'Point'],
    ['points', shape(4, shape(1, [1, 2]), shape(1, [3, 4])), 'MultiPoint'],
    ['open line', line(...ring.slice(0, 3)), 'LineString'],
    ['collection of points', shape(7, shape(1, [1, 2])), 'GeometryCollection'],
    ['TIN', shape(16, area), 'TIN'],
  ])('a %s has no area and is named', (_, bytes, type) => {
    const told = toldOf(bytes);
    expect(told).toEqual([[], { left: type === 'MultiPoint' ? 'Point' : type }]);
  });

  it('arcs are refused by name', () => {
    for (const bytes of [shape(8, [1, 2]), shape(10, shape(8, [1, 2])), shape(10, shape(9, shape(8, [1, 2])))])
      expect(toldOf(bytes)).toMatchObject({ code: 'unsupported', params: { what: 'curve', type: 'CircularString' } });
    expect(toldOf(shape(99))).toMatchObject({ code: 'damaged' });
  });

  it('no nesting is followed without end', () => {
    let nested = area;
    for (let i = 0; i < 100; i++) nested = shape(7, nested);
    expect(toldOf(nested)).toMatchObject({ code: 'damaged' });
  });

  it('counts beyond the bytes are refused before anything is made of them', () => {
    const bytes = polygon({ little: true, word: 3, numbers: 2 });
    for (const at of [5, 9]) {
      const blown = Uint8Array.from(bytes);
      blown.set([0xff, 0xff, 0xff, 0xff], at);
      expect(read(blown)).toMatchObject({ code: 'damaged', params: { detail: 'wkb-count' } });
    }
    for (let end = 0; end < bytes.length; end++)
      expect(read(bytes.subarray(0, end))).toMatchObject({ code: 'damaged' });
  });
});
