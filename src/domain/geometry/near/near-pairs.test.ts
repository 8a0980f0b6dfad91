import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxGrid } from '../boxes/grid.ts';
import type { MultiPolygon } from '../columns/layer.ts';
import { nearPairs } from './near-pairs.ts';
import { columnsOf, planeColumns } from '../plane/plane-columns.ts';
import { box, CRS, feature, layerOf, star, type Points } from '../plane/test-rings.ts';

type Features = readonly (MultiPolygon | null)[];
const columns = (features: Features) => planeColumns(layerOf(...features), CRS);
const pairsOf = (features: Features, tolerance: number): string[] => listed(nearPairs(columns(features), tolerance)!);
const listed = (pairs: Uint32Array): string[] =>
  Array.from({ length: pairs.length / 2 }, (_, k) => `${pairs[2 * k]} ${pairs[2 * k + 1]}`);

/** Witness: every pair, every edge by every edge; distance from the foot on each line, holding by the angle sum. */
function bruteForce(features: Features, tolerance: number): string[] {
  const found: string[] = [];
  features.forEach((a, i) =>
    features.forEach((b, j) => {
      if (i < j && a && b && distance(a, b) <= tolerance) found.push(`${i} ${j}`);
    }),
  );
  return found;
}

function distance(a: MultiPolygon, b: MultiPolygon): number {
  if (a.some((part) => holds(b, part[0][0])) || b.some((part) => holds(a, part[0][0]))) return 0;
  let least = Infinity;
  for (const [p, q] of edges(a))
    for (const [r, s] of edges(b)) {
      if (crossing(p, q, r, s)) return 0;
      least = Math.min(least, toLine(p, r, s), toLine(q, r, s), toLine(r, p, q), toLine(s, p, q));
    }
  return least;
}
type Point = readonly [number, number];
const edges = (f: MultiPolygon): [Point, Point][] =>
  f.flat().flatMap((ring) => ring.map((p, i): [Point, Point] => [p, ring[(i + 1) % ring.length]]));
const side = (p: Point, q: Point, r: Point) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
const crossing = (p: Point, q: Point, r: Point, s: Point) =>
  side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
function toLine(p: Point, a: Point, b: Point): number {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length;
  if (along <= 0 || length === 0) return Math.hypot(p[0] - a[0], p[1] - a[1]);
  if (along >= length) return Math.hypot(p[0] - b[0], p[1] - b[1]);
  return Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length;
}
const holds = (f: MultiPolygon, at: Point): boolean =>
  f.some(([shell, ...holes]) => turns(shell, at) && !holes.some((hole) => turns(hole, at)));
function turns(ring: readonly Point[], [x, y]: Point): boolean {
  let sum = 0;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    sum += Math.atan2((ax - x) * (by - y) - (ay - y) * (bx - x), (ax - x) * (bx - x) + (ay - y) * (by - y));
  });
  return Math.abs(sum) > Math.PI;
}

describe('near pairs', () => {
  it('knows touching, holding, holes, islands and parts', () => {
    const features = [
      feature([box(0, 0, 100), box(20, 20, 60)]), // with a hole
      feature([box(100, 100, 10)]), // touches a corner
      feature([box(40, 40, 10)]), // in the hole, 20 m from its border
      feature([box(5, 5, 2)]), // within the land, clear of every border
      null,
      feature([box(500, 0, 10)], [box(6, 90, 1)]), // its second part is within
      feature([box(100.5, 0, 10)]), // half a metre off
      feature([box(503, 3, 2)]), // within the first part of number 5
      feature([box(6.25, 90.25, 0.5)]), // within its second, which is within the first feature
    ];
    expect(pairsOf(features, 0)).toEqual(['0 1', '0 3', '0 5', '0 8', '5 7', '5 8']);
    expect(pairsOf(features, 0.5)).toEqual(['0 1', '0 3', '0 5', '0 6', '0 8', '5 7', '5 8']);
    expect(pairsOf(features, 0.4999999)).not.toContain('0 6');
    expect(pairsOf(features, 20)).toContain('0 2');
    expect(pairsOf(features, 19.999)).not.toContain('0 2');
  });
  it('agrees with all pairs compared, on a lattice where touching and exact distances abound', () => {
    const size = fc.integer({ min: 1, max: 12 });
    const place = fc.integer({ min: 0, max: 60 });
    const part = fc.tuple(place, place, size, size, fc.boolean()).map(([x, y, w, h, holed]): Points[] => {
      const [x0, y0, w0, h0] = [x / 2, y / 2, w / 2, h / 2];
      const shell = box(x0, y0, w0, h0);
      return holed && w > 2 && h > 2 ? [shell, box(x0 + 0.5, y0 + 0.5, w0 - 1, h0 - 1)] : [shell];
    });
    const one = fc
      .array(part, { minLength: 0, maxLength: 2 })
      .map((parts) => (parts.length ? feature(...parts) : null));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), fc.constantFrom(0, 0.5, 1, 7.5), (features, tolerance) => {
        expect(pairsOf(features, tolerance)).toEqual(bruteForce(features, tolerance));
      }),
      { numRuns: 250 },
    );
  });
  it('agrees with all pairs compared, of any direction and of very different sizes', () => {
    const one = fc
      .tuple(
        fc.double({ min: -300, max: 300, noNaN: true }),
        fc.double({ min: -300, max: 300, noNaN: true }),
        fc.constantFrom(0.3, 2, 15, 90, 2000),
        fc.array(fc.integer({ min: 4, max: 10 }), { minLength: 3, maxLength: 9 }),
      )
      .map(([x, y, r, radii]) =>
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
        fc.array(one, { minLength: 2, maxLength: 24 }),
        fc.constantFrom(0.5, 3, 40),
        (features, tolerance) => {
          const all = columns(features);
          // Within a nanometre of the tolerance either answer is right.
          const surely = bruteForce(features, tolerance - 1e-8);
          const perhaps = bruteForce(features, tolerance + 1e-8);
          const found = listed(nearPairs(all, tolerance)!);
          expect(found.filter((pair) => !perhaps.includes(pair))).toEqual([]);
          expect(surely.filter((pair) => !found.includes(pair))).toEqual([]);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 150 },
    );
  });
  it('leaves out what has no place, and bears one feature far from all others', () => {
    const layer = layerOf(...[0, 10, 20, 20].map((x) => feature([box(x, 0, 10)])));
    const { xy } = planeColumns(layer, CRS);
    xy[0] = NaN; // of the first
    const last = 2 * layer.vertexStart[3];
    for (let k = last; k < xy.length; k++) xy[k] -= 3_000_000; // the last, as if its zone were wrong
    expect(listed(nearPairs(columnsOf(layer, xy), 0.5)!)).toEqual(['1 2']);
    expect(nearPairs(columns([]), 1)).toEqual(new Uint32Array(0));
    expect(() => nearPairs(columns([]), NaN)).toThrow(RangeError);
  });
  it('reports progress and can be cancelled', () => {
    const all = columns(
      Array.from({ length: 5000 }, (_, i) => feature([box(20 * (i % 70), 20 * Math.floor(i / 70), 10)])),
    );
    const seen: number[] = [];
    expect(nearPairs(all, 10, { progress: (done) => seen.push(done) })!.length).toBeGreaterThan(10_000);
    expect(seen).toEqual([0, 4096 / 5000, 1]);
    let asked = 0;
    expect(nearPairs(all, 10, { cancelled: () => ++asked === 2 })).toBeNull();
  });
});

describe('grid of boxes', () => {
  it('finds what meets a box, whatever the sizes, as a walk over all does', () => {
    const side = fc.constantFrom(0, 0.01, 1, 30, 1000, 1e6);
    const at = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constantFrom(-1e8, 5e8));
    const one = fc.tuple(at, at, side, side).map(([x, y, w, h]) => [x, y, x + w, y + h]);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), one, (boxes, [west, south, east, north]) => {
        const found: number[] = [];
        const grid = new BoxGrid(Float64Array.from(boxes.flat()));
        const count = grid.meeting(west, south, east, north, found);
        const expected = [...boxes.keys()].filter((i) => {
          const [w, s, e, n] = boxes[i];
          return w <= east && e >= west && s <= north && n >= south;
        });
        expect(found.slice(0, count).sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
