import { forwardColumns } from './projection.ts';
import { Rows } from './rows.ts';
import { straightRingArea } from './straight-area.ts';
import { ROW_LENGTH, straightRow } from './straight-rows.ts';

/** Size of a cell of latitude and longitude in degrees, a power of two: its rings share their coefficients. */
const CELL = 1 / 128;
/** Rings on the short way have squared edges that sum to less than this, degrees²: no edge is over 1 km. */
const SHORT = 8e-5;
/** And this many vertices times that sum, at least the square of the perimeter: no vertex is over 3.5 km from the first. */
const NEAR = 0.004;
const MAX_LONGITUDE = 3.25;

const rows = new Rows(180 / CELL + 1, ROW_LENGTH, (row) => straightRow(row * CELL - 90));

/** The long way: onto the plane, and measured there. */
function projected(lonLat: Float64Array, from: number, to: number, centralMeridian: number): number {
  const xy = lonLat.slice(2 * from, 2 * to);
  return straightRingArea(forwardColumns(xy, centralMeridian, xy), 0, to - from);
}

/**
 * Signed area in m² of each closed ring `vertexStart[r] .. vertexStart[r+1]` of interleaved lon, lat degrees, edges
 * straight on the Gauss–Krüger plane of `centralMeridian`, into `out[r - first]` for `first ≤ r < last`: the figure of
 * `straightRingArea` within 10⁻¹⁰ of itself, without a projection. Rings with an edge over 1 km, too far across or
 * beyond 3.25° are projected and left to that function.
 */
export function straightRingAreas(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  centralMeridian: number,
  out: Float64Array,
  first = 0,
  last = vertexStart.length - 1,
): Float64Array {
  const { table } = rows;
  let row = -1;
  let column = 0;
  let [lon0, lat0, q1, q2, q3, q4] = [0, 0, 0, 0, 0, 0];
  let [k1, k2, k3, k4, d1, d2, d3] = [0, 0, 0, 0, 0, 0, 0];
  for (let r = first; r < last; r++) {
    const from = vertexStart[r];
    const to = vertexStart[r + 1];
    if (to - from < 2) {
      out[r - first] = 0;
      continue;
    }
    const ringRow = Math.round((lonLat[2 * from + 1] + 90) / CELL);
    const ringColumn = Math.round((lonLat[2 * from] - centralMeridian) / CELL);
    if (!(ringRow > 0 && ringRow < 180 / CELL && Math.abs(ringColumn) <= MAX_LONGITUDE / CELL)) {
      out[r - first] = projected(lonLat, from, to, centralMeridian);
      continue;
    }
    if (ringRow !== row || ringColumn !== column) {
      row = ringRow;
      column = ringColumn;
      lat0 = row * CELL - 90;
      const k = rows.startOf(row);
      const x = column * CELL;
      const u = x * x;
      lon0 = centralMeridian + x;
      q1 = table[k];
      q2 = table[k + 1];
      q3 = table[k + 2];
      q4 = table[k + 3];
      k1 = table[k + 4] + u * (table[k + 5] + u * table[k + 6]);
      k2 = table[k + 7] + u * (table[k + 8] + u * table[k + 9]);
      k3 = x * (table[k + 10] + u * (table[k + 11] + u * table[k + 12]));
      k4 = table[k + 13];
      // The sums of an edge's two ends stand for its middle: hence the halves.
      d1 = (table[k + 14] + u * table[k + 15]) / 2;
      d2 = (table[k + 16] + u * table[k + 17]) / 2;
      d3 = (table[k + 10] + u * (3 * table[k + 11] + 5 * u * table[k + 12])) / 2;
    }
    let px = lonLat[2 * from] - lon0;
    let py = lonLat[2 * from + 1] - lat0;
    let pq = py * (q1 + py * (q2 + py * (q3 + py * q4)));
    let chords = 0;
    let bows = 0;
    let squares = 0;
    for (let v = 2 * from + 2, end = 2 * to; v < end; v += 2) {
      const x = lonLat[v] - lon0;
      const y = lonLat[v + 1] - lat0;
      const q = y * (q1 + y * (q2 + y * (q3 + y * q4)));
      const sx = x + px;
      const sy = y + py;
      const dx = x - px;
      const dy = y - py;
      const xx = dx * dx;
      const yy = dy * dy;
      chords += sx * (q - pq);
      bows += dx * ((k1 + sy * d1) * xx + (k2 + sy * d2) * yy) + dy * (k3 + sx * d3) * (xx + k4 * yy);
      squares += xx + yy;
      px = x;
      py = y;
      pq = q;
    }
    const short = squares < SHORT && squares * (to - from) < NEAR;
    out[r - first] = short ? chords + bows : projected(lonLat, from, to, centralMeridian);
  }
  return out;
}
