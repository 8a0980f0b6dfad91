import { area, featureCollection, intersect, multiPolygon } from '@turf/turf';
import { toMultiPolygon } from '../../../src/domain/geometry/columns/builder.ts';
import type { Key } from '../../../src/domain/land/change.ts';
import type { Bench } from './begun.ts';
import { POINTERS, type Hand } from './hands.ts';

/** What a page has to do that knows areas and overlaps alone: Turf over a copy of the park's land as GeoJSON. */
export function turfed({ city }: Bench, hands: readonly Hand[]): number[] {
  const parcel = city.land.table('parcel');
  return hands.slice(0, POINTERS / 4).flatMap(({ park, intent }) => {
    const wanted = intent();
    if (wanted?.do !== 'redraw') return [];
    const keys = city.placed.parcelsOfPark(city.park(park)!.id);
    const near = wanted.redrawn.flatMap(({ key }) => city.placed.parcelsNear(city.placed.box('parcel', key)!));
    const polygonOf = (key: Key) => {
      const { layer, row } = parcel.drawn(key);
      return multiPolygon(toMultiPolygon(layer, row).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))));
    };
    const land = featureCollection(keys.map(polygonOf));
    const others = [...new Set(near)].map(polygonOf);
    const started = performance.now();
    const copy = JSON.parse(JSON.stringify(land)) as typeof land;
    let sum = copy.features.reduce((all, own) => all + area(own), 0);
    for (const other of others) {
      const common = intersect(featureCollection([copy.features[0], other]));
      if (common) sum += area(common);
    }
    if (!Number.isFinite(sum)) throw new Error('no area');
    return [performance.now() - started];
  });
}
