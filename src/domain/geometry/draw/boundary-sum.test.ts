import fc from 'fast-check';
import { union } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import type { Position } from '../columns/layer.ts';
import { boundarySum } from './boundary-sum.ts';

const SIDE = 4;
/** A lattice of places a little off their cells' corners, so that no three lie on a line. */
const place = (i: number, j: number): Position => [
  113.7 + 0.001 * i + 0.0001 * Math.sin(12.9 * i + 78.2 * j),
  34.7 + 0.001 * j + 0.0001 * Math.sin(39.3 * i + 11.1 * j),
];
const cell = (n: number): Position[] => {
  const [i, j] = [n % SIDE, Math.floor(n / SIDE)];
  return [place(i, j), place(i + 1, j), place(i + 1, j + 1), place(i, j + 1), place(i, j)];
};

type Polygons = readonly (readonly (readonly Position[])[])[];
const areaOf = (polygons: Polygons): number =>
  polygons
    .flatMap((rings) =>
      rings.map((ring, r) => {
        const twice = ring
          .slice(1)
          .reduce((sum, [x, y], i) => sum + (ring[i][0] - 113) * (y - 34) - (x - 113) * (ring[i][1] - 34), 0);
        return (r === 0 ? 1 : -1) * Math.abs(twice / 2);
      }),
    )
    .reduce((sum, own) => sum + own, 0);
/** Vertices of each ring in no order, rings in no order. */
const verticesOf = (polygons: Polygons): string[] =>
  polygons.map((rings) => rings.map((ring) => [...new Set(ring.map(String))].sort().join(' ')).join(' | ')).sort();
const united = (polygons: Polygons): Polygons => {
  const [first, ...rest] = polygons.map((rings) => [rings]) as unknown as Parameters<typeof union>;
  return union(first, ...(rest as never[]));
};

describe('the outline around polygons that share their borders', () => {
  it('is what a polygon library unites them to, holes and several shells among it, or is not told', () => {
    let told = 0;
    const cells = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 2, maxLength: SIDE * SIDE });
    fc.assert(
      fc.property(cells, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (chosen, turned) => {
        const polygons = chosen.map((n) => [turned[n] ? cell(n).reverse() : cell(n)]);
        const found = boundarySum(polygons);
        if (!found) return;
        told++;
        expect(verticesOf(found)).toEqual(verticesOf(united(polygons)));
        expect(areaOf(found)).toBeCloseTo(areaOf(polygons), 12);
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(50);
  });

  it('has the hole that a polygon leaves, and none where another fills it', () => {
    const [outer, inner] = [
      [place(0, 0), place(4, 0), place(4, 4), place(0, 4), place(0, 0)],
      [place(1, 1), place(2, 1), place(2, 2), place(1, 2), place(1, 1)],
    ];
    const beside = [place(4, 0), place(6, 0), place(6, 4), place(4, 4), place(4, 0)];
    const around = [place(0, 0), place(4, 0), place(6, 0), place(6, 4), place(4, 4), place(0, 4)];
    const open = boundarySum([[outer, inner], [beside]])!;
    expect(verticesOf(open)).toEqual(verticesOf([[around, inner]]));
    expect(verticesOf(boundarySum([[outer, inner], [beside], [inner]])!)).toEqual(verticesOf([[around]]));
  });

  it('is not told where they overlap, lie in each other, touch in a point, or meet where one of them has no vertex', () => {
    const square = (x: number, y: number, side: number): Position[] => {
      const [west, south, east, north] = [
        113 + x / 1000,
        34 + y / 1000,
        113 + (x + side) / 1000,
        34 + (y + side) / 1000,
      ];
      return [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    };
    for (const [a, b] of [
      [square(0, 0, 4), square(2, 2, 4)],
      [square(0, 0, 4), square(0, 0, 4)],
      [square(0, 0, 4), square(1, 1, 1)],
      [square(0, 0, 4), square(4, 4, 4)],
      [square(0, 0, 4), square(4, 1, 2)],
      [square(0, 0, 4), square(4, 0, 2)],
    ])
      expect(boundarySum([[a], [b]])).toBeNull();
    expect(boundarySum([[square(0, 0, 4)], [square(9, 0, 4)]])).toHaveLength(2);
  });
});
