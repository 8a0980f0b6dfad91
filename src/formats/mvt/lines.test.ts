import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { expect, it } from 'vitest';
import { codedOf } from '../../domain/land/records/coded.ts';
import { lineSet } from './lines.ts';
import { mercator } from './mercator.ts';

type Point = readonly [number, number];

/** How far a point is from a line, by brute force. */
function apart([px, py]: Point, line: readonly Point[]): number {
  return Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const t = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
      return Math.hypot(px - ax - t * dx, py - ay - t * dy);
    }),
  );
}

const isIn = ([x, y]: Point): boolean => x >= 0 && y >= 0 && x <= 4096 && y <= 4096;

it('shows a line where it runs, in the tile and no farther than a line may move', () => {
  const place = fc.tuple(fc.double({ min: 113, max: 114, noNaN: true }), fc.double({ min: 34, max: 35, noNaN: true }));
  const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 3 });
  let drawn = 0;
  fc.assert(
    fc.property(lines, fc.integer({ min: 6, max: 13 }), (all, z) => {
      const set = lineSet(all, { name: 'roads', tags: [{ key: 'rank', ...codedOf(all.length, (row) => row) }] });
      const placed = all.map((line) => {
        const xy = mercator(Float64Array.from(line.flat()));
        return line.map((_, v): Point => [xy[2 * v] * 2 ** z, xy[2 * v + 1] * 2 ** z]);
      });
      const [x, y] = placed[0][0].map(Math.floor);
      const own = placed.map((line) => line.map(([px, py]): Point => [(px - x) * 4096, (py - y) * 4096]));
      const bytes = set.tile(z, x, y);
      const layer = bytes && new VectorTile(new PbfReader(bytes)).layers.roads;
      const found = new Map<number, (readonly Point[])[]>();
      for (let i = 0; i < (layer?.length ?? 0); i++) {
        const feature = layer!.feature(i);
        expect([feature.type, feature.properties.rank]).toEqual([2, feature.id]);
        found.set(feature.id!, feature.loadGeometry().map((piece) => piece.map((p): Point => [p.x, p.y]))); // prettier-ignore
      }
      own.forEach((line, row) => {
        const pieces = found.get(row) ?? [];
        for (const point of pieces.flat()) {
          expect(Math.max(...point)).toBeLessThanOrEqual(4160);
          expect(apart(point, line)).toBeLessThan(3 + 1);
        }
        // What is short of three units may be left out altogether.
        for (const point of line.filter(isIn))
          if (pieces.length > 0) drawn++;
          else expect(line.every((other) => Math.hypot(other[0] - point[0], other[1] - point[1]) < 3 + 1)).toBe(true);
        for (const point of pieces.length > 0 ? line.filter(isIn) : [])
          expect(Math.min(...pieces.map((piece) => apart(point, piece)))).toBeLessThan(3 + 2);
      });
    }),
  );
  expect(drawn).toBeGreaterThan(100);
});
