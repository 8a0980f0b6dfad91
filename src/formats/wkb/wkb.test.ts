import { describe, expect, it } from 'vitest';
import { OutlineBuilder } from '../features/outlines.ts';
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
  const builder = new OutlineBuilder();
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
    const builder = new OutlineBuilder();
    expect(readWkb(wkbOf([[ring, ring], [ring]]), builder).ok).toBe(true);
    expect(readWkb(wkbOf([]), builder).ok).toBe(true);
    const { partStart, ringStart, vertexStart } = builder.build();
    expect([[...partStart], [...ringStart], [...vertexStart]]).toEqual([
      [0, 2, 2],
      [0, 2, 3],
      [0, 4, 8, 12],
    ]);
  });

  it.each([
    [8, 'CircularString'],
    [10, 'CurvePolygon'],
    [1012, 'MultiSurface'],
  ])('curve type %i is refused as %s', (word, type) => {
    const bytes = polygon({ little: true, word, numbers: 2 });
    expect(read(bytes)).toMatchObject({ code: 'unsupported', params: { what: 'curve', type } });
  });

  it.each([
    [1, 'Point'],
    [2005, 'MultiLineString'],
    [7, 'GeometryCollection'],
    [16, 'TIN'],
  ])('type %i is refused as %s', (word, type) => {
    const bytes = polygon({ little: true, word, numbers: 2 });
    expect(read(bytes)).toMatchObject({ code: 'not-polygons', params: { type } });
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
