import fc from 'fast-check';
import { intersection, type Geom } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { planeVertices } from '../plane/project.ts';
import { overlay, overlayLayer, type OverlayLayer } from './overlay.ts';
import { box, CRS, feature, layerOf, star, type Points } from '../plane/test-rings.ts';

const prepared = (...features: (Points[][] | null)[]): OverlayLayer => {
  const layer = layerOf(...features.map((parts) => parts && feature(...parts)));
  return overlayLayer(layer, planeVertices(layer, CRS, 0, layer.lonLat.length / 2))!;
};
/** `a b area` of every pair found. */
const found = (a: OverlayLayer, b: OverlayLayer): [number, number, number][] => {
  const { pairs, areasM2 } = overlay(a, b)!;
  return Array.from(areasM2, (area, n) => [pairs[2 * n], pairs[2 * n + 1], area]);
};
const areaOf = (a: Points[][], b: Points[][]): number => found(prepared(a), prepared(b))[0]?.[2] ?? 0;

/** Area of what polyclip-ts gives back; a case it gives up on is passed over. */
function witness(a: Points[][], b: Points[][]): number {
  const geom = (parts: Points[][]): Geom => parts.map((rings) => rings.map((r) => r.map(([x, y]) => [x, y]))) as Geom;
  let clipped: Geom;
  try {
    clipped = intersection(geom(a), geom(b));
  } catch {
    return fc.pre(false) as never;
  }
  let sum = 0;
  for (const rings of clipped as [number, number][][][])
    rings.forEach((ring, r) => {
      let twice = 0;
      for (let i = 0; i + 1 < ring.length; i++) twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      sum += (Math.abs(twice) / 2) * (r === 0 ? 1 : -1);
    });
  return sum;
}

const radii = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 40 });
const shift = fc.integer({ min: -150, max: 150 });
const withHole = (x: number, y: number, r: readonly number[]): Points[] => [
  star(x, y, r),
  star(
    x,
    y,
    r.map((length) => length / 4),
  ),
];

describe('overlay of two layers', () => {
  it('agrees with polyclip-ts, holes and second parts and all', () => {
    fc.assert(
      fc.property(radii, radii, shift, shift, (p, q, dx, dy) => {
        const a = [withHole(0, 0, p), [star(400, dy / 8, p)]];
        const b = [withHole(dx, dy, q), [star(400 + dx, dy, q)]];
        expect(Math.abs(areaOf(a, b) - witness(a, b))).toBeLessThan(1e-4);
      }),
      { numRuns: 120 },
    );
  });
  it('agrees with polyclip-ts on borders long enough to be looked up and skipped', () => {
    const long = fc.array(fc.integer({ min: 80, max: 100 }), { minLength: 60, maxLength: 200 });
    fc.assert(
      fc.property(long, long, shift, shift, (p, q, dx, dy) => {
        const [a, b] = [[[star(0, 0, p)]], [[star(dx, dy, q)]]];
        expect(Math.abs(areaOf(a, b) - witness(a, b))).toBeLessThan(1e-4);
      }),
      { numRuns: 25 },
    );
  });
  it('counts cells, where both are made of cells, and sees nothing where they only touch', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
      maxLength: 20,
      selector: String,
    });
    fc.assert(
      fc.property(cells, cells, (p, q) => {
        const parts = (list: [number, number][]) => list.map(([x, y]) => [box(10 * x, 10 * y, 10)]);
        const both = p.filter((c) => q.some((d) => String(c) === String(d))).length;
        expect(areaOf(parts(p), parts(q))).toBeCloseTo(100 * both, 8);
        if (both === 0) expect(found(prepared(parts(p)), prepared(parts(q)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
  it('finds the same pairs as trying all, the same either way round', () => {
    const many = fc.array(fc.tuple(shift, shift, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(many, many, (p, q) => {
        const shapes = (list: [number, number, number][]) => list.map(([x, y, r]) => [[star(x, y, [r, r / 2, r, r])]]);
        const [one, two] = [shapes(p), shapes(q)];
        const got = found(prepared(...one), prepared(...two));
        const tried = one.flatMap((a, f) => two.map((b, g) => [f, g, areaOf(a, b)])).filter(([, , area]) => area > 0);
        expect(got).toEqual(tried);
        const back = found(prepared(...two), prepared(...one)).map(([g, f, area]) => [f, g, area]);
        const sorted = back.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
        expect(sorted.map(([f, g]) => [f, g])).toEqual(got.map(([f, g]) => [f, g]));
        sorted.forEach(([, , area], n) => expect(Math.abs(area - got[n][2])).toBeLessThan(1e-9));
      }),
      { numRuns: 40 },
    );
  });
  it('cuts a parcel into pieces that sum to the whole within 10⁻¹²', () => {
    const heights = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(radii, heights, fc.double({ min: -80, max: 80, noNaN: true }), (r, ys, cut) => {
        // Three crooked bands and a straight cut cover the ground; each line is shared by both sides.
        const line = (offset: number): Points => ys.map((y, i) => [-300 + (600 * i) / (ys.length - 1), y + offset]);
        const [low, high] = [line(-40), line(40)];
        const west: Points = [[-300, -400], [cut, -400], [cut + 7, 400], [-300, 400]]; // prettier-ignore
        const east: Points = [[cut, -400], [300, -400], [300, 400], [cut + 7, 400]]; // prettier-ignore
        const bands: Points[] = [
          [[-300, -400], [300, -400], ...[...low].reverse()],
          [...low, ...[...high].reverse()],
          [...high, [300, 400], [-300, 400]],
        ]; // prettier-ignore
        const parcel = prepared([withHole(3.7, -1.3, r)]);
        for (const cover of [bands, [west, east]]) {
          const pieces = found(parcel, prepared(...cover.map((ring) => [[ring]])));
          const sum = pieces.reduce((total, [, , area]) => total + area, 0);
          expect(Math.abs(sum / parcel.areasM2[0] - 1)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });
  it('gives a parcel wholly inside its own area, and one in a hole none', () => {
    const [parcel, other] = [star(0, 0, [10, 12, 9, 14]), star(60, 60, [10, 12, 9, 14])];
    const a = prepared([[parcel]], [[other]], null);
    const b = prepared([[box(-100, -100, 200), box(50, 50, 25)]]);
    const got = found(a, b);
    expect(got.map(([f, g]) => [f, g])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(got[0][2]).toBe(a.areasM2[0]);
    expect(found(prepared([[box(52, 52, 20)]]), b)).toEqual([]);
  });
  it('leaves broken boundaries out and names them', () => {
    const bow: Points = [[0, 0], [100, 100], [100, 0], [0, 100]]; // prettier-ignore
    const a = prepared([[box(0, 0, 50)]], [[bow]]);
    const b = prepared([[bow]], [[box(10, 10, 100)]]);
    const got = overlay(a, b)!;
    expect([...got.pairs]).toEqual([0, 1]);
    expect([[...got.brokenA], [...got.brokenB]]).toEqual([[1], [0]]);
  });
  it('tells how far it is and stops when asked', () => {
    const a = prepared(...Array.from({ length: 5000 }, (_, i) => [[box(i, 0, 1)]]));
    const b = prepared([[box(0, 0, 5000)]]);
    const shares: number[] = [];
    expect(overlay(a, b, { progress: (share) => shares.push(share) })!.areasM2.length).toBe(5000);
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((p, q) => p - q)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(overlay(a, b, { cancelled: () => true })).toBeNull();
    let asked = 0;
    expect(overlay(a, b, { cancelled: () => ++asked > 1 })).toBeNull();
  });
  it('tells how far the check of the boundaries is, and stops it', () => {
    const layer = layerOf(...Array.from({ length: 5000 }, (_, i) => feature([box(i, 0, 1)])));
    const plane = planeVertices(layer, CRS, 0, layer.lonLat.length / 2);
    const shares: number[] = [];
    expect(overlayLayer(layer, plane, { progress: (share) => shares.push(share) })!.broken.length).toBe(0);
    expect(shares).toEqual([0, 4096 / 5000, 1]);
    let asked = 0;
    expect(overlayLayer(layer, plane, { cancelled: () => ++asked > 1 })).toBeNull();
  });
});
