import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

const square = (lon: number, lat: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ],
  ],
});

describe('a picture', () => {
  it('shows a square of the ground as a square, north up, in the middle', () => {
    const lat = 34;
    const shape = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [113, lat],
          [113.001 + 0.001 * (1 / Math.cos((lat * Math.PI) / 180) - 1), lat],
          [113.001 + 0.001 * (1 / Math.cos((lat * Math.PI) / 180) - 1), lat + 0.001],
          [113, lat + 0.001],
          [113, lat],
        ],
      ],
    };
    expect(pictureOf([shape])).toEqual({ width: 240, height: 180, rings: [[30, 180, 210, 180, 210, 0, 30, 0]] });
  });

  it('holds every outline inside, wherever it is and however large', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 73, max: 134 }), fc.double({ min: 18, max: 53 }), fc.double({ min: 1e-4, max: 1 })),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        (squares) => {
          if (squares.some((own) => own.some(Number.isNaN))) return;
          const { rings, width, height } = pictureOf(squares.map((own) => square(...own)))!;
          for (const ring of rings)
            ring.forEach((n, i) => {
              expect(Number.isInteger(n) && n >= 0 && n <= (i % 2 ? height : width)).toBe(true);
            });
        },
      ),
    );
  });

  it('is none where there is nothing to be seen', () => {
    expect(pictureOf([])).toBeNull();
    expect(pictureOf([{ type: 'Point', coordinates: [113, 34] }])).toBeNull();
    expect(pictureOf([square(113, 34, 0)])).toBeNull();
  });
});
