import { falseEasting } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { inChina } from './country.ts';
import { degrees, type SourceCrs } from './source.ts';

/** Farther than this from the central meridian, in metres, no one surveys: number or meridian is wrong. */
const widestM = { 3: 300_000, 6: 450_000 } as const;
/** Northings of 3°N on the meridian and of 54°N at the rim of a wide zone. */
const northingsM = [331_000, 6_025_000] as const;

/** Whether a position can be what its CRS says: in the CRS's own area of use, and in the country. */
export function fits(source: SourceCrs, [x, y]: Position): boolean {
  const { plane, meridian } = source;
  if (plane) {
    const [south, north] = northingsM;
    if (!(Math.abs(x - falseEasting(plane)) <= widestM[plane.width] && y >= south && y <= north)) return false;
    return inChina(source.toDegrees([x, y]));
  }
  if (source === degrees) return inChina([x, y]);
  // UTM, whose eastings begin 500 km west of its meridian.
  if (meridian !== null && !(Math.abs(x - 500_000) <= widestM[6])) return false;
  return inChina(source.toDegrees([x, y]));
}
