import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Key } from '../../domain/land/change.ts';
import { mercator } from '../../formats/mvt/mercator.ts';
import { pointTile, type TilePoint } from '../../formats/mvt/points.ts';
import type { City } from '../city.ts';
import type { TilePlace } from '../view.ts';
import { ringsIn, shapeOf } from './shapes.ts';

/** Of more in one tile few names would find room, and to try them all takes long. */
const MOST_NAMED = 1000;

/** A point in a parcel, degrees and on the unit square of the map; null where nothing is drawn. */
interface Placed {
  readonly lonLat: readonly [number, number];
  readonly xy: readonly [number, number];
}

/** A point in each parcel of a list; where it lies is found once, however often another list has it. */
export class ListedPoints {
  readonly #city: City;
  readonly #known = new Map<Key, Placed | null>();

  constructor(city: City) {
    this.#city = city;
  }

  /** Told that these have changed. */
  changed(keys: readonly Key[]): void {
    for (const key of keys) this.#known.delete(key);
  }

  /** Those that stand in the tile; of land without parks, whose names would be read, with their own where they are not too many. */
  tile(keys: Iterable<Key>, { z, x, y }: TilePlace): Uint8Array | null {
    const side = 2 ** z;
    const points: Omit<TilePoint, 'tags'>[] = [];
    for (const key of keys) {
      const at = this.#placed(key);
      if (!at || Math.floor(at.xy[0] * side) !== x || Math.floor(at.xy[1] * side) !== y) continue;
      const [lon, lat] = at.lonLat;
      points.push({ id: key, lon, lat });
    }
    const isNamed = this.#city.parks.length === 0 && points.length <= MOST_NAMED;
    const tagged = points.map((point) => ({ ...point, tags: isNamed ? { name: this.#nameOf(point.id) } : {} }));
    return pointTile('listedPoints', tagged, z, x, y);
  }

  #nameOf(key: Key): string {
    const { name, id } = this.#city.land.table('parcel').record(key)!;
    return name || id;
  }

  #placed(key: Key): Placed | null {
    let at = this.#known.get(key);
    if (at === undefined) this.#known.set(key, (at = this.#find(key)));
    return at;
  }

  #find(key: Key): Placed | null {
    const table = this.#city.land.table('parcel');
    if (table.rowOf(key) === undefined) return null;
    const { layer, row } = table.drawn(key);
    const at = pointInside(ringsIn(shapeOf(layer, row)));
    if (!at) return null;
    const [x, y] = mercator(Float64Array.of(at[0], at[1]));
    return { lonLat: [at[0], at[1]], xy: [x, y] };
  }
}
