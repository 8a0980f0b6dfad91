import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromShifted, toShifted } from './shifted-datum.ts';

/* Test vectors published with googollee/eviltransform (GCJ-02) and in the README of hujiulong/gcoord (BD-09). */
const published = [
  [121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
  [113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
  [116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
] as const;

describe('GCJ-02 and BD-09', () => {
  it.each(published)('moves %d, %d as published', (lon, lat, x, y) => {
    const moved = toShifted('gcj02', [lon, lat]);
    // The vectors were made with the radius of WGS84 instead of the constants of the formula: some millimetres.
    expect(Math.abs(moved[0] - x)).toBeLessThan(3e-7);
    expect(Math.abs(moved[1] - y)).toBeLessThan(3e-7);
  });

  it('moves to BD-09 as published', () => {
    const [x, y] = toShifted('bd09', [116.403988, 39.914266]);
    expect(x).toBeCloseTo(116.41661560068297, 9);
    expect(y).toBeCloseTo(39.92196580126834, 9);
  });

  it('comes back to a tenth of a nanodegree everywhere in China', () => {
    const lon = fc.double({ min: 73.5, max: 135, noNaN: true });
    const lat = fc.double({ min: 3.5, max: 53.5, noNaN: true });
    fc.assert(
      fc.property(lon, lat, fc.constantFrom('gcj02' as const, 'bd09' as const), (x, y, datum) => {
        const [lon2, lat2] = fromShifted(datum, toShifted(datum, [x, y]));
        return Math.abs(lon2 - x) < 1e-10 && Math.abs(lat2 - y) < 1e-10;
      }),
      { numRuns: 2000 },
    );
  });
});
