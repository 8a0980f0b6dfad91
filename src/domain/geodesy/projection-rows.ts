import { E2, RADIANS, SEMI_MAJOR_M } from './ellipsoid.ts';
import { forward, inverse } from './krueger.ts';
import { FORWARD, INVERSE, LATITUDE, ORDER, valueAt } from './meridian-series.ts';

/*
 * Coefficients of the fast projection. In a row of latitude (or northing) each coefficient of the series in longitude
 * (or easting) is a polynomial in the offset from the row's middle, through Chebyshev points of the row.
 */

/** Degree in the row's offset of the coefficient of the 0th, 2nd, 4th … power, and of the 1st, 3rd, 5th …. */
const EVEN_DEGREES = [3, 3, 3, 2, 1, 0];
const ODD_DEGREES = [3, 3, 2, 1, 0, 0];
/** Numbers in a row: first those of the even powers, then those of the odd ones, each from the constant up. */
export const ROW_LENGTH = [...EVEN_DEGREES, ...ODD_DEGREES].reduce((sum, degree) => sum + degree + 1, 0);

const at = new Float64Array(2);
const sineOf = (lat: number): number => Math.sin(lat * RADIANS);
/** Radius of the parallel, metres. */
const parallel = (lat: number): number =>
  (SEMI_MAJOR_M * Math.cos(lat * RADIANS)) / Math.sqrt(1 - E2 * sineOf(lat) ** 2);

const FACTORIAL = Array.from({ length: ORDER + 1 }).reduce<number[]>((f, _, k) => [...f, k < 2 ? 1 : f[k - 1] * k], []);

/** North (even k) or east (odd k) in metres per degreeᵏ of longitude; the 0th is the arc from the equator. */
function forwardCoefficient(lat: number, k: number): number {
  if (k === 0) {
    forward(0, lat, 0, at);
    return at[1];
  }
  const sign = k % 4 < 2 ? 1 : -1;
  return (sign * parallel(lat) * valueAt(FORWARD[k], sineOf(lat)) * RADIANS ** k) / FACTORIAL[k];
}

/** Longitude (odd k) in degrees per metreᵏ of easting, at the latitude of the footpoint 底点纬度. */
function longitudeCoefficient(lat: number, k: number): number {
  const sign = k % 4 < 2 ? 1 : -1;
  return (sign * valueAt(INVERSE[k], sineOf(lat))) / (FACTORIAL[k] * parallel(lat) ** k * RADIANS);
}

/** Latitude in degrees per metre⁰, metre², metre⁴ … of easting: the series of the isometric latitude put into that of φ. */
function latitudeCoefficients(lat: number): number[] {
  const powers = EVEN_DEGREES.length;
  const isometric = EVEN_DEGREES.map((_, j) =>
    j === 0
      ? 0
      : ((j % 2 ? -1 : 1) * valueAt(INVERSE[2 * j], sineOf(lat))) / (FACTORIAL[2 * j] * parallel(lat) ** (2 * j)),
  );
  const sum = isometric.map((_, j) => (j === 0 ? lat : 0));
  let power = isometric.map((_, j): number => (j === 0 ? 1 : 0));
  for (let k = 1; k < powers; k++) {
    power = power.map((_, j) => power.slice(0, j + 1).reduce((s, p, i) => s + p * isometric[j - i], 0));
    const derivative = (Math.cos(lat * RADIANS) * valueAt(LATITUDE[k], sineOf(lat))) / (FACTORIAL[k] * RADIANS);
    for (let j = 0; j < powers; j++) sum[j] += power[j] * derivative;
  }
  return sum;
}

/** Polynomial coefficients, by powers of the offset, of the function through `degree + 1` Chebyshev points of ±half. */
function fit(f: (offset: number) => number, degree: number, half: number): number[] {
  const nodes = Array.from({ length: degree + 1 }, (_, i) => Math.cos((Math.PI * (2 * i + 1)) / (2 * degree + 2)));
  const newton = nodes.map((t) => f(t * half));
  for (let level = 1; level <= degree; level++)
    for (let i = degree; i >= level; i--) newton[i] = (newton[i] - newton[i - 1]) / (nodes[i] - nodes[i - level]);
  let polynomial = [newton[degree]];
  for (let i = degree - 1; i >= 0; i--) {
    const next = [0, ...polynomial];
    polynomial.forEach((a, k) => (next[k] -= a * nodes[i]));
    next[0] += newton[i];
    polynomial = next;
  }
  return polynomial.map((a, k) => a / half ** k);
}

/** Row of the way to the plane about latitude `lat`, offsets within ±`half` degrees. */
export function forwardRow(lat: number, half: number): number[] {
  const fitted = (k: number, degree: number) => fit((d) => forwardCoefficient(lat + d, k), degree, half);
  return [EVEN_DEGREES.flatMap((d, j) => fitted(2 * j, d)), ODD_DEGREES.flatMap((d, j) => fitted(2 * j + 1, d))].flat();
}

/** Row of the way back about the northing `north`, offsets within ±`half` metres. */
export function inverseRow(north: number, half: number): number[] {
  const footpoint = (offset: number): number => {
    inverse(0, north + offset, 0, at);
    return at[1];
  };
  return [
    EVEN_DEGREES.flatMap((d, j) => fit((o) => latitudeCoefficients(footpoint(o))[j], d, half)),
    ODD_DEGREES.flatMap((d, j) => fit((o) => longitudeCoefficient(footpoint(o), 2 * j + 1), d, half)),
  ].flat();
}
