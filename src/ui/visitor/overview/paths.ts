import type { MultiPolygon } from 'geojson';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Plane } from './view.ts';

/** Units of a path by degree of latitude: about a metre each, so that a path is whole numbers. */
export const UNITS = 1e5;

/** An outline as an SVG path in whole units from the north-west corner of the city; it is drawn once, and only its frame moves. */
export function pathOf({ narrow }: Plane, [west, , , north]: Bounds, { coordinates }: MultiPolygon): string {
  const x = (lon: number) => Math.round((lon - west) * narrow * UNITS);
  const y = (lat: number) => Math.round((north - lat) * UNITS);
  return coordinates
    .flat()
    .map((ring) => `M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`)
    .join('');
}
