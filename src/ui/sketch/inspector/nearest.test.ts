import { describe, expect, it } from 'vitest';
import type { Polygon } from 'geojson';
import { nearestBetween } from './nearest.ts';

const box = (w: number, s: number, e: number, n: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
});

describe('where two shapes are nearest', () => {
  it('is in the middle between the sides that face each other, though no two corners do', () => {
    const near = nearestBetween(box(0, 0, 1, 1), box(2, 0.4, 3, 0.6))!;
    expect(near.middle[0]).toBeCloseTo(1.5);
    expect(near.middle[1]).toBeGreaterThanOrEqual(0.4);
    expect(near.middle[1]).toBeLessThanOrEqual(0.6);
  });

  it('counts a degree of longitude as long as it is there', () => {
    const own = box(0, 60, 1, 61);
    const east = nearestBetween(own, box(2, 60, 3, 61))!;
    expect(east.distance).toBeCloseTo(Math.cos(Math.PI / 3));
  });

  it('also of a line; null of a point', () => {
    expect(
      nearestBetween(box(0, 0, 1, 1), {
        type: 'LineString',
        coordinates: [
          [0, 2],
          [1, 2],
        ],
      })?.middle[1],
    ).toBeCloseTo(1.5);
    expect(nearestBetween(box(0, 0, 1, 1), { type: 'Point', coordinates: [0, 0] })).toBeNull();
  });
});
