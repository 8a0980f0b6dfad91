import { Geodesic } from 'geographiclib-geodesic';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metresPerPixel, PAPER_PX_M, roundScale, scaleBar } from './scale.ts';

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

it('a scale on paper is round, shows no less and at most half as much again, and stays when it is round', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (perPx) => {
      const round = roundScale(perPx);
      const digits = Number((round / PAPER_PX_M).toExponential(6).split('e')[0]);
      expect([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]).toContain(digits);
      expect(round / perPx).toBeGreaterThan(1 - 1e-9);
      expect(round / perPx).toBeLessThanOrEqual(1.5 + 1e-9);
      expect(roundScale(round)).toBeCloseTo(round, 9);
    }),
  );
});
