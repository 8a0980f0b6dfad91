import { falseEasting } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { inChina } from './country.ts';
import { degrees, type SourceCrs } from './source.ts';

/** Farther than this from the central meridian, in metres, no one surveys: number or meridian is wrong. */
const widestM = { 3: 300_000, 6: 450_000 } as const;
/** Northings of 3°N on the meridian and of 54°N at the rim of a wide zone. */
const northingsM = [331_000, 6_025_000] as const;

/** Whether a position can be what its CRS says: in the CRS's own area of use, and in the country. */
export const fits = (source: SourceCrs, [x, y]: Position): boolean =>
  isInUse(source, x, y) && (source === degrees ? inChina(x, y) : inChina(...source.toDegrees([x, y])));

/** The same of a position whose degrees are known. */
export const fitsAt = (source: SourceCrs, x: number, y: number, lon: number, lat: number): boolean =>
  isInUse(source, x, y) && inChina(lon, lat);

function isInUse({ plane, meridian }: SourceCrs, x: number, y: number): boolean {
  if (plane) {
    const [south, north] = northingsM;
    return Math.abs(x - falseEasting(plane)) <= widestM[plane.width] && y >= south && y <= north;
  }
  // UTM, whose eastings begin 500 km west of its meridian.
  return meridian === null || Math.abs(x - 500_000) <= widestM[6];
}
