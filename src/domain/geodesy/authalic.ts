import { ellipsoidRingArea, SERIES } from './ellipsoid-area.ts';
import { RADIANS, SEMI_MINOR_M } from './ellipsoid.ts';
import { Rows } from './rows.ts';

/*
 * The standard's series on columns. Each of its terms is a difference of sines, 2 sin(k h) cos(k m) = sin k b₂ − sin k b₁,
 * so a ring's area is a shoelace in longitude and Q(b) = A sin b − B sin 3b + C sin 5b − D sin 7b + E sin 9b. Q is
 * smooth: near a latitude a polynomial of degree 4 takes its place, and no sine is left per vertex.
 */

const TERMS = [SERIES.A, -SERIES.B, SERIES.C, -SERIES.D, SERIES.E];
/** Latitudes between two expansions, degrees; a power of two, so that the latitude of a row is exact. */
const ROW_DEGREES = 1 / 32;
/** Coefficients of a row: those of y … y⁴ in m per degree of longitude and degreesⁿ of latitude. */
const DEGREE = 4;
/**
 * Rings whose squared offsets in latitude from their row sum to less than this (degrees²), so none is over 0.3°, are
 * measured by its polynomial: the part left out, y⁴/24 of the derivative in radians, is then below 4·10⁻¹¹ of the area.
 */
const NEAR = 0.09;

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
const FACTORIAL = [1, 2, 6, 24];

const rows = new Rows(180 / ROW_DEGREES + 1, DEGREE, (row) => areaSeries(row * ROW_DEGREES - 90));

/**
 * Signed area in m² of each closed ring `vertexStart[r] .. vertexStart[r+1]` of interleaved lon, lat degrees, edges
 * straight in latitude–longitude as given, into `out[r - first]` for `first ≤ r < last`: the figure of
 * `ellipsoidRingArea` within 10⁻¹⁰ of itself. Rings over 0.3° of latitude are left to that function.
 */
export function ellipsoidRingAreas(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  out: Float64Array,
  first = 0,
  last = vertexStart.length - 1,
): Float64Array {
  for (let r = first; r < last;) {
    const row = Math.round((lonLat[2 * vertexStart[r] + 1] + 90) / ROW_DEGREES);
    const near = row >= 0 && row <= 180 / ROW_DEGREES;
    const measured = near ? rowRings(lonLat, vertexStart, row, out, first, r, last) : r;
    if (measured === r) out[r - first] = ellipsoidRingArea(lonLat, vertexStart[r], vertexStart[r + 1]);
    r = Math.max(measured, r + 1);
  }
  return out;
}

/**
 * The areas of the rings from `r` on, up to the first that lies in another row or is too large for it: its number. The
 * coefficients stay in registers only because nothing here changes them; two edges a turn take a tenth less time.
 */
function rowRings(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  row: number,
  out: Float64Array,
  first: number,
  r: number,
  last: number,
): number {
  const { table } = rows;
  const k = rows.startOf(row);
  const lat0 = row * ROW_DEGREES - 90;
  const c1 = table[k];
  const c2 = table[k + 1];
  const c3 = table[k + 2];
  const c4 = table[k + 3];
  for (; r < last; r++) {
    const from = 2 * vertexStart[r];
    const end = 2 * vertexStart[r + 1];
    if (end - from < 4) {
      out[r - first] = 0;
      continue;
    }
    const lon0 = lonLat[from];
    let py = lonLat[from + 1] - lat0;
    if (!(Math.abs(py) <= ROW_DEGREES / 2)) return r;
    let px = 0;
    let pq = quartic(py, c1, c2, c3, c4);
    let sum = 0;
    let far = py * py;
    let v = from + 2;
    for (; v < end - 2; v += 4) {
      const x = lonLat[v] - lon0;
      const y = lonLat[v + 1] - lat0;
      const q = quartic(y, c1, c2, c3, c4);
      sum += (x + px) * (q - pq);
      px = lonLat[v + 2] - lon0;
      py = lonLat[v + 3] - lat0;
      pq = quartic(py, c1, c2, c3, c4);
      sum += (x + px) * (pq - q);
      far += y * y + py * py;
    }
    if (v < end) {
      const y = lonLat[v + 1] - lat0;
      sum += (lonLat[v] - lon0 + px) * (quartic(y, c1, c2, c3, c4) - pq);
      far += y * y;
    }
    if (!(far < NEAR)) return r;
    out[r - first] = sum;
  }
  return last;
}

const quartic = (y: number, c1: number, c2: number, c3: number, c4: number): number =>
  y * (c1 + c2 * y + y * y * (c3 + c4 * y));
