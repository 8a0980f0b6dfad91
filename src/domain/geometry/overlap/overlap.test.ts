import fc from 'fast-check';
import { intersection, union, type Geom } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { clusters } from '../columns/clusters.ts';
import { distanceBetween } from '../near/adjacency.ts';
import { sharedBorder } from '../near/test-shared-border.ts';
import { unionArea } from './coverage.ts';
import { areasOf } from '../measure/measures.ts';
import { intersectionAreaM2, overlapsOf, unionAreaM2 } from './overlap.ts';
import { outlineOf } from '../plane/outline.ts';
import { containsPoint } from '../columns/test-contains.ts';
import { box, CRS, feature, layerOf, ORIGIN, star, type Points } from '../plane/test-rings.ts';
import { toLonLat } from '../../geodesy/zones.ts';

const common = (a: Points[][], b: Points[][]): number =>
  intersectionAreaM2(layerOf(feature(...a)), 0, layerOf(feature(...b)), 0);

/** Area of what polyclip-ts gives back, on small numbers. */
function areaOf(parts: Geom): number {
  let sum = 0;
  for (const rings of parts as [number, number][][][])
    rings.forEach((ring, r) => {
      let twice = 0;
      for (let i = 0; i + 1 < ring.length; i++) twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      sum += (Math.abs(twice) / 2) * (r === 0 ? 1 : -1);
    });
  return sum;
}
const asGeom = (parts: Points[][]): Geom =>
  parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))) as Geom;

/** polyclip-ts throws on a few inputs in a thousand ("Unable to complete output ring"): then it is no witness. */
function witness(clip: () => Geom): number {
  let clipped: Geom;
  try {
    clipped = clip();
  } catch {
    return fc.pre(false) as never;
  }
  return areaOf(clipped);
}

describe('common ground', () => {
  it('is right where borders coincide, nest or only touch', () => {
    const square = box(0, 0, 100);
    expect(common([[square]], [[square]])).toBeCloseTo(10000, 6);
    expect(common([[square]], [[box(100, 0, 100)]])).toBe(0);
    expect(common([[square]], [[box(100, 100, 100)]])).toBe(0);
    expect(common([[square]], [[box(50, 0, 100)]])).toBeCloseTo(5000, 6);
    expect(common([[square]], [[box(10, 10, 10)]])).toBeCloseTo(100, 6);
    expect(common([[square, box(20, 20, 60)]], [[box(30, 30, 10)]])).toBeCloseTo(0, 6);
    expect(common([[square, box(20, 20, 60)], [box(30, 30, 20)]], [[box(0, 0, 50)]])).toBeCloseTo(2500 - 900 + 400, 6);
    expect(common([[square, box(20, 20, 60)]], [[square, box(20, 20, 60)]])).toBeCloseTo(6400, 6);
  });
  const radii = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 5, maxLength: 16 });
  const shift = fc.integer({ min: -120, max: 120 });
  it('agrees with polyclip-ts, for one pair and for the union of three', () => {
    fc.assert(
      fc.property(radii, radii, radii, shift, shift, (p, q, r, dx, dy) => {
        const parts: Points[][][] = [
          [
            [
              star(0, 0, p),
              star(
                0,
                0,
                p.map((x) => x / 8),
              ),
            ],
          ],
          [[star(dx, dy, q)]],
          [[star(dy, dx, r)]],
        ];
        const [a, b, c] = parts.map(asGeom);
        expect(Math.abs(common(parts[0], parts[1]) - witness(() => intersection(a, b)))).toBeLessThan(1e-4);
        const layer = layerOf(...parts.map((f) => feature(...f)));
        // Slivers below 0.1 mm × the perimeter may be left in.
        const all = witness(() => union(a, b, c));
        // Of some its union is not what its own intersections add up to (GEOS agrees with ours then): it is no witness of those.
        const shared = (...of: [Geom, ...Geom[]]) => witness(() => intersection(...of));
        const sum = shared(a) + shared(b) + shared(c) - shared(a, b) - shared(a, c) - shared(b, c) + shared(a, b, c);
        fc.pre(Math.abs(sum - all) < 1e-3);
        expect(Math.abs(unionAreaM2(layer, [0, 1, 2])! - all)).toBeLessThan(0.15);
      }),
      { numRuns: 120 },
    );
  });
  it('is symmetric, within both, and adds up over a cut', () => {
    fc.assert(
      fc.property(radii, radii, shift, shift, (p, q, dx, dy) => {
        const [a, b] = [[[star(0, 0, p)]], [[star(dx, dy, q)]]];
        const whole = common(a, b);
        expect(common(b, a)).toBeCloseTo(whole, 5);
        expect(common(a, a)).toBeCloseTo(areasOf(layerOf(feature(...a)), 0).planeM2, 5);
        const [left, right] = [[[box(-1000, -1000, 1000, 2000)]], [[box(0, -1000, 1000, 2000)]]];
        expect(common(a, left) + common(a, right)).toBeCloseTo(common(a, a), 5);
      }),
      { numRuns: 100 },
    );
  });
});

describe('overlaps of a layer', () => {
  it('lists pairs with their ground and a place inside it, and no slivers', () => {
    const layer = layerOf(
      feature([box(0, 0, 100)]),
      feature([box(90, 0, 100)]),
      feature([box(189.9999, 0, 100)]), // 0.01 m² on 1: a copy of one line
      null,
    );
    const found = overlapsOf(layer, [0, 1, 2, 3]);
    expect(found).toMatchObject([{ a: 0, b: 1 }]);
    expect(found[0].areaM2).toBeCloseTo(1000, 5);
    for (const row of [0, 1]) expect(containsPoint(layer, row, ...found[0].at)).toBe(true);
    expect(unionAreaM2(layer, [0, 1])).toBeCloseTo(19000, 5);
    expect(overlapsOf(layer, [0, 2])).toEqual([]);
    // Two narrow teeth that 15 even lines across the common box all miss.
    const comb = layerOf(
      feature([box(0, 0, 100)], [box(101, 0, 899)]),
      feature([box(99.5, 0, 1.2, 50)], [box(1000, 0, 50)]),
    );
    const [narrow] = overlapsOf(comb, [0, 1]);
    expect(narrow.areaM2).toBeCloseTo(25, 4);
    for (const row of [0, 1]) expect(containsPoint(comb, row, ...narrow.at)).toBe(true);
  });
  it('tells inside, outside, border and hole', () => {
    const layer = layerOf(feature([box(0, 0, 100), box(20, 20, 20)]));
    const holds = (x: number, y: number) => containsPoint(layer, 0, ...toLonLat(CRS, ORIGIN[0] + x, ORIGIN[1] + y));
    expect([holds(10, 10), holds(30, 30), holds(110, 50), holds(50, 50)]).toEqual([true, false, false, true]);
    expect(containsPoint(layer, 0, layer.lonLat[0], layer.lonLat[1])).toBe(true);
  });
});

describe('neighbours', () => {
  const layer = layerOf(
    feature([box(0, 0, 100)]),
    feature([box(100.3, 20, 100)]), // along 80 m of the first, 0.3 m off
    feature([box(-100, 100, 100)]), // touches the first at a corner
    feature([
      [
        [50, 100],
        [80, 140],
        [20, 140],
      ],
    ]), // stands on the first with a corner
    feature([box(0, -31, 100, 30)]), // 1 m off
    feature([box(10, 10, 20)]), // inside the first
  );
  it('measures the border they share, and none at corners', () => {
    expect(sharedBorder(layer, 0, 1, 0.5)).toBeCloseTo(80, 6);
    expect(sharedBorder(layer, 1, 0, 0.5)).toBeCloseTo(80, 6);
    expect(sharedBorder(layer, 0, 1, 0.2)).toBe(0);
    expect(sharedBorder(layer, 0, 2, 0.5)).toBe(0);
    expect(sharedBorder(layer, 0, 3, 0.5)).toBe(0);
    expect(sharedBorder(layer, 0, 4, 0.5)).toBe(0);
    expect(sharedBorder(layer, 0, 4, 1.001)).toBeCloseTo(100, 6);
  });
  it('measures it the same whichever way the land is turned', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 0.49, noNaN: true }),
        fc.integer({ min: -95, max: 95 }),
        (angle, gap, along) => {
          const turn = (ring: Points): Points =>
            ring.map(([x, y]) => [
              x * Math.cos(angle) - y * Math.sin(angle),
              x * Math.sin(angle) + y * Math.cos(angle),
            ]);
          const two = layerOf(feature([turn(box(0, 0, 100))]), feature([turn(box(100 + gap, along, 100))]));
          expect(sharedBorder(two, 0, 1, 0.5)).toBeCloseTo(100 - Math.abs(along), 4);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('joins what hangs together', () => {
    expect(
      clusters(5, [
        [4, 2],
        [2, 0],
      ]),
    ).toEqual([[0, 2, 4], [1], [3]]);
  });
  it('finds the shortest way across a gap', () => {
    const gap = distanceBetween(layer, 4, 0);
    expect(gap.distanceM).toBeCloseTo(1, 6);
    const [, south] = toLonLat(CRS, ORIGIN[0], ORIGIN[1] - 1);
    expect(gap.from[1]).toBeCloseTo(south, 8);
    expect(distanceBetween(layer, 0, 2).distanceM).toBeCloseTo(0, 9);
    expect(distanceBetween(layer, 5, 0).distanceM).toBe(0);
  });
  it('agrees with a walk along the border, a step at a time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 160 }),
        fc.integer({ min: -160, max: 160 }),
        fc.integer({ min: 20, max: 90 }),
        (x, y, r) => {
          const ring = star(x + r, y, [r, r * 0.6, r, r * 0.7, r, r * 0.8]);
          const two = layerOf(feature([box(0, 0, 100)]), feature([ring]));
          const { distanceM } = distanceBetween(two, 0, 1);
          let nearest = Infinity;
          ring.forEach(([ax, ay], i) => {
            const [bx, by] = ring[(i + 1) % ring.length];
            for (let t = 0; t <= 1; t += 1 / 256) {
              const [px, py] = [ax + t * (bx - ax), ay + t * (by - ay)];
              nearest = Math.min(nearest, Math.hypot(Math.max(px - 100, -px, 0), Math.max(py - 100, -py, 0)));
            }
          });
          expect(distanceM).toBeLessThanOrEqual(nearest + 1e-6);
          expect(nearest - distanceM).toBeLessThan(0.5);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a feature with vertices that are no numbers has no neighbour, and takes none from the others', () => {
  const layer = layerOf(feature([box(0, 0, 100)]), feature([box(200, 0, 100)]), feature([box(100, 0, 100)]));
  for (const bad of [NaN, Infinity]) {
    // The second feature is in the middle, whose zone is the plane of all.
    const lonLat = layer.lonLat.map((v, i) => (i >= 10 && i < 20 ? bad : v));
    const wrong = { ...layer, lonLat, surveyed: undefined };
    expect(overlapsOf(wrong, [0, 1, 2])).toEqual([]);
    expect(Number.isFinite(distanceBetween(wrong, 0, 2).distanceM)).toBe(true);
  }
});

it('gives up ground covered by outlines that cross more often than there is time for', () => {
  const bars = Array.from({ length: 20 }, (_, n) => [box(10 * n, 0, 5, 200), box(0, 10 * n, 200, 5)]).flat();
  const layer = layerOf(...bars.map((ring) => feature([ring])));
  const outlines = bars.map((_, f) => outlineOf(layer, f, CRS));
  // Each of the 20 columns and rows has 1000 m², each of their 400 crossings 25 m² in common.
  expect(unionArea(outlines)).toBeCloseTo(40 * 1000 - 400 * 25, 3);
  expect(unionArea(outlines, 1000)).toBeNull();
});
