import { SERIES } from './ellipsoid-area.ts';
import { RADIANS, SEMI_MINOR_M } from './ellipsoid.ts';

/*
 * The standard's series without sines. Each of its terms is a difference, 2 sin(k h) cos(k m) = sin k b₂ − sin k b₁, so a
 * ring's area is a shoelace in longitude and Q(b) = A sin b − B sin 3b + C sin 5b − D sin 7b + E sin 9b. Q is smooth:
 * near a latitude a polynomial takes its place.
 */

const TERMS = [SERIES.A, -SERIES.B, SERIES.C, -SERIES.D, SERIES.E];
const FACTORIAL = [1, 2, 6, 24];

/** Taylor coefficients of b² Q about a latitude (degrees), from the first: half of it, per degree of longitude and degreeⁿ. */
export function areaSeries(lat: number): number[] {
  return [1, 2, 3, 4].map((n, i) => {
    // The n-th derivative of sin(k b) is kⁿ sin(k b + n π/2).
    const sum = TERMS.reduce((total, c, j) => {
      const k = 2 * j + 1;
      return total + c * k ** n * Math.sin(k * lat * RADIANS + (n * Math.PI) / 2);
    }, 0);
    // The shoelace is twice the area: hence the half. One more RADIANS turns longitude from degrees.
    return ((SEMI_MINOR_M * SEMI_MINOR_M * sum) / FACTORIAL[i] / 2) * RADIANS ** (n + 1);
  });
}
