import { Geodesic } from 'geographiclib-geodesic';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metresPerPixel, scaleBar } from './scale.ts';

it('agrees with the geodesic of one screen pixel to 0.4 %, the difference of sphere and ellipsoid', () => {
  for (const [lat, zoom] of [
    [34.75, 14],
    [22.5, 10],
    [50, 18],
  ]) {
    const degrees = 360 / (512 * 2 ** zoom);
    const { s12 } = Geodesic.WGS84.Inverse(lat, 113, lat, 113 + degrees * 100);
    expect(Math.abs(metresPerPixel(lat, zoom) / ((s12 ?? 0) / 100) - 1)).toBeLessThan(0.004);
  }
});

it('is round, fits, and is longer than a third of the room', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.integer({ min: 40, max: 400 }), (perPx, room) => {
      const bar = scaleBar(perPx, room);
      expect(String(bar.metres.toExponential())).toMatch(/^(1|2|5)e/);
      expect(bar.px).toBeLessThanOrEqual(room * (1 + 1e-12));
      expect(bar.px).toBeGreaterThan(room / 3);
      expect(bar.px * perPx).toBeCloseTo(bar.metres, 6);
    }),
  );
});
