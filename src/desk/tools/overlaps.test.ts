import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeArea } from '../../domain/geometry/edit/sheet.ts';
import { offLine } from './vectors.ts';
import { isInside } from './inside.ts';
import { clipped, overlapsWith } from './overlaps.ts';
import { anyBoundaries, at, box, parcel, ring, sceneOf } from './test-scene.ts';

const against = { table: 'parcel' } as const;

describe('what is drawn over existing land', () => {
  const { ground } = sceneOf([parcel(1, box(30, 0, 40)), parcel(2, box(-50, -50, 10))]);

  it('is told with whose it is, and clipped to the border that is there', () => {
    const overlaps = overlapsWith([[box(0, 0, 40)]], ground, against);
    expect(overlaps).toMatchObject([{ table: 'parcel', key: 1, areaM2: 400 }]);
    const left = clipped([[box(0, 0, 40)]], ground, against)!;
    expect(shapeArea(left)).toBeCloseTo(1200, 6);
    expect(left.flat(2)).toContainEqual(at(30, 0));
  });

  it('is nothing where borders only touch, for itself, and by a rounding', () => {
    const beside = [[ring([0, 0], [30.00001, 0], [30.00001, 40], [0, 40])]];
    expect(overlapsWith(beside, ground, against)).toEqual([]);
    expect(clipped(beside, ground, against)).toBe(beside);
    expect(overlapsWith([[box(0, 0, 40)]], ground, { ...against, except: 1 })).toEqual([]);
    expect(clipped([[box(35, 5, 10)]], ground, against)).toEqual([]);
  });
});

it('clipping leaves the places of the shape that are nobody else’s, and no other', () => {
  const places = fc.array(fc.tuple(fc.double({ min: -25, max: 25, noNaN: true }), fc.double({ min: -25, max: 25, noNaN: true })), { minLength: 20, maxLength: 20 }); // prettier-ignore
  fc.assert(
    fc.property(anyBoundaries, places, (land, all) => {
      const own = [[ring([-20, -18], [21, -15], [5, 2], [19, 20], [-17, 16])]];
      const left = clipped(own, sceneOf(land).ground, against);
      fc.pre(left !== null);
      const edges = [...own.flat(), ...land.flatMap(({ shape }) => shape.flat())].flatMap((r) =>
        r.map((a, i) => [a, r[(i + 1) % r.length]] as const),
      );
      for (const [x, y] of all) {
        const p = at(x, y);
        if (edges.some((edge) => offLine(edge, p) < 1e-2)) continue;
        const isFree = isInside(own, p) && !land.some(({ shape }) => isInside(shape, p));
        expect(isInside(left!, p)).toBe(isFree);
      }
    }),
  );
});
