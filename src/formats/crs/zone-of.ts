import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { falseEasting, zoneCrs } from '../../domain/geodesy/zones.ts';

/**
 * The Gauss–Krüger zone of a central meridian and a false easting, which has the number of the zone in front of 500 000 or
 * not; null for none. Where no width is said, the number says it (3° zones begin at 25), else the meridian: those of 6° zones
 * are odd multiples of three.
 */
export function zoneOf(meridian: number, east: number, width?: 3 | 6): PlaneCrs | null {
  const prefix = Math.floor(east / 1_000_000);
  const six = width ? width === 6 : prefix > 0 ? prefix < 25 : meridian % 6 === 3;
  const crs = zoneCrs(six ? 6 : 3, six ? (meridian + 3) / 6 : meridian / 3, prefix > 0);
  return crs && falseEasting(crs) === east ? crs : null;
}
