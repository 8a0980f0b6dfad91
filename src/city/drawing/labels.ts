import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Key } from '../../domain/land/change.ts';
import { listedText } from '../../domain/quantity/shown.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { pointTile, type TilePoint } from '../../formats/mvt/points.ts';
import { sizeAgainst } from '../../policy/headline.ts';
import type { City } from '../city.ts';
import { measuredParcel } from '../parcel-lines.ts';
import type { TilePlace } from '../view.ts';
import { ringsIn, shapeOf } from './shapes.ts';

/**
 * Number, name and 亩 of the parcels of a tile, in the middle of each; made when the map asks, for it asks for few.
 * `sizes` 亩 that clauses ask for.
 */
export function parcelLabels(
  city: City,
  keys: readonly Key[],
  sizes: readonly number[],
  { z, x, y }: TilePlace,
): Uint8Array | null {
  const points = labelsIn(city, 'parcel', keys, (key) => {
    const { id, name } = city.land.table('parcel').record(key)!;
    const { areaM2, basis } = measuredParcel(city, key);
    const mu = Number.isNaN(areaM2) ? undefined : listedText(muOf(areaM2), 'mu', sizeAgainst(sizes, areaM2, basis));
    return { no: id, name: name === id ? undefined : name, mu };
  });
  return pointTile('parcelLabels', points, z, x, y);
}

/** Storeys 层数 of the buildings of a tile, where they are known. */
export function buildingLabels(city: City, keys: readonly Key[], { z, x, y }: TilePlace): Uint8Array | null {
  const storeys = (key: Key) => city.land.table('building').record(key)!.storeys;
  const known = keys.filter((key) => storeys(key) !== undefined);
  const points = labelsIn(city, 'building', known, (key) => ({ storeys: storeys(key) }));
  return pointTile('buildingLabels', points, z, x, y);
}

function labelsIn(
  { land }: City,
  table: 'parcel' | 'building',
  keys: readonly Key[],
  tagsOf: (key: Key) => TilePoint['tags'],
): TilePoint[] {
  return keys.flatMap((key) => {
    const { layer, row } = land.table(table).drawn(key);
    const at = pointInside(ringsIn(shapeOf(layer, row)));
    return at ? [{ id: key, lon: at[0], lat: at[1], tags: tagsOf(key) }] : [];
  });
}
