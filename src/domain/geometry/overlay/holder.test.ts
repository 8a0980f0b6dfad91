import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdersOf, type Holders } from './holder.ts';
import type { MultiPolygon } from '../columns/layer.ts';
import { intersectionAreaM2 } from '../overlap/overlap.ts';
import { areasOf } from '../measure/measures.ts';
import { planeColumns } from '../plane/plane-columns.ts';
import { box, CRS, feature, layerOf, star, type Points } from '../plane/test-rings.ts';

type Features = readonly (MultiPolygon | null)[];
const holders = (parcels: Features, towns: Features): Holders =>
  holdersOf(planeColumns(layerOf(...parcels), CRS), planeColumns(layerOf(...towns), CRS))!;

/** A box with a hole one unit within, as [x, y, w, h, holed]. */
type Holed = readonly [number, number, number, number, boolean];
const rings = ([x, y, w, h, holed]: Holed): Points[] =>
  holed ? [box(x, y, w, h), box(x + 1, y + 1, w - 2, h - 2)] : [box(x, y, w, h)];
const covers = ([x, y, w, h, holed]: Holed, i: number, j: number): boolean => {
  const within = (by: number) => i >= x + by && i < x + w - by && j >= y + by && j < y + h - by;
  return within(0) && !(holed && within(1));
};

/** Witness: unit squares counted one by one. */
function counted(parcel: Holed, towns: readonly Holed[]): [number, number] {
  let whole = 0;
  const common = towns.map(() => 0);
  for (let j = 0; j < 80; j++)
    for (let i = 0; i < 80; i++) {
      if (!covers(parcel, i, j)) continue;
      whole++;
      towns.forEach((town, t) => (common[t] += Number(covers(town, i, j))));
    }
  const most = Math.max(0, ...common);
  return most === 0 ? [-1, 0] : [common.indexOf(most), most / whole];
}

describe('holder of a parcel', () => {
  const town = (x: number): MultiPolygon => feature([box(x, 0, 1000)]);
  it('takes the larger share, of equal ones the lower row, and none where a parcel only touches', () => {
    const parcels = [
      feature([box(10, 10, 100)]),
      feature([box(970, 10, 100)]), // 30 to 70
      feature([box(950, 500, 100)]), // half and half
      feature([box(0, 1000, 100)]), // on the first's border, outside
      feature([box(0, 900, 100)]), // inside, along two of its borders
      feature([box(-60, 0, 100)]), // 40 % in the first, the rest in none
      null,
      feature([box(5000, 5000, 10)]),
    ];
    const found = holders(parcels, [town(0), town(1000)]);
    expect([...found.holder]).toEqual([0, 1, 0, -1, 0, 0, -1, -1]);
    expect([...found.share]).toEqual([1, 0.7, 0.5, 0, 1, 0.4, 0, 0]);
    expect([...holders(parcels, [town(1000), town(0)]).holder]).toEqual([1, 0, 0, -1, 1, 1, -1, -1]);
    expect([...holders(parcels, []).holder]).toEqual(parcels.map(() => -1));
    expect(holders([], [town(0)]).holder).toHaveLength(0);
  });
  it('agrees with unit squares counted, holes and overlapping holders included', () => {
    const shape = (most: number) =>
      fc
        .tuple(
          fc.nat(70),
          fc.nat(70),
          fc.integer({ min: 1, max: most }),
          fc.integer({ min: 1, max: most }),
          fc.boolean(),
        )
        .map(([x, y, w, h, holed]): Holed => [x, y, Math.min(w, 80 - x), Math.min(h, 80 - y), holed])
        .map(([x, y, w, h, holed]): Holed => [x, y, w, h, holed && w > 2 && h > 2]);
    fc.assert(
      fc.property(
        fc.array(shape(9), { minLength: 1, maxLength: 40 }),
        fc.array(shape(60), { maxLength: 6 }),
        (parcels, towns) => {
          const found = holders(
            parcels.map((p) => feature(rings(p))),
            towns.map((t) => feature(rings(t))),
          );
          parcels.forEach((parcel, f) => {
            const [row, share] = counted(parcel, towns);
            expect(found.holder[f]).toBe(row);
            expect(found.share[f]).toBeCloseTo(share, 8);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
  it('agrees with every pair measured, for borders of any direction', () => {
    const blob = (r: number) =>
      fc
        .tuple(
          fc.integer({ min: -400, max: 400 }),
          fc.integer({ min: -400, max: 400 }),
          fc.array(fc.integer({ min: 4, max: 10 }), { minLength: 3, maxLength: 9 }),
        )
        .map(([x, y, radii]) =>
          feature([
            star(
              x,
              y,
              radii.map((n) => (n * r) / 10),
            ),
          ]),
        );
    fc.assert(
      fc.property(
        fc.array(blob(25), { minLength: 1, maxLength: 30 }),
        fc.array(blob(300), { minLength: 1, maxLength: 5 }),
        (parcels, towns) => {
          const found = holders(parcels, towns);
          const [p, t] = [layerOf(...parcels), layerOf(...towns)];
          for (let f = 0; f < p.size; f++) {
            const whole = areasOf(p, f).planeM2;
            const shares = towns.map((_, g) => Math.round((intersectionAreaM2(p, f, t, g) / whole) * 1e8) / 1e8);
            const most = Math.max(...shares);
            expect(found.share[f]).toBeCloseTo(most, 7);
            if (shares.filter((s) => s > most - 1e-7).length === 1 && most > 0)
              expect(found.holder[f]).toBe(shares.indexOf(most));
          }
        },
      ),
      { numRuns: 120 },
    );
  });
  it('can be cancelled', () => {
    const one = planeColumns(layerOf(town(0)), CRS);
    expect(holdersOf(one, one, { cancelled: () => true })).toBeNull();
    expect(holdersOf(one, one, { cancelled: () => false })!.holder[0]).toBe(0);
  });
});
