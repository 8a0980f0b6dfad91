import { expect, it } from 'vitest';
import { mercator } from './mercator.ts';

/** By its definition, without a series. */
const southOf = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);

it('is the definition to the last digits, on both sides of the equator, in and at the ends of a band, and far north', () => {
  const lats = [0, 0.05, -0.05, 34.7499999, 34.75, 34.7500001, -61.234, 69.9999, -69.95, 70, 71.3, 85.05, -85.05];
  for (let lat = -80; lat <= 80; lat += 0.0137) lats.push(lat);
  const xy = mercator(Float64Array.from(lats.flatMap((lat) => [lat * 2, lat])));
  lats.forEach((lat, n) => {
    expect(xy[2 * n]).toBe((lat * 2) / 360 + 0.5);
    // A tile of zoom 19 has 2⁻³¹ of the square in a unit.
    expect(Math.abs(xy[2 * n + 1] - southOf(lat))).toBeLessThan(1e-15);
  });
  expect(mercator(Float64Array.of(NaN, NaN))).toEqual(Float64Array.of(NaN, NaN));
});
