import { RADIANS, SEMI_MAJOR_M } from '../../../domain/geodesy/ellipsoid.ts';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';

/**
 * So far apart, km, a wrong zone is likelier than land of one city: a zone of 3° is 270 km wide, one of 6° twice that. In a
 * very large city (重庆 reaches over 450 km) it may be right, and is no more than told.
 */
const WITHIN_KM = 100;

/** Whole kilometres between two boxes in degrees, on a sphere; null where they lie as places of one city do. */
export function farAwayKm(one: Bounds, other: Bounds): number | null {
  const apart = (west: number, east: number) => Math.max(0, one[west] - other[east], other[west] - one[east]);
  const latitude = ((one[1] + one[3] + other[1] + other[3]) / 4) * RADIANS;
  const degrees = Math.hypot(apart(0, 2) * Math.cos(latitude), apart(1, 3));
  const km = Math.round((degrees * RADIANS * SEMI_MAJOR_M) / 1000);
  return km > WITHIN_KM ? km : null;
}
