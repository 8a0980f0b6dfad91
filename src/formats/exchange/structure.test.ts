import fc from 'fast-check';
import gjv from 'geojson-validation';
import { describe, expect, it } from 'vitest';
import { file } from '../test-files.ts';
import { readExchange } from './read.ts';
import { featureFault, isPlainArea } from './shape.ts';

const square = [
  [113.6, 34.7],
  [113.601, 34.7],
  [113.601, 34.701],
  [113.6, 34.7],
];
const read = (geometry: unknown) => {
  const features = [{ type: 'Feature', properties: { kind: 'parcel', id: 'A' }, geometry }];
  const { name, bytes } = file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  return readExchange(name, bytes, {});
};

describe('the arrays of a geometry', () => {
  it.each<[string, string, unknown, object]>([
    ['an empty hole', 'MultiPolygon', [[square], [square, []]], { detail: 'ring-empty', part: 2, ring: 2 }],
    ['a ring of two', 'Polygon', [square.slice(0, 2)], { detail: 'ring-short', ring: 1 }],
    ['an open ring', 'Polygon', [[...square, [113.5, 34.6]]], { detail: 'ring-open', ring: 1 }],
    ['a position of one number', 'Polygon', [[[1], ...square]], { detail: 'position-short', ring: 1, point: 1 }],
    ['a level too few', 'Polygon', square, { detail: 'nesting', ring: 1, point: 1 }],
    ['a level too many', 'Polygon', [[square]], { detail: 'nesting', ring: 1, point: 1 }],
    ['no array', 'Polygon', 'x', { detail: 'nesting' }],
    ['an unknown type', 'Circle', [1, 2], { detail: 'geometry-type', type: 'Circle' }],
  ])('%s is refused with its place', (_, type, coordinates, params) => {
    const result = read({ type, coordinates });
    if (result.ok) throw new Error('read');
    expect(result.refusal).toEqual({ code: 'not-geojson', params: { where: '#1 (A)', ...params } });
  });

  it.each([
    ['Polygon', []],
    ['Polygon', [[]]],
    ['MultiPolygon', []],
    ['MultiPolygon', [[], [[]]]],
    ['Point', []],
  ])('a %s of no coordinates %j is a parcel not drawn', (type, coordinates) => {
    const result = read({ type, coordinates });
    if (!result.ok) throw new Error(result.refusal.code);
    expect([...result.value.project.parcels.layer.partStart]).toEqual([0, 0]);
  });
});

it('what passes as a plain area the library has nothing to say of', () => {
  const position = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 2, maxLength: 3 });
  const positions = fc.array(position, { minLength: 3, maxLength: 4 });
  const closed = positions.chain((own) =>
    fc.constantFrom(...[own[0], [...own[0], 0], own[0].slice(0, 2)].map((end) => [...own, end])),
  );
  const anything = fc.array(fc.array(fc.integer(), { maxLength: 3 }), { maxLength: 4 });
  const ring = fc.oneof({ weight: 9, arbitrary: closed }, { weight: 1, arbitrary: anything });
  const rings = fc.array(ring, { maxLength: 2 });
  const geometry = fc.oneof(
    fc.record({ type: fc.constant('Polygon'), coordinates: rings }),
    fc.record({ type: fc.constant('MultiPolygon'), coordinates: fc.array(rings, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('Polygon'), coordinates: rings, bbox: fc.array(fc.integer(), { maxLength: 4 }) }),
  );
  let plain = 0;
  fc.assert(
    fc.property(geometry, (drawn) => {
      const feature = { type: 'Feature', properties: {}, geometry: drawn };
      if (featureFault(feature, '#1') || !isPlainArea(feature)) return;
      if (drawn.coordinates.length > 0) plain++;
      expect(gjv.isFeature(feature, true)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(100);
});
