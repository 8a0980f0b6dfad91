import type { SquareMetres } from '../quantity/units.ts';
import { E2, RADIANS, SEMI_MAJOR_M } from './ellipsoid.ts';
import { inverse } from './krueger.ts';
import { planeRingArea } from './plane-area.ts';

/*
 * Ellipsoidal area 椭球面积 of land whose boundary lines are straight on the Gauss–Krüger plane: the integral of 1/m² over
 * the plane polygon, m the point scale. By Green's theorem it is the plane area less ∮ Γ dN, where Γ(E, N) is the
 * integral of 1 − 1/m² from the central meridian to E. With u = E²κ and κ = 1/(ρν) at the footpoint,
 * m = 1 + u/2 + p u²/24 + u³/720 (Redfearn 1948; p is 1 on a sphere), which gives the series in `scaleIntegral`.
 */

/** Northings between two expansions of κ, metres. */
const ROW_M = 32_768;
/** Boundary lines longer than this are integrated in pieces. */
const PIECE_M = 10_000;
/** Half the distance of the two Gauss points of an edge, in parts of it. */
const GAUSS = Math.sqrt(1 / 12);

interface Curvature {
  /** κ and its first and half its second derivative by northing. */
  readonly k0: number;
  readonly k1: number;
  readonly k2: number;
  /** Coefficient of u² in the series. */
  readonly second: number;
}
const rows = new Map<number, Curvature>();
const at = new Float64Array(2);

function curvatureAt(row: number): Curvature {
  inverse(0, row * ROW_M, 0, at);
  const sin = Math.sin(at[1] * RADIANS);
  const cos = Math.cos(at[1] * RADIANS);
  const w = 1 - E2 * sin * sin;
  const slope = -2 * E2 * sin * cos;
  const bend = -2 * E2 * (cos * cos - sin * sin);
  // dφ/dN = w^(3/2) per metre of a (1 − e²).
  const unit = 1 / (SEMI_MAJOR_M * (1 - E2));
  const kappa = unit / SEMI_MAJOR_M;
  const psi = w / (1 - E2);
  const t2 = (sin / cos) ** 2;
  const p = 4 * psi * (1 - 6 * t2) - 3 * (1 - 16 * t2) - (24 * t2) / psi;
  return {
    k0: kappa * w * w,
    k1: 2 * kappa * unit * w ** 2.5 * slope,
    k2: kappa * unit * unit * (2.5 * w ** 3 * slope * slope + w ** 4 * bend),
    second: (3 / 4 - p / 12) / 5,
  };
}

/** Γ: metres at `east` metres from the central meridian, `n` metres north of the row's middle. */
function scaleIntegral(c: Curvature, east: number, n: number): number {
  const u = east * east * (c.k0 + n * (c.k1 + n * c.k2));
  return east * u * (1 / 3 - u * (c.second - u * (17 / 315 - u * (62 / 2835))));
}

/**
 * Signed area in m² of the closed ring `from .. to` of interleaved metres east of the central meridian and north of the
 * equator, its edges straight there however long: the limit of cutting them ever finer. Error below
 * 10⁻¹¹ of the area within 1.5° of the central meridian and 5·10⁻¹¹ within 3°, for rings up to 60 km across; 10⁻¹⁰ to 100 km.
 */
export function straightRingArea(xy: Float64Array, from: number, to: number): SquareMetres {
  if (to - from < 2) return 0;
  const row = Math.round(xy[2 * from + 1] / ROW_M);
  let curvature = rows.get(row);
  if (!curvature) rows.set(row, (curvature = curvatureAt(row)));
  const n0 = row * ROW_M;
  let sum = 0;
  for (let v = 2 * from; v < 2 * to - 2; v += 2) {
    const x = xy[v];
    const y = xy[v + 1] - n0;
    const dx = xy[v + 2] - x;
    const dy = xy[v + 3] - xy[v + 1];
    const square = dx * dx + dy * dy;
    const pieces = square > PIECE_M * PIECE_M ? Math.ceil(Math.sqrt(square) / PIECE_M) : 1;
    for (let i = 0; i < pieces; i++) {
      const a = (i + 0.5 - GAUSS) / pieces;
      const b = (i + 0.5 + GAUSS) / pieces;
      const mean = scaleIntegral(curvature, x + a * dx, y + a * dy) + scaleIntegral(curvature, x + b * dx, y + b * dy);
      sum += (mean * dy) / (2 * pieces);
    }
  }
  return planeRingArea(xy, from, to) - sum;
}
