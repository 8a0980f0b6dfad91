import type { City } from '../../city/city.ts';
import { measuredParcel } from '../../city/parcel-lines.ts';
import { toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { rowsWhere } from '../../domain/land/records/records.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { suitsPark } from '../../policy/land-uses.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { publishedFlag, type PublishedFlag } from './is-published.ts';
import { publicParcel } from './public-park-land.ts';
import { roundedPlace } from './thinned.ts';
import type { Position } from 'geojson';
import type { Key } from '../../domain/land/change.ts';

/** Land offered for parks, by its public fields. */
export interface OfferedLand {
  readonly key: Key;
  readonly kind: PublishedFlag;
  readonly parcel: Parcel;
  readonly areaM2: number;
  readonly at: Position;
}

/**
 * Land whose flag is published, as far as a park can be made of it by its class, that belongs to no park. In the order of the
 * file; what has no sound boundary or no area has no place on a map.
 */
export function* offeredLand(city: City, pack: Pack): Generator<OfferedLand> {
  const table = city.land.table('parcel');
  const { records } = table.compact();
  const isPublished = records.field('flagPublished');
  const keys = city.land.keys('parcel');
  for (const row of rowsWhere(records, (own) => isPublished(own) === true)) {
    const key = keys[row];
    const parcel = city.placed.parcel(key)!;
    if (parcel.parkId !== undefined || !suitsPark(pack, parcel.landClass)) continue;
    const kind = publishedFlag(parcel);
    const layer = city.placed.sound(key);
    if (kind === null || layer === null) continue;
    const at = pointInside(toMultiPolygon(layer, 0).flat());
    const { areaM2 } = measuredParcel(city, key);
    if (at && areaM2 > 0) yield { key, kind, parcel: publicParcel(parcel), areaM2, at: roundedPlace(at) };
  }
}
