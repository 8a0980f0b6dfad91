import { expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { boundsOfRows, isDrawable, layerOfRows } from './rows.ts';

const box = (x: number, size: number) =>
  [
    [x, 30],
    [x + size, 30],
    [x + size, 30 + size],
    [x, 30 + size],
    [x, 30],
  ] as const;
const withHole: MultiPolygon = [[box(110, 1), box(110.2, 0.1)]];
const twoParts: MultiPolygon = [[box(112, 1)], [box(114, 1)]];
const layer = buildLayer([withHole, null, twoParts, [[box(116, 2)]]]);

it('rows as a layer of their own keep their parts, holes and order', () => {
  const part = layerOfRows(layer, Uint32Array.of(2, 1, 0));
  expect(part.size).toBe(3);
  expect([0, 2].map((f) => toMultiPolygon(part, f))).toEqual([twoParts, withHole]);
  expect(part.partStart[1]).toBe(part.partStart[2]);
});

it('bounds are those of what is drawn', () => {
  expect(boundsOfRows(layer, [0, 1, 2])).toEqual([110, 30, 115, 31]);
  expect(boundsOfRows(layer, [1])).toBeNull();
  const strange = { ...layer, lonLat: layer.lonLat.slice() };
  strange.lonLat[0] = NaN;
  expect([0, 1, 3].map((row) => isDrawable(strange, row))).toEqual([false, false, true]);
});
