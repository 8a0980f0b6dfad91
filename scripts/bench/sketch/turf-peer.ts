import { area, featureCollection, intersect, multiPolygon } from '@turf/turf';
import { toLonLat } from '../../../src/domain/geodesy/zones.ts';
import { toMultiPolygon } from '../../../src/domain/geometry/columns/builder.ts';
import type { Shape } from '../../../src/domain/geometry/edit/frame.ts';
import type { Key } from '../../../src/domain/land/change.ts';
import type { Bench } from './begun.ts';
import { took, type Took } from './clock.ts';
import { POINTERS, type Hand } from './hands.ts';

/** What a page does that knows areas and overlaps alone: Turf, on a copy of the park's land as GeoJSON. */
export function turfed({ city, scene: { crs } }: Bench, hands: readonly Hand[]): Took[] {
  const parcel = city.land.table('parcel');
  const polygonOf = (key: Key) => {
    const { layer, row } = parcel.drawn(key);
    return multiPolygon(toMultiPolygon(layer, row).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))));
  };
  const drawnAs = (shape: Shape) =>
    multiPolygon(
      shape.map((rings) => rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [...toLonLat(crs, x, y)]))),
    );
  return hands.slice(0, POINTERS / 4).flatMap(({ park, intent }) => {
    const wanted = intent();
    if (wanted?.do !== 'redraw') return [];
    const moved = new Set(wanted.redrawn.map(({ key }) => key));
    const keys = city.placed.parcelsOfPark(city.park(park)!.id).filter((key) => !moved.has(key));
    const near = wanted.redrawn.flatMap(({ key }) => city.placed.parcelsNear(city.placed.box('parcel', key)!));
    const land = featureCollection(keys.map(polygonOf));
    const others = [...new Set(near)].filter((key) => !moved.has(key)).map(polygonOf);
    const work = (): number => {
      const copy = JSON.parse(JSON.stringify(land)) as typeof land;
      const drawn = wanted.redrawn.map(({ shape }) => drawnAs(shape));
      let sum = [...copy.features, ...drawn].reduce((all, own) => all + area(own), 0);
      for (const own of drawn)
        for (const other of others) {
          const common = intersect(featureCollection([own, other]));
          if (common) sum += area(common);
        }
      return sum;
    };
    const { value, ms } = took(work);
    if (!(value > 0)) throw new Error('no area');
    return [ms];
  });
}
