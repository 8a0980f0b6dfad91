import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { pointInside } from './point-inside.ts';

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

describe('a point inside', () => {
  it('lies inside any star-shaped polygon, by turf', () => {
    const radii = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 });
    fc.assert(
      fc.property(radii, (rs) => {
        const ring = rs.map((r, i): Position => {
          const angle = (2 * Math.PI * i) / rs.length;
          return [113 + r * Math.cos(angle), 34 + r * Math.sin(angle)];
        });
        const shape = polygon([...ring, ring[0]]);
        const point = pointInside(shape.coordinates);
        expect(point).not.toBeNull();
        expect(booleanPointInPolygon(point as Position, shape)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('takes an arm of a U and not the gap between the arms', () => {
    const u: Position[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [7, 10],
      [7, 1],
      [3, 1],
      [3, 10],
      [0, 10],
      [0, 0],
    ];
    const point = pointInside([u])!;
    expect(point[0] < 3 || point[0] > 7).toBe(true);
  });

  it('keeps out of a hole', () => {
    const ring = (a: number, b: number): Position[] => [
      [a, a],
      [b, a],
      [b, b],
      [a, b],
      [a, a],
    ];
    const shape = polygon(ring(0, 10), ring(2, 9));
    expect(booleanPointInPolygon(pointInside(shape.coordinates) as Position, shape)).toBe(true);
  });

  it('is none where nothing is enclosed', () => {
    expect(pointInside([])).toBeNull();
    expect(pointInside([[]])).toBeNull();
    expect(
      pointInside([
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ]),
    ).toBeNull();
    expect(
      pointInside([
        [
          [NaN, 0],
          [1, 0],
          [1, 1],
          [NaN, 0],
        ],
      ]),
    ).toBeNull();
  });
});
