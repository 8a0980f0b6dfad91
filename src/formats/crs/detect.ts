import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { planeCrsOf, zoneCrs } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { zonesByUse } from './zones-by-use.ts';
import { fits } from './area-of-use.ts';
import { degrees, planeSource, sourceOf, type SourceCrs } from './source.ts';

export interface Detected {
  readonly source: SourceCrs;
  /** The numbers stand north (or latitude) first. */
  readonly swapped: boolean;
}

const isLon = (v: number) => v >= 70 && v <= 140;
const isLat = (v: number) => v >= 0 && v <= 60;
/** Northings of China on any zone, metres. */
const isNorth = (v: number) => v >= 1_000_000 && v <= 6_500_000;
/** Eastings without zone number: up to 400 km from the central meridian. */
const isPlainEast = (v: number) => v >= 100_000 && v <= 900_000;
const isPrefixedEast = (v: number) => v >= 13_000_000 && v < 46_000_000 && isPlainEast(v % 1_000_000);

/** The zones whose eastings carry no number: the numbers cannot tell them apart. */
export const plainChoices: readonly string[] = zonesByUse
  .filter((epsg) => planeCrsOf(epsg)?.prefixed === false)
  .map((epsg) => `EPSG:${epsg}`);

/** The zone a prefixed easting names: 3° zones are 25–45, 6° zones 13–23. */
export function zoneOfEasting(east: number): ReturnType<typeof zoneCrs> {
  const zone = Math.floor(east / 1_000_000);
  return zoneCrs(zone >= 25 ? 3 : 6, zone, true);
}

/** Whether the pair stands [north, east] instead of [east, north]; null where neither fits. */
export function northFirst([a, b]: Position): boolean | null {
  const east = (v: number) => isPlainEast(v) || isPrefixedEast(v);
  if (east(a) && isNorth(b)) return false;
  if (east(b) && isNorth(a)) return true;
  return null;
}

/** Whether a pair in a CRS that is known stands north or latitude first: it fits that way round, and only that. */
export function standsSwapped(source: SourceCrs, [a, b]: Position): boolean {
  // Of a zone that is wrong as well the order still shows.
  if (source.plane && northFirst([a, b]) === true) return true;
  return !fits(source, [a, b]) && fits(source, [b, a]);
}

const mercator = sourceOf(3857);
const isMercator = ([a, b]: Position): boolean =>
  mercator.ok && (fits(mercator.value, [a, b]) || fits(mercator.value, [b, a]));

/** Tells the CRS from one coordinate pair of a file that does not state it. */
export function detect(position: Position): Result<Detected, FormatRefusal> {
  const [a, b] = position;
  if (isLon(b) && isLat(a)) return ok({ source: degrees, swapped: true });
  if (Math.abs(a) <= 180 && Math.abs(b) <= 90) return ok({ source: degrees, swapped: false });
  const swapped = northFirst(position);
  if (swapped === null)
    return isMercator(position) ? refuse('crs-unknown', { likely: 'EPSG:3857' }, ['EPSG:3857']) : refuse('crs-unknown');
  const east = swapped ? b : a;
  if (isPlainEast(east)) return refuse('crs-ambiguous', {}, plainChoices);
  const crs = zoneOfEasting(east);
  if (!crs) return refuse('crs-unknown');
  // Web Mercator reaches 13–15 million east of 117°E, where the 6° zones 13 and 14 would be in the far west.
  if (east < 15_100_000) return refuse('crs-ambiguous', {}, [`EPSG:${crs.epsg}`, 'EPSG:3857']);
  return ok({ source: planeSource(crs), swapped });
}
