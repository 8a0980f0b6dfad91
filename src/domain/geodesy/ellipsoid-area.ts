import type { SquareMetres } from '../quantity/units.ts';
import { E2, RADIANS, SEMI_MINOR_M } from './ellipsoid.ts';

/*
 * Ellipsoidal area 椭球面积 by the series of 国土调查办发〔2008〕32号 (also TD/T 1055-2019). `e` is the first eccentricity.
 */
const E4 = E2 * E2;
const E6 = E4 * E2;
const E8 = E4 * E4;
/** The five coefficients A … E of the series on CGCS2000. */
export const SERIES = {
  A: 1 + (3 / 6) * E2 + (30 / 80) * E4 + (35 / 112) * E6 + (630 / 2304) * E8,
  B: (1 / 6) * E2 + (15 / 80) * E4 + (21 / 112) * E6 + (420 / 2304) * E8,
  C: (3 / 80) * E4 + (7 / 112) * E6 + (180 / 2304) * E8,
  D: (1 / 112) * E6 + (45 / 2304) * E8,
  E: (5 / 2304) * E8,
} as const;
const { A, B, C, D, E } = SERIES;
const TWICE_B2 = 2 * SEMI_MINOR_M * SEMI_MINOR_M;

/**
 * Area between an edge (straight in latitude–longitude) and a reference meridian; `dL` is the mean longitude of its
 * ends from that meridian, `b1`, `b2` their latitudes, all in radians. Positive northwards and east of the meridian.
 */
export function trapezoid(dL: number, b1: number, b2: number): SquareMetres {
  const h = (b2 - b1) / 2;
  const m = (b1 + b2) / 2;
  return (
    TWICE_B2 *
    dL *
    (A * Math.sin(h) * Math.cos(m) -
      B * Math.sin(3 * h) * Math.cos(3 * m) +
      C * Math.sin(5 * h) * Math.cos(5 * m) -
      D * Math.sin(7 * h) * Math.cos(7 * m) +
      E * Math.sin(9 * h) * Math.cos(9 * m))
  );
}

/**
 * Signed area of the closed ring `from .. to` of interleaved lon, lat degrees, its edges straight in latitude–longitude
 * ("as given"). The meridian of the first vertex is the reference, so the terms stay as small as the parcel.
 */
export function ellipsoidRingArea(lonLat: Float64Array, from: number, to: number): SquareMetres {
  const l0 = lonLat[2 * from];
  let sum = 0;
  for (let v = 2 * from; v < 2 * to - 2; v += 2)
    sum += trapezoid(
      ((lonLat[v] - l0 + (lonLat[v + 2] - l0)) / 2) * RADIANS,
      lonLat[v + 1] * RADIANS,
      lonLat[v + 3] * RADIANS,
    );
  return sum;
}
