import type { Key } from '../../domain/land/change.ts';
import type { City } from '../city.ts';
import { outlineOf, type Outline } from './sites.ts';

/** Outlines of sites 分园 that are not there yet, each of some parcels. */
export function siteShapes({ land }: City, sites: readonly (readonly Key[])[]): readonly Outline[] {
  const table = land.table('parcel');
  return sites.map((keys) => {
    const there = keys.filter((key) => table.rowOf(key) !== undefined);
    return outlineOf(table.picked(there).layer, [...there.keys()]);
  });
}
