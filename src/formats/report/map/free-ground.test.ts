import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../drawing.ts';
import { freeGround } from './free-ground.ts';

const box = (left: number, top: number, width: number, height: number): Point[] => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];
const reach = { up: 2, down: 4, aside: 5 };

describe('free ground for the number of a parcel', () => {
  it('is where it would stand anyhow, where no building is', () => {
    expect(freeGround([box(0, 0, 60, 40)], [box(40, 25, 10, 10)], [30, 10], reach)).toEqual([30, 10]);
  });

  it('is beside a building, whole on the land', () => {
    const at = freeGround([box(0, 0, 60, 40)], [box(10, 5, 40, 18)], [30, 14], reach)!;
    expect(at[1]).toBeGreaterThanOrEqual(25);
    expect(at[1]).toBeLessThanOrEqual(36);
  });

  it('is none where buildings leave no room, in a courtyard of one where that is large enough', () => {
    expect(freeGround([box(0, 0, 60, 40)], [box(2, 2, 56, 36)], [30, 20], reach)).toBeNull();
    expect(freeGround([box(0, 0, 60, 40)], [box(2, 2, 56, 36), box(20, 12, 20, 16)], [30, 20], reach)).toEqual([30, 20]); // prettier-ignore
  });

  it('never meets an upright building, wherever buildings stand: told by sides', () => {
    const at = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 35 }), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 15 })); // prettier-ignore
    fc.assert(
      fc.property(fc.array(at, { maxLength: 6 }), (buildings) => {
        const found = freeGround([box(0, 0, 70, 50)], buildings.map((own) => box(...own)), [35, 25], reach); // prettier-ignore
        if (!found) return;
        const [left, right, top, bottom] = [found[0] - 5, found[0] + 5, found[1] - 2, found[1] + 4];
        expect([left >= 0, right <= 70, top >= 0, bottom <= 50]).not.toContain(false);
        // Rings one within the other are a building and its courtyard: where two lie over each other, all of it is free.
        const around = buildings.filter(([x, y, width, height]) => left >= x && right <= x + width && top >= y && bottom <= y + height); // prettier-ignore
        expect(around.length % 2).toBe(0);
        for (const [x, y, width, height] of buildings.filter((own) => !around.includes(own)))
          expect(right <= x || left >= x + width || bottom <= y || top >= y + height).toBe(true);
      }),
    );
  });
});
