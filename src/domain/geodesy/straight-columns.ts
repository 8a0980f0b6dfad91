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

const rowOf = (lat: number): number => Math.round((lat + 90) / CELL);
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
  for (let r = first; r < last;) {
    const k = 2 * vertexStart[r];
    const row = rowOf(lonLat[k + 1]);
    const column = Math.round((lonLat[k] - centralMeridian) / CELL);
    const near = row > 0 && row < 180 / CELL && Math.abs(column) <= MAX_LONGITUDE / CELL;
    const measured = near ? cellRings(lonLat, vertexStart, centralMeridian, row, column, out, first, r, last) : r;
    if (measured === r) out[r - first] = projected(lonLat, vertexStart[r], vertexStart[r + 1], centralMeridian);
    r = Math.max(measured, r + 1);
  }
  return out;
}

/**
 * The areas of the rings from `r` on, up to the first that lies in another cell or must be projected: its number. The
 * coefficients stay in registers only because nothing here changes them.
 */
function cellRings(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  centralMeridian: number,
  row: number,
  column: number,
  out: Float64Array,
  first: number,
  r: number,
  last: number,
): number {
  const { table } = rows;
  const k = rows.startOf(row);
  const lat0 = row * CELL - 90;
  const fromMeridian = column * CELL;
  const lon0 = centralMeridian + fromMeridian;
  const u = fromMeridian * fromMeridian;
  const q1 = table[k];
  const q2 = table[k + 1];
  const q3 = table[k + 2];
  const q4 = table[k + 3];
  const k1 = table[k + 4] + u * (table[k + 5] + u * table[k + 6]);
  const k2 = table[k + 7] + u * (table[k + 8] + u * table[k + 9]);
  const k3 = fromMeridian * (table[k + 10] + u * (table[k + 11] + u * table[k + 12]));
  const k4 = table[k + 13];
  // The sums of an edge's two ends stand for its middle: hence the halves.
  const d1 = (table[k + 14] + u * table[k + 15]) / 2;
  const d2 = (table[k + 16] + u * table[k + 17]) / 2;
  const d3 = (table[k + 10] + u * (3 * table[k + 11] + 5 * u * table[k + 12])) / 2;
  for (; r < last; r++) {
    const from = vertexStart[r];
    const to = vertexStart[r + 1];
    if (to - from < 2) {
      out[r - first] = 0;
      continue;
    }
    let px = lonLat[2 * from] - lon0;
    let py = lonLat[2 * from + 1] - lat0;
    if (!(Math.abs(px) <= CELL / 2 && Math.abs(py) <= CELL / 2)) return r;
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
    if (!(squares < SHORT && squares * (to - from) < NEAR)) return r;
    out[r - first] = chords + bows;
  }
  return last;
}
