import type { PlaneCrs } from './crs.ts';
import { forward, inverse } from './krueger.ts';

const FIRST_ZONE = { 3: 25, 6: 13 } as const;
const LAST_ZONE = { 3: 45, 6: 23 } as const;
/** EPSG code of the first zone, prefixed and not: codes run on by zone. */
const FIRST_EPSG = { 3: { prefixed: 4513, plain: 4534 }, 6: { prefixed: 4491, plain: 4502 } } as const;
const FALSE_EASTING_M = 500_000;
/** The zone number stands in front of a six-digit easting. */
const ZONE_PREFIX_M = 1_000_000;

/** The CGCS2000 zone of this width and number, or null when there is none in China. */
export function zoneCrs(width: 3 | 6, zone: number, prefixed: boolean): PlaneCrs | null {
  if (!Number.isInteger(zone) || zone < FIRST_ZONE[width] || zone > LAST_ZONE[width]) return null;
  const epsg = FIRST_EPSG[width][prefixed ? 'prefixed' : 'plain'] + zone - FIRST_ZONE[width];
  return { epsg, width, zone, centralMeridian: width === 3 ? 3 * zone : 6 * zone - 3, prefixed };
}

/** EPSG 4491–4554 to their zone; null for any other code. */
export function planeCrsOf(epsg: number): PlaneCrs | null {
  for (const width of [6, 3] as const)
    for (const kind of ['prefixed', 'plain'] as const) {
      const crs = zoneCrs(width, epsg - FIRST_EPSG[width][kind] + FIRST_ZONE[width], kind === 'prefixed');
      if (crs) return crs;
    }
  return null;
}

/** Number of the 3° zone 三度带 a longitude lies in; its western limit belongs to it (112.5°E is zone 38). */
export const zone3Of = (lon: number): number => Math.floor(lon / 3 + 0.5);

/** The 3° zone of the land, eastings with prefix; land outside zones 25–45 takes the nearest of them. */
export function landCrs(lon: number): PlaneCrs {
  const zone = Math.min(Math.max(zone3Of(lon), FIRST_ZONE[3]), LAST_ZONE[3]);
  const crs = zoneCrs(3, zone, true);
  if (!crs) throw new RangeError(`no zone for longitude ${lon}`);
  return crs;
}

/** Easting of the central meridian: 500 000, with the zone in front when the CRS has it (38 500 000). */
export const falseEasting = (crs: PlaneCrs): number => FALSE_EASTING_M + (crs.prefixed ? crs.zone * ZONE_PREFIX_M : 0);

const pair = new Float64Array(2);

/** [east, north] in metres of a longitude and latitude; for single points, the kernels use `forward`. */
export function toPlane(crs: PlaneCrs, lon: number, lat: number): [number, number] {
  forward(lon, lat, crs.centralMeridian, pair);
  return [pair[0] + falseEasting(crs), pair[1]];
}

/** [longitude, latitude] in degrees, unrounded. */
export function toLonLat(crs: PlaneCrs, east: number, north: number): [number, number] {
  inverse(east - falseEasting(crs), north, crs.centralMeridian, pair);
  return [pair[0], pair[1]];
}
