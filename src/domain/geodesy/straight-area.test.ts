import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { ellipsoidRingArea } from './ellipsoid-area.ts';
import { FLATTENING, SEMI_MAJOR_M } from './ellipsoid.ts';
import { forward, inverse } from './krueger.ts';
import { straightRingAreas } from './ring-areas.ts';
import { straightRingArea } from './straight-area.ts';
import { densifiedRingArea } from './test-densified.ts';

const CM = 114;
/** A closed ring round a place: one vertex per radius, the largest 1, times `size` metres. */
function ringAt(lon: number, lat: number, size: number, radii: readonly number[]): Float64Array {
  const centre = new Float64Array(2);
  forward(lon, lat, CM, centre);
  const points = radii.map((r, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [centre[0] + size * r * Math.cos(angle), centre[1] + size * r * Math.sin(angle)];
  });
  return Float64Array.from([...points, points[0]].flat());
}
function degreesOf(xy: Float64Array): Float64Array {
  const lonLat = new Float64Array(xy.length);
  for (let k = 0; k < xy.length; k += 2) inverse(xy[k], xy[k + 1], CM, lonLat, k);
  return lonLat;
}
/** The same ring with each edge cut into `pieces` on the plane. */
function cut(xy: Float64Array, pieces: number): Float64Array {
  const fine: number[] = [];
  for (let k = 0; k + 3 < xy.length; k += 2)
    for (let i = 0; i < pieces; i++) {
      const t = i / pieces;
      fine.push(xy[k] + t * (xy[k + 2] - xy[k]), xy[k + 1] + t * (xy[k + 3] - xy[k + 1]));
    }
  return Float64Array.from([...fine, fine[0], fine[1]]);
}
const vertices = (ring: Float64Array): number => ring.length / 2;
const ofDegrees = (lonLat: Float64Array): number =>
  straightRingAreas(lonLat, Uint32Array.of(0, vertices(lonLat)), CM, new Float64Array(1))[0];

/** The survey series on ever finer pieces: what is left falls with their square, so two of them give the limit. */
function limit(xy: Float64Array, pieces: number): number {
  const [coarse, fine] = [pieces, 2 * pieces].map((n) => {
    const lonLat = degreesOf(cut(xy, n));
    return ellipsoidRingArea(lonLat, 0, vertices(lonLat));
  });
  return (4 * fine - coarse) / 3;
}
/** Geodesics between points of the edges, taken to the limit of ever shorter ones. */
function geodesicArea(xy: Float64Array): number {
  const earth = new geographiclib.Geodesic.Geodesic(SEMI_MAJOR_M, FLATTENING);
  const [coarse, fine] = [2, 4].map((pieces) => {
    const polygon = earth.Polygon(false);
    const lonLat = degreesOf(cut(xy, pieces));
    for (let k = 0; k + 2 < lonLat.length; k += 2) polygon.AddPoint(lonLat[k + 1], lonLat[k]);
    return polygon.Compute(false, true).area ?? NaN;
  });
  return (4 * fine - coarse) / 3;
}
/** A figure of GeographicLib carries some 10⁻⁴ m² of noise; the mean over copies a little apart has a fifth of it. */
const COPIES = 25;

const place = fc.record({
  lon: fc.double({ min: CM - 3, max: CM + 3, noNaN: true }),
  lat: fc.double({ min: 4, max: 54, noNaN: true }),
  radii: fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
});
const metres = (from: number, to: number) =>
  fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map(Math.exp);

describe('ellipsoidal area between lines straight on the plane', () => {
  it('is the limit of the densified series within 10⁻¹⁰, from 30 m to 30 km, on the plane and on degrees', () => {
    fc.assert(
      fc.property(place, metres(30, 30_000), ({ lon, lat, radii }, size) => {
        const xy = ringAt(lon, lat, size, radii);
        const truth = limit(xy, 16);
        expect(Math.abs(straightRingArea(xy, 0, vertices(xy)) / truth - 1)).toBeLessThan(1e-10);
        // A degree is held to some 2 nm: over the edges of a small ring that is more than 10⁻¹⁰ of it.
        expect(Math.abs(ofDegrees(degreesOf(xy)) - truth)).toBeLessThan(1e-10 * truth + 5e-8);
      }),
    );
  });
  it('is the polygon of short geodesics within 10⁻⁴ m²', () => {
    fc.assert(
      fc.property(place, metres(30, 200), ({ lon, lat, radii }, size) => {
        const off = [0, 0];
        for (let copy = 0; copy < COPIES; copy++) {
          const xy = ringAt(lon + copy * 1.37e-5, lat + copy * 0.83e-5, size, radii);
          const truth = geodesicArea(xy);
          off[0] += (straightRingArea(xy, 0, vertices(xy)) - truth) / COPIES;
          off[1] += (ofDegrees(degreesOf(xy)) - truth) / COPIES;
        }
        for (const mean of off) expect(Math.abs(mean)).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });
  it('gets a long thin triangle right, where the series as given is far off', () => {
    const sliver = Float64Array.of(-90000, 3847300, -87600, 3849600, -88830, 3848480, -90000, 3847300);
    const truth = limit(sliver, 64);
    const lonLat = degreesOf(sliver);
    expect(Math.abs(ellipsoidRingArea(lonLat, 0, 4) - truth)).toBeGreaterThan(100);
    expect(Math.abs(straightRingArea(sliver, 0, 4) - truth)).toBeLessThan(1e-4);
    expect(Math.abs(ofDegrees(lonLat) - truth)).toBeLessThan(1e-4);
  });
  it('is what cutting every 70 m comes near to, on test parcels within 0.01 m²', () => {
    const v2 = [-32100, 3846900, -31860, 3846890, -31790, 3847050, -31850, 3847220, -32080, 3847200, -32100, 3846900];
    const v1 = [-93400, 3847300, -93133.3, 3847300, -93133.3, 3847550, -93400, 3847550, -93400, 3847300];
    for (const [xy, published] of [
      [Float64Array.from(v1), 66660.71],
      [Float64Array.from(v2), 84697.87],
    ] as const) {
      const straight = straightRingArea(xy, 0, vertices(xy));
      expect(Math.abs(straight - published)).toBeLessThan(0.005);
      expect(Math.abs(densifiedRingArea(degreesOf(xy), xy, 0, vertices(xy), CM) - straight)).toBeLessThan(0.005);
    }
  });
  it('takes rings one by one, as they turn, and projects those it cannot measure in place', () => {
    const small = ringAt(113.4, 34.2, 100, [1, 0.7, 0.9, 0.8]);
    const back = Float64Array.from({ length: small.length }, (_, k) => small[small.length - 2 - k + 2 * (k % 2)]);
    const rings = [small, back, ringAt(113.4, 34.2, 9000, [1, 0.7, 0.9]), ringAt(118.6, 34.2, 100, [1, 1, 0.5])];
    const many = ringAt(113.4, 34.2, 6000, Array<number>(400).fill(1));
    rings.push(new Float64Array(0), many, ringAt(114, -34, 100, [1, 1, 1]));
    const starts = rings.reduce<number[]>((at, ring) => [...at, at[at.length - 1] + vertices(ring)], [0]);
    const all = Float64Array.from(rings.flatMap((ring) => [...degreesOf(ring)]));
    const areas = straightRingAreas(all, Uint32Array.from(starts), CM, new Float64Array(rings.length));
    expect(areas[1]).toBeCloseTo(-areas[0], 6);
    rings.forEach((ring, r) => {
      const plane = straightRingArea(ring, 0, vertices(ring));
      expect(Math.abs(areas[r] - plane)).toBeLessThanOrEqual(Math.abs(plane) * 1e-10);
    });
    expect(straightRingAreas(all, Uint32Array.from(starts), CM, new Float64Array(2), 2, 4)).toEqual(areas.slice(2, 4));
    expect(ofDegrees(Float64Array.of(114, 34, 114, NaN, 114.001, 34, 114, 34))).toBeNaN();
  });
});
