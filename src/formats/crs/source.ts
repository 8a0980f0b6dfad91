import proj4 from 'proj4';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { formatCrs, type PlaneCrs } from '../../domain/geodesy/crs.ts';
import { planeCrsOf, toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';

/** What the numbers of a file mean. Positions are [lon, lat] or [east, north]. */
export interface SourceCrs {
  /** `EPSG:n` */
  readonly code: string;
  /** The Gauss–Krüger zone, whose coordinates are kept as surveyed; null for degrees and for other projections. */
  readonly plane: PlaneCrs | null;
  /** Central meridian of a UTM zone, degrees; null for every other. */
  readonly meridian: number | null;
  toDegrees(position: Position): Position;
  fromDegrees(position: Position): Position;
}

const same = (position: Position): Position => [position[0], position[1]];
export const degrees: SourceCrs = {
  code: 'EPSG:4490',
  plane: null,
  meridian: null,
  toDegrees: same,
  fromDegrees: same,
};

export const planeSource = (crs: PlaneCrs): SourceCrs => ({
  code: formatCrs(crs),
  plane: crs,
  meridian: null,
  toDegrees: ([east, north]) => toLonLat(crs, east, north),
  fromDegrees: ([lon, lat]) => toPlane(crs, lon, lat),
});

/** EPSG 4490, and WGS84 (4326), which agrees with it to less than a parcel survey can tell. */
const geographic = new Set([4490, 4326]);

/** Web Mercator and UTM on WGS84, by proj4. */
function proj4Text(epsg: number): string | null {
  if (epsg === 3857) return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs';
  const zone = epsg % 100;
  const utm = (Math.floor(epsg / 100) === 326 || Math.floor(epsg / 100) === 327) && zone >= 1 && zone <= 60;
  if (!utm) return null;
  return `+proj=utm +zone=${zone} ${epsg >= 32700 ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`;
}

/**
 * Beijing 54 (4214, 2401-2442, 21413-21423, 21453-21463, 21473-21483), Xi'an 80 (4610, 2327-2390) and New Beijing (4555, 4568-4589)
 * in the EPSG register: their land reaches CGCS2000 only by parameters of the place.
 */
function isOldDatum(epsg: number): boolean {
  const between = (first: number, last: number) => epsg >= first && epsg <= last;
  if ([4214, 4610, 4555].includes(epsg)) return true;
  return (
    between(2327, 2390) ||
    between(2401, 2442) ||
    between(21413, 21423) ||
    between(21453, 21463) ||
    between(21473, 21483) ||
    between(4568, 4589)
  );
}

/** The CRS of an EPSG code; Xi'an 80, Beijing 54 and everything else that needs parameters of the place is refused. */
export function sourceOf(epsg: number): Result<SourceCrs, FormatRefusal> {
  if (geographic.has(epsg)) return ok(degrees);
  const plane = planeCrsOf(epsg);
  if (plane) return ok(planeSource(plane));
  const definition = proj4Text(epsg);
  if (!definition) return refuse(isOldDatum(epsg) ? 'crs-unsupported' : 'crs-unrecognised', { code: `EPSG:${epsg}` });
  const projection = proj4('+proj=longlat +datum=WGS84 +no_defs', definition);
  return ok({
    code: `EPSG:${epsg}`,
    plane: null,
    meridian: epsg === 3857 ? null : 6 * (epsg % 100) - 183,
    toDegrees: ([x, y]) => projection.inverse([x, y]) as [number, number],
    fromDegrees: ([lon, lat]) => projection.forward([lon, lat]) as [number, number],
  });
}
