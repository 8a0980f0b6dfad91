import type { SquareMetres } from '../quantity/units.ts';
import { trapezoid } from './ellipsoid-area.ts';
import { RADIANS } from './ellipsoid.ts';
import { inverse } from './krueger.ts';

/** For tests and benchmarks: the survey rule taken at its word. Boundary lines longer than this are cut on the plane first. */
const DENSIFY_M = 70;

const point = new Float64Array(2);

/** One edge, cut into `pieces` equal pieces on the plane; `v` is its index in both arrays, `l0` in degrees. */
function cutEdge(lonLat: Float64Array, xy: Float64Array, v: number, pieces: number, cm: number, l0: number): number {
  const dx = (xy[v + 2] - xy[v]) / pieces;
  const dy = (xy[v + 3] - xy[v + 1]) / pieces;
  let lon = lonLat[v];
  let lat = lonLat[v + 1];
  let sum = 0;
  for (let i = 1; i <= pieces; i++) {
    if (i < pieces) inverse(xy[v] + i * dx, xy[v + 1] + i * dy, cm, point);
    else {
      point[0] = lonLat[v + 2];
      point[1] = lonLat[v + 3];
    }
    sum += trapezoid(((lon - l0 + (point[0] - l0)) / 2) * RADIANS, lat * RADIANS, point[1] * RADIANS);
    lon = point[0];
    lat = point[1];
  }
  return sum;
}

/**
 * As `ellipsoidRingArea`, but edges are straight on the Gauss–Krüger plane, and one longer
 * than `step` metres is cut there into equal pieces no longer than it. `xy` holds the same vertices in metres from the
 * central meridian `cm` and the equator.
 */
export function densifiedRingArea(
  lonLat: Float64Array,
  xy: Float64Array,
  from: number,
  to: number,
  cm: number,
  step = DENSIFY_M,
): SquareMetres {
  const l0 = lonLat[2 * from];
  let sum = 0;
  for (let v = 2 * from; v < 2 * to - 2; v += 2) {
    const length = Math.hypot(xy[v + 2] - xy[v], xy[v + 3] - xy[v + 1]);
    sum += cutEdge(lonLat, xy, v, Math.max(1, Math.ceil(length / step)), cm, l0);
  }
  return sum;
}
