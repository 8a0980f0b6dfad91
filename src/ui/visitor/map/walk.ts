import { RADIANS } from '../../../domain/geodesy/ellipsoid.ts';
import type { FirstFile } from '../../../publish/shape/published.ts';

/** A park as a walk over the map knows it: x east, y south, in degrees of latitude. */
interface PlaceOnMap {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** Of these rows those that are drawn. */
export function placesOf(
  { parks, bounds }: Pick<FirstFile, 'parks' | 'bounds'>,
  rows: readonly number[],
): PlaceOnMap[] {
  const narrow = Math.cos(((bounds[1] + bounds[3]) / 2) * RADIANS);
  return rows.flatMap((row) => {
    const at = parks.at[row];
    return at ? [{ row, x: at[0] * narrow, y: -at[1] }] : [];
  });
}

/** Where a walk begins: at the one nearest to the middle of all. */
export function startOf(places: readonly PlaceOnMap[]): number | null {
  if (places.length === 0) return null;
  const mean = (of: (place: PlaceOnMap) => number) => places.reduce((sum, place) => sum + of(place), 0) / places.length;
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)];
  const off = (p: PlaceOnMap) => Math.hypot(p.x - x, p.y - y);
  return places.reduce((best, place) => (off(place) < off(best) ? place : best)).row;
}
