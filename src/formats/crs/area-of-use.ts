import { falseEasting } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/layer.ts';
import { degrees, type SourceCrs } from './source.ts';

/** Farther than this from the central meridian, in metres, no one surveys: number or meridian is wrong. */
const widestM = { 3: 300_000, 6: 450_000 } as const;
/** Northings of 3°N on the meridian and of 54°N at the rim of a wide zone. */
const northingsM = [331_000, 6_025_000] as const;
/** On zones between these a plane position that is near its meridian lies between the longitudes of China too. */
const inner = { west: 79, east: 131 } as const;

/** 3° zones 25-45 reach from 73.5°E to 136.5°E; China from the Zengmu shoal 曾母暗沙 to the Amur. */
const inChina = ([lon, lat]: Position): boolean => lon >= 73.5 && lon <= 136.5 && lat >= 3 && lat <= 54;

/** Whether a position can be what its CRS says: in the CRS's own area of use, and in the country. */
export function fits(source: SourceCrs, [x, y]: Position): boolean {
  const { plane, meridian } = source;
  if (plane) {
    const [south, north] = northingsM;
    if (!(Math.abs(x - falseEasting(plane)) <= widestM[plane.width] && y >= south && y <= north)) return false;
    const isInner = plane.centralMeridian >= inner.west && plane.centralMeridian <= inner.east;
    return isInner || inChina(source.toDegrees([x, y]));
  }
  if (source === degrees) return inChina([x, y]);
  // UTM, whose eastings begin 500 km west of its meridian.
  if (meridian !== null && !(Math.abs(x - 500_000) <= widestM[6])) return false;
  return inChina(source.toDegrees([x, y]));
}
