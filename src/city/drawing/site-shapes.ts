import type { Key } from '../../domain/land/change.ts';
import type { City } from '../city.ts';
import { turnsOn } from '../turn-taking.ts';
import { outlineOf, type Outline } from './sites.ts';

/**
 * Outlines of sites 分园 that are not there yet, each of some parcels; others are let in between them.
 *
 * @throws AbortError where the land changes meanwhile
 */
export async function siteShapes(
  city: City,
  sites: readonly (readonly Key[])[],
  signal?: AbortSignal,
): Promise<readonly Outline[]> {
  const takeTurns = turnsOn(city, signal);
  const shapes: Outline[] = [];
  for (const keys of sites) {
    const table = city.land.table('parcel');
    const there = keys.filter((key) => table.rowOf(key) !== undefined);
    shapes.push(outlineOf(table.picked(there).layer, [...there.keys()]));
    await takeTurns();
  }
  return shapes;
}
