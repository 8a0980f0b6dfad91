import type { Key, Touched } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { firstTileVersions, type TileSetName, type TileVersions } from '../../domain/tile-sets.ts';
import type { TileFeature } from '../../formats/mvt/changed-features.ts';
import type { TileSet } from '../../formats/mvt/tiles.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { City } from '../city.ts';
import type { TilePlace } from '../view.ts';
import { buildingLabels, parcelLabels } from './labels.ts';
import { ListedPoints } from './listed-points.ts';
import { isDrawable } from './rows.ts';
import {
  buildingTags,
  buildingTiles,
  listedTiles,
  parcelTags,
  parcelTiles,
  stateTags,
  stateTiles,
} from './tile-sets.ts';

/** Parcels of a city in one tile: as fine as the map library can hold it. */
const AFAR = { extent: 8192, tolerance: 1 } as const;

const OWN_SETS = ['parcels', 'states', 'listed', 'buildings'] as const satisfies readonly TileSetName[];
type OwnSet = (typeof OWN_SETS)[number];

/** What is drawn of parcels, and of buildings; of the first some is cut from a set of another name. */
const OF_PARCELS = [
  'parcels',
  'afar',
  'states',
  'listed',
  'listedPoints',
  'parcelLabels',
] as const satisfies readonly TileSetName[];
const OF_BUILDINGS = ['buildings', 'buildingLabels'] as const satisfies readonly TileSetName[];

interface Drawing {
  readonly pack: Pack;
  /** Sizes 亩 that clauses ask for. */
  readonly sizes: readonly number[];
  /** Whether a parcel's boundary gives no figure. */
  readonly isBroken: (key: Key) => boolean;
}

/** The land as vector tiles while it changes: a set is made when the map comes to it, and follows what is changed. */
export class LandTiles {
  readonly #city: City;
  readonly #drawing: Drawing;
  readonly #made = new Map<OwnSet, TileSet>();
  readonly #versions: Record<TileSetName, number> = { ...firstTileVersions };
  /** Place in the list of the parcels last listed. */
  #listed: ReadonlyMap<Key, number> = new Map();
  readonly #points: ListedPoints;

  constructor(city: City, drawing: Drawing) {
    this.#city = city;
    this.#drawing = drawing;
    this.#points = new ListedPoints(city);
  }

  /** Of each set the version in which it last became another. */
  get versions(): TileVersions {
    return { ...this.#versions };
  }

  /** A vector tile with one layer named like its set, `afar` like the parcels it holds; null where it is empty. */
  tile(place: TilePlace): Uint8Array | null {
    const { set, z, x, y } = place;
    if (set === 'parcelLabels')
      return parcelLabels(this.#city, this.#set('parcels').idsIn(z, x, y), this.#drawing.sizes, place);
    if (set === 'buildingLabels') return buildingLabels(this.#city, this.#set('buildings').idsIn(z, x, y), place);
    if (set === 'listedPoints') return this.#points.tile(this.#listed.keys(), place);
    return this.#set(set === 'afar' ? 'parcels' : set).tile(z, x, y, set === 'afar' ? AFAR : undefined);
  }

  /** Makes those of these parcels that are there the tile sets `listed` and `listedPoints`; how many they are. */
  list(keys: Uint32Array): number {
    const table = this.#city.land.table('parcel');
    const there = [...keys].filter((key) => table.rowOf(key) !== undefined);
    this.#listed = new Map(there.map((key, place) => [key, place]));
    this.#made.delete('listed');
    return there.length;
  }

  /** Told of every change that was applied. */
  changed({ parcel, building }: Touched): void {
    if (parcel) {
      this.#points.changed(parcel);
      this.#drawnAnew(OF_PARCELS, parcel);
    }
    if (building) this.#drawnAnew(OF_BUILDINGS, building);
  }

  #drawnAnew(sets: readonly TileSetName[], keys: readonly Key[]): void {
    for (const set of sets) this.#versions[set] = this.#city.version;
    for (const set of OWN_SETS) {
      const tiles = sets.includes(set) ? this.#made.get(set) : undefined;
      if (!tiles) continue;
      const put = keys.flatMap((key) => this.#feature(set, key) ?? []);
      const there = new Set(put.map(({ id }) => id));
      if (!tiles.change({ gone: keys.filter((key) => !there.has(key)), put })) this.#made.delete(set);
    }
  }

  /** A record as a set draws it; null where the set has it not. */
  #feature(set: OwnSet, key: Key): TileFeature | null {
    const tags = this.#tags(set, key);
    const shape = tags && this.#city.land.table(set === 'buildings' ? 'building' : 'parcel').shape(key);
    if (!shape || (set === 'listed' && !isDrawable(shape, 0))) return null;
    return { id: key, shape, tags };
  }

  #tags(set: OwnSet, key: Key): TileFeature['tags'] | null {
    if (set === 'buildings') {
      const building = this.#city.land.table('building').record(key);
      return building ? buildingTags(building) : null;
    }
    if (set === 'listed') return this.#listed.has(key) ? [] : null;
    const parcel: Parcel | undefined = this.#city.land.table('parcel').record(key);
    if (!parcel) return null;
    const { pack, isBroken } = this.#drawing;
    return set === 'states' ? stateTags(parcel, isBroken(key)) : parcelTags(parcel, pack, isBroken(key));
  }

  #set(name: OwnSet): TileSet {
    let tiles = this.#made.get(name);
    if (!tiles) this.#made.set(name, (tiles = this.#make(name)));
    return tiles;
  }

  #make(set: OwnSet): TileSet {
    const { project, land } = this.#city;
    const table = land.table('parcel');
    if (set === 'buildings')
      return buildingTiles(project, Uint32Array.from(land.keys('building')), land.table('building').compare);
    if (set === 'listed') {
      const keys = [...this.#listed.keys()].filter((key) => table.rowOf(key) !== undefined);
      const placeOf = (key: Key) => this.#listed.get(key)!;
      return listedTiles(table.picked(keys), keys, (a, b) => placeOf(a) - placeOf(b));
    }
    const { pack, isBroken } = this.#drawing;
    const broken = new Set<number>();
    land.keys('parcel').forEach((key, row) => isBroken(key) && broken.add(row));
    return set === 'parcels'
      ? parcelTiles(project, pack, broken, table.compare)
      : stateTiles(project, broken, table.compare);
  }
}
