import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceBetween } from '../near/adjacency.ts';
import { buildLayer } from '../columns/builder.ts';
import type { MultiPolygon } from '../columns/layer.ts';
import { pairsNearby } from './nearby.ts';

const square = (lon: number, lat: number, width: number, height: number): MultiPolygon => [
  [[[lon, lat] as const, [lon + width, lat], [lon + width, lat + height], [lon, lat + height], [lon, lat]] as never],
];

it('finds every pair that lies within 100 m, anywhere in the country', () => {
  const some = fc.array(
    fc.record({
      x: fc.double({ min: 0, max: 0.01, noNaN: true }),
      y: fc.double({ min: 0, max: 0.01, noNaN: true }),
      w: fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
      h: fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
    }),
    { minLength: 2, maxLength: 8 },
  );
  const lon = fc.double({ min: 74, max: 134, noNaN: true });
  const lat = fc.double({ min: 18, max: 53.5, noNaN: true });
  fc.assert(
    fc.property(lon, lat, some, (west, south, all) => {
      const layer = buildLayer(all.map(({ x, y, w, h }) => square(west + x, south + y, w, h)));
      const rows = all.map((_, row) => row);
      const near = rows.flatMap((a) =>
        rows.slice(a + 1).flatMap((b) => (distanceBetween(layer, a, b).distanceM <= 100 ? [`${a} ${b}`] : [])),
      );
      const found = pairsNearby(layer, rows, 100)!.map(([a, b]) => `${a} ${b}`);
      expect(found).toEqual(expect.arrayContaining(near));
      expect(found).toHaveLength(new Set(found).size);
    }),
  );
});

it('gives none where there are more than are asked for', () => {
  const layer = buildLayer(Array.from({ length: 10 }, () => square(114, 34, 0.001, 0.001)));
  const rows = Array.from({ length: 10 }, (_, row) => row);
  expect(pairsNearby(layer, rows, 100, 45)).toHaveLength(45);
  expect(pairsNearby(layer, rows, 100, 44)).toBeNull();
});
