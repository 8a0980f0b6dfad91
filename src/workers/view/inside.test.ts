import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPoint } from '../../domain/geometry/overlap.ts';
import { buildLayer } from '../../domain/geometry/builder.ts';
import { pointInside } from './inside.ts';

/** A star-shaped ring: simple by construction, often far from convex. */
const star = fc
  .array(fc.double({ min: 0.0005, max: 0.01, noNaN: true }), { minLength: 5, maxLength: 14 })
  .map((radii) => {
    const ring = radii.map((r, i): [number, number] => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [113.6 + r * Math.cos(angle), 34.7 + r * Math.sin(angle)];
    });
    return [...ring, ring[0]];
  });

describe('the point inside', () => {
  it('lies in the polygon, by the crossing test of the domain', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const at = pointInside({ type: 'Polygon', coordinates: [ring] });
        expect(at).not.toBeNull();
        expect(containsPoint(buildLayer([[[ring]]]), 0, at![0], at![1])).toBe(true);
      }),
    );
  });

  it('keeps out of a hole in the middle', () => {
    const square = (d: number): [number, number][] => [
      [-d, -d],
      [d, -d],
      [d, d],
      [-d, d],
      [-d, -d],
    ];
    const [x, y] = pointInside({ type: 'Polygon', coordinates: [square(3), square(2)] })!;
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeGreaterThan(2);
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(3);
  });

  it('is nowhere for a line that encloses nothing', () => {
    expect(
      pointInside({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
        ],
      }),
    ).toBeNull();
  });
});
