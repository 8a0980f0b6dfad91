import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { thinnedLayer } from './thin.ts';

const DEGREE_M = 111_320;

it('tells no boundary more closely than set, moves none farther, and neighbours keep what they share', () => {
  // Two parcels on both sides of a crooked border.
  const bends = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(bends, fc.integer({ min: 4, max: 6 }), (metres, digits) => {
      const border = metres.map((east, i): Position => [113.7 + east / DEGREE_M, 34.7 + (i * 40) / DEGREE_M]);
      const [top, bottom] = [border[border.length - 1][1], border[0][1]];
      const side = (lon: number): Position[] => [...border, [lon, top], [lon, bottom]];
      const layer = buildLayer([[[side(113.69)]], [[side(113.71)]]]);
      const { lonLat, vertexStart } = thinnedLayer(layer, { digits, thinM: 3 });
      const ring = (r: number) =>
        Array.from({ length: vertexStart[r + 1] - vertexStart[r] }, (_, i) => {
          const v = vertexStart[r] + i;
          return [lonLat[2 * v], lonLat[2 * v + 1]] as const;
        });
      const shared = (r: number) => ring(r).filter(([lon]) => Math.abs(lon - 113.7) < 0.005).map(String); // prettier-ignore
      expect(new Set(shared(0))).toEqual(new Set(shared(1)));
      for (const value of lonLat) expect(Number(value.toFixed(digits))).toBe(value);
      // Every point that was left out lies within the tolerance of what is drawn, and what rounding adds.
      const drawn = ring(0);
      for (const point of border)
        expect(Math.min(...drawn.slice(1).map((end, i) => apartM(point, drawn[i], end)))).toBeLessThan(3 + DEGREE_M / 10 ** digits); // prettier-ignore
    }),
  );
});

/** Metres between a point and a stretch. */
function apartM(point: Position, from: Position, to: Position): number {
  const plane = ([lon, lat]: Position) => [lon * DEGREE_M * Math.cos((34.7 * Math.PI) / 180), lat * DEGREE_M];
  const [[px, py], [ax, ay], [bx, by]] = [point, from, to].map(plane);
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
