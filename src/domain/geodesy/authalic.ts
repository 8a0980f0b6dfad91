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
  const { table } = rows;
  let row = -1;
  let [lat0, c1, c2, c3, c4] = [0, 0, 0, 0, 0]; // of the row, shared by the rings that follow one another in it
  for (let r = first; r < last; r++) {
    const from = vertexStart[r];
    const to = vertexStart[r + 1];
    if (to - from < 2) {
      out[r - first] = 0;
      continue;
    }
    const ringRow = Math.round((lonLat[2 * from + 1] + 90) / ROW_DEGREES);
    if (ringRow !== row) {
      if (!(ringRow >= 0 && ringRow <= 180 / ROW_DEGREES)) {
        out[r - first] = ellipsoidRingArea(lonLat, from, to);
        continue;
      }
      row = ringRow;
      lat0 = row * ROW_DEGREES - 90;
      const k = rows.startOf(row);
      c1 = table[k];
      c2 = table[k + 1];
      c3 = table[k + 2];
      c4 = table[k + 3];
    }
    const lon0 = lonLat[2 * from];
    let px = 0;
    let pq = 0;
    let sum = 0;
    let far = 0;
    // The first vertex has x = 0 and adds nothing but its q.
    for (let v = 2 * from, end = 2 * to; v < end; v += 2) {
      const x = lonLat[v] - lon0;
      const y = lonLat[v + 1] - lat0;
      const yy = y * y;
      const q = y * (c1 + c2 * y + yy * (c3 + c4 * y));
      sum += (x + px) * (q - pq);
      far += yy;
      px = x;
      pq = q;
    }
    out[r - first] = far < NEAR ? sum : ellipsoidRingArea(lonLat, from, to);
  }
  return out;
}
