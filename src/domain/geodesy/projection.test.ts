import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { FLATTENING, RADIANS, SEMI_MAJOR_M } from './ellipsoid.ts';
import { forward, inverse } from './krueger.ts';
import { forwardColumns, inverseColumns } from './projection.ts';

const EARTH = `+a=${SEMI_MAJOR_M} +rf=${1 / FLATTENING}`;
const place = fc.record({
  zone: fc.integer({ min: 25, max: 45 }),
  dLon: fc.double({ min: -3, max: 3, noNaN: true }),
  lat: fc.double({ min: 0, max: 56, noNaN: true }),
});
/** The farther of two coordinates, metres. */
const off = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
const offDegrees = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  RADIANS * SEMI_MAJOR_M * Math.max(Math.abs(a[0] - b[0]) * Math.cos(a[1] * RADIANS), Math.abs(a[1] - b[1]));

describe('Gauss–Krüger on columns', () => {
  it('is Krüger’s series within 10 nm both ways, 3° either side of every zone of China', () => {
    fc.assert(
      fc.property(place, ({ zone, dLon, lat }) => {
        const cm = 3 * zone;
        const [here, there, back] = [Float64Array.of(cm + dLon, lat), new Float64Array(2), new Float64Array(2)];
        forward(cm + dLon, lat, cm, there);
        expect(off(forwardColumns(here, cm, new Float64Array(2)), there)).toBeLessThan(1e-8);
        inverse(there[0], there[1], cm, back);
        expect(offDegrees(inverseColumns(there, cm, new Float64Array(2)), back)).toBeLessThan(1e-8);
      }),
      { numRuns: 2000 },
    );
  });
  it('is proj4 within 1 µm, and comes back to where it started', () => {
    fc.assert(
      fc.property(place, ({ zone, dLon, lat }) => {
        const cm = 3 * zone;
        const here = Float64Array.of(cm + dLon, lat);
        const there = forwardColumns(here, cm, new Float64Array(2));
        const witness = proj4(
          `+proj=longlat ${EARTH} +no_defs`,
          `+proj=etmerc +lat_0=0 +lon_0=${cm} +k=1 +x_0=0 +y_0=0 ${EARTH}`,
          [here[0], here[1]],
        );
        expect(off(there, witness)).toBeLessThan(1e-6);
        expect(offDegrees(inverseColumns(there, cm, there), here)).toBeLessThan(2e-8);
      }),
    );
  });
  it('leaves to Krüger’s series, vertex by vertex, what lies outside its rows', () => {
    const places = [114, 34, 118, 34, 114, -34, 109.9, 34, 114, 61, 117.2, 59.99, 114, 60, 114, 0];
    const columns = forwardColumns(Float64Array.from(places), 114, new Float64Array(places.length));
    const one = new Float64Array(2);
    const ways = inverseColumns(columns, 114, new Float64Array(places.length));
    for (let v = 0; v < places.length; v += 2) {
      forward(places[v], places[v + 1], 114, one);
      expect(off(columns.subarray(v, v + 2), one)).toBeLessThan(1e-8);
      expect(offDegrees(ways.subarray(v, v + 2), places.slice(v, v + 2))).toBeLessThan(2e-8);
    }
    expect([...forwardColumns(Float64Array.of(NaN, 34), 114, one)].some(Number.isNaN)).toBe(true);
    expect([...inverseColumns(Float64Array.of(0, NaN), 114, one)].some(Number.isNaN)).toBe(true);
  });
});
