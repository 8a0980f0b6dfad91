import { E2, RADIANS, SEMI_MAJOR_M, THIRD_FLATTENING } from './ellipsoid.ts';

/*
 * Gauss–Krüger projection 高斯-克吕格投影 by Krüger's series in the third flattening n, to n⁶ (coefficients: Karney,
 * "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, eqs. 12, 14, 35, 36).
 * Error below 5 nm within 3900 km of the central meridian.
 */

/** Value of c[0]n^k + c[1]n^(k+1) + … */
const series = (k: number, c: readonly number[]): number =>
  c.reduceRight((sum, x) => sum * THIRD_FLATTENING + x, 0) * THIRD_FLATTENING ** k;

const ALPHA = [
  series(1, [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800]),
  series(2, [13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360]),
  series(3, [61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440]),
  series(4, [49561 / 161280, -179 / 168, 6601661 / 7257600]),
  series(5, [34729 / 80640, -3418889 / 1995840]),
  series(6, [212378941 / 319334400]),
];
const BETA = [
  series(1, [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800]),
  series(2, [1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720]),
  series(3, [17 / 480, -37 / 840, -209 / 4480, 5569 / 90720]),
  series(4, [4397 / 161280, -11 / 504, -830251 / 7257600]),
  series(5, [4583 / 161280, -108847 / 3991680]),
  series(6, [20648693 / 638668800]),
];
const ORDER = 6;
/** Radius of the circle as long as the meridian ellipse. */
const RECTIFYING_M = (SEMI_MAJOR_M / (1 + THIRD_FLATTENING)) * series(0, [1, 0, 1 / 4, 0, 1 / 64, 0, 1 / 256]);
const E = Math.sqrt(E2);

/**
 * Longitude, latitude (degrees) to metres east of the central meridian and north of the equator (no false easting),
 * written to `out[at]`, `out[at + 1]`.
 */
export function forward(lon: number, lat: number, centralMeridian: number, out: Float64Array, at = 0): void {
  const sin = Math.sin(lat * RADIANS);
  const lambda = (lon - centralMeridian) * RADIANS;
  const conformal = Math.sinh(Math.atanh(sin) - E * Math.atanh(E * sin));
  const cosLambda = Math.cos(lambda);
  const xi = Math.atan2(conformal, cosLambda);
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, cosLambda));
  let north = xi;
  let east = eta;
  for (let j = 0; j < ORDER; j++) {
    const k = 2 * (j + 1);
    north += ALPHA[j] * Math.sin(k * xi) * Math.cosh(k * eta);
    east += ALPHA[j] * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  out[at] = RECTIFYING_M * east;
  out[at + 1] = RECTIFYING_M * north;
}

/** Tangent of the latitude whose conformal tangent is given, by Newton (two or three steps reach the last bit). */
function latitudeTangent(conformal: number): number {
  let tau = conformal;
  for (let i = 0; i < 6; i++) {
    const secant = Math.sqrt(1 + tau * tau);
    const sigma = Math.sinh(E * Math.atanh((E * tau) / secant));
    const value = tau * Math.sqrt(1 + sigma * sigma) - sigma * secant;
    const step =
      ((conformal - value) / Math.sqrt(1 + value * value)) * ((1 + (1 - E2) * tau * tau) / ((1 - E2) * secant));
    tau += step;
    if (Math.abs(step) < 1e-15) break;
  }
  return tau;
}

/** The inverse of `forward`: metres from the central meridian and the equator to longitude, latitude in degrees. */
export function inverse(east: number, north: number, centralMeridian: number, out: Float64Array, at = 0): void {
  const xi = north / RECTIFYING_M;
  const eta = east / RECTIFYING_M;
  let x = xi;
  let y = eta;
  for (let j = 0; j < ORDER; j++) {
    const k = 2 * (j + 1);
    x -= BETA[j] * Math.sin(k * xi) * Math.cosh(k * eta);
    y -= BETA[j] * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  const sinhY = Math.sinh(y);
  const cosX = Math.cos(x);
  out[at] = centralMeridian + Math.atan2(sinhY, cosX) / RADIANS;
  out[at + 1] = Math.atan(latitudeTangent(Math.sin(x) / Math.hypot(sinhY, cosX))) / RADIANS;
}
