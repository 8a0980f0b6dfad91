import type { Position } from 'geojson';
import { E2, RADIANS, SEMI_MAJOR_M } from '../../../domain/geodesy/ellipsoid.ts';

/**
 * Metres from place to place as the crow flies: on the plane that touches the ellipsoid midway. Within 100 km that is
 * true to a metre in a kilometre, and places of parks are given to 4 decimals, 10 m.
 */
export function distanceM([lonA, latA]: Position, [lonB, latB]: Position): number {
  const latitude = ((latA + latB) / 2) * RADIANS;
  const w2 = 1 - E2 * Math.sin(latitude) ** 2;
  const prime = SEMI_MAJOR_M / Math.sqrt(w2);
  const meridian = (prime * (1 - E2)) / w2;
  return Math.hypot((lonB - lonA) * RADIANS * prime * Math.cos(latitude), (latB - latA) * RADIANS * meridian);
}
