import { forward, inverse } from './krueger.ts';
import { forwardRow, inverseRow, ROW_LENGTH } from './projection-rows.ts';
import { Rows } from './rows.ts';

/*
 * Gauss–Krüger on columns without a sine: series in longitude (or easting) whose coefficients are read from rows of
 * latitude (or northing), each row made when first asked for. They hold from the equator to 60° N and to 3.25° from the
 * central meridian; a vertex elsewhere goes through Krüger's series. The two agree within 10 nm, which is the rounding of
 * northings; a column is some 20 times faster.
 */

/** Degrees of latitude and metres of northing from row to row; powers of two, so that a row's middle is exact. */
const ROW_DEGREES = 1 / 32;
const ROW_M = 2048;
const MAX_LATITUDE = 60;
const MAX_LONGITUDE = 3.25;
/** North of the 60th parallel on the central meridian; it bends north, so less of it is left at the zone's limits. */
const MAX_NORTH_M = 6_650_000;

const planeRows = new Rows(MAX_LATITUDE / ROW_DEGREES + 1, ROW_LENGTH, (row) =>
  forwardRow(row * ROW_DEGREES, ROW_DEGREES / 2),
);
const degreeRows = new Rows(Math.ceil(MAX_NORTH_M / ROW_M) + 1, ROW_LENGTH, (row) =>
  inverseRow(row * ROW_M, ROW_M / 2),
);

/** Σ cⱼ(d) uʲ of the even powers: `d` the offset from the row, `u` the square of longitude or easting. */
const evenPowers = (c: Float64Array, k: number, d: number, u: number): number =>
  c[k] +
  d * (c[k + 1] + d * (c[k + 2] + d * c[k + 3])) +
  u *
    (c[k + 4] +
      d * (c[k + 5] + d * (c[k + 6] + d * c[k + 7])) +
      u *
        (c[k + 8] +
          d * (c[k + 9] + d * (c[k + 10] + d * c[k + 11])) +
          u * (c[k + 12] + d * (c[k + 13] + d * c[k + 14]) + u * (c[k + 15] + d * c[k + 16] + u * c[k + 17]))));
/** The same of the odd powers, after one of them is taken out. */
const oddPowers = (c: Float64Array, k: number, d: number, u: number): number =>
  c[k + 18] +
  d * (c[k + 19] + d * (c[k + 20] + d * c[k + 21])) +
  u *
    (c[k + 22] +
      d * (c[k + 23] + d * (c[k + 24] + d * c[k + 25])) +
      u *
        (c[k + 26] +
          d * (c[k + 27] + d * c[k + 28]) +
          u * (c[k + 29] + d * c[k + 30] + u * (c[k + 31] + u * c[k + 32]))));

/**
 * Interleaved longitudes and latitudes (degrees) to metres east of the central meridian and north of the equator, into
 * `out`, which may be the same array. Within 10 nm of `forward`.
 */
export function forwardColumns(lonLat: Float64Array, centralMeridian: number, out: Float64Array): Float64Array {
  const { table } = planeRows;
  let last = -1;
  let k = 0;
  let middle = 0;
  for (let v = 0; v + 1 < lonLat.length; v += 2) {
    const x = lonLat[v] - centralMeridian;
    const lat = lonLat[v + 1];
    if (!(lat >= 0 && lat <= MAX_LATITUDE && x <= MAX_LONGITUDE && x >= -MAX_LONGITUDE)) {
      forward(lonLat[v], lat, centralMeridian, out, v);
      continue;
    }
    const row = (lat / ROW_DEGREES + 0.5) | 0;
    if (row !== last) {
      k = planeRows.startOf(row);
      middle = row * ROW_DEGREES;
      last = row;
    }
    const d = lat - middle;
    const u = x * x;
    out[v] = x * oddPowers(table, k, d, u);
    out[v + 1] = evenPowers(table, k, d, u);
  }
  return out;
}

/** The way back: metres from the central meridian and the equator to degrees. Within 10 nm of `inverse` on the ground. */
export function inverseColumns(eastNorth: Float64Array, centralMeridian: number, out: Float64Array): Float64Array {
  const { table } = degreeRows;
  let last = -1;
  let k = 0;
  let middle = 0;
  for (let v = 0; v + 1 < eastNorth.length; v += 2) {
    const x = eastNorth[v];
    const north = eastNorth[v + 1];
    const inside = north >= 0 && north <= MAX_NORTH_M;
    const row = inside ? (north / ROW_M + 0.5) | 0 : 0;
    if (row !== last) {
      k = degreeRows.startOf(row);
      middle = row * ROW_M;
      last = row;
    }
    const d = north - middle;
    const u = x * x;
    const lon = x * oddPowers(table, k, d, u);
    if (inside && lon <= MAX_LONGITUDE && lon >= -MAX_LONGITUDE) {
      out[v] = centralMeridian + lon;
      out[v + 1] = evenPowers(table, k, d, u);
    } else inverse(x, north, centralMeridian, out, v);
  }
  return out;
}
