import { layerBoxes } from '../domain/geometry/boxes/layer-boxes.ts';
import { LiveBoxes } from '../domain/geometry/boxes/live-boxes.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import { boundsOf } from '../domain/geometry/measure/measures.ts';
import { keysOf, type Change, type Key, type RecordTypes } from '../domain/land/change.ts';
import { Grouping } from '../domain/land/grouping.ts';
import type { KeyedTable } from '../domain/land/keyed-table.ts';
import type { Land } from '../domain/land/land.ts';
import { roomIn, roomy } from '../domain/land/live-overlaps.ts';
import type { Building, Parcel, Project } from '../domain/land/model.ts';
import { each, rowsWhere } from '../domain/land/records/records.ts';

type Kind = 'park' | 'parcel' | 'building';

interface Parts {
  readonly parksCalled: Grouping;
  readonly parcelsOfPark: Grouping;
  readonly buildingsOfParcel: Grouping;
  readonly parcelBoxes: LiveBoxes;
  /** Of buildings that name no parcel. */
  readonly unnamedBoxes: LiveBoxes;
}

/** What a record was found by before it is changed. */
interface Found<T> {
  readonly record: T | undefined;
  /** Of its boundary, degrees. */
  readonly box: Bounds | null;
}

type FoundBefore = { readonly [K in Kind]: ReadonlyMap<Key, Found<RecordTypes[K]>> };

/**
 * Records by what names or surrounds them: who is called so, what is of a park or a parcel, what lies in a box. Each way of
 * asking is made when it is first asked for, and moves with what is changed.
 */
export class LandLookups {
  readonly #land: Land;
  readonly #parts: Parts;
  /** Parcels of parks by their id, made when it is first asked for. */
  #called: Grouping | null = null;
  /** Of all buildings, made when it is first asked for. */
  #buildingBoxes: LiveBoxes | null = null;

  /** Of records as they are at first. */
  static of(land: Land, project: Project): LandLookups {
    return new LandLookups(land, partsOf(land, project));
  }

  private constructor(land: Land, parts: Parts) {
    this.#land = land;
    this.#parts = parts;
  }

  /** The same of a fork of the land, which is there to be changed: that asks for who is called what. */
  fork(land: Land): LandLookups {
    const { parksCalled, parcelsOfPark, buildingsOfParcel, parcelBoxes, unnamedBoxes } = this.#parts;
    const fork = new LandLookups(land, {
      parksCalled: parksCalled.fork(),
      parcelsOfPark: parcelsOfPark.fork(),
      buildingsOfParcel: buildingsOfParcel.fork(),
      parcelBoxes: parcelBoxes.fork(),
      unnamedBoxes: unnamedBoxes.fork(),
    });
    fork.#called = this.#groups().fork();
    fork.#buildingBoxes = this.#buildingBoxes?.fork() ?? null;
    return fork;
  }

  parksCalled(id: string): readonly Key[] {
    return this.#parts.parksCalled.of(id);
  }

  parcelsCalled(id: string): readonly Key[] {
    return this.#groups().of(id);
  }

  parcelsOfPark(id: string): readonly Key[] {
    return this.#parts.parcelsOfPark.of(id);
  }

  buildingsOfParcel(id: string): readonly Key[] {
    return this.#parts.buildingsOfParcel.of(id);
  }

  parcelsNear(box: Bounds): readonly Key[] {
    return this.#parts.parcelBoxes.meeting(box);
  }

  unnamedBuildingsNear(box: Bounds): readonly Key[] {
    return this.#parts.unnamedBoxes.meeting(box);
  }

  buildingsNear(box: Bounds): readonly Key[] {
    const keys = this.#buildingBoxes ? [] : this.#land.table('building').listed();
    this.#buildingBoxes ??= LiveBoxes.of(keys, (n) => this.box('building', keys[n]));
    return this.#buildingBoxes.meeting(box);
  }

  box(name: Kind, key: Key): Bounds | null {
    const table = this.#land.table(name);
    if (table.rowOf(key) === undefined) return null;
    const { layer, row } = table.drawn(key);
    return layer.partStart[row + 1] > layer.partStart[row] ? boundsOf(layer, row) : null;
  }

  /** What the records of a change are found by, to be told to `moved` once it was done. */
  before(change: Change): FoundBefore {
    return {
      park: this.#found('park', change),
      parcel: this.#found('parcel', change),
      building: this.#found('building', change),
    };
  }

  moved({ park, parcel, building }: FoundBefore): void {
    for (const [key, was] of parcel) this.#moveParcel(key, was);
    for (const [key, was] of building) this.#moveBuilding(key, was);
    const parks = this.#land.table('park');
    for (const [key, { record }] of park) this.#parts.parksCalled.move(key, record?.id, parks.record(key)?.id);
  }

  #groups(): Grouping {
    const table = this.#land.table('parcel');
    return (this.#called ??= groupedBy(table, (key) => nameInPark(table.record(key))));
  }

  #found<K extends Kind>(name: K, { tables }: Change): ReadonlyMap<Key, Found<RecordTypes[K]>> {
    const table = this.#land.table(name);
    const keys = keysOf(tables[name] ?? {});
    return new Map(keys.map((key) => [key, { record: table.record(key), box: this.box(name, key) }]));
  }

  #moveParcel(key: Key, was: Found<Parcel>): void {
    const { parcelsOfPark, parcelBoxes } = this.#parts;
    const now = this.#land.table('parcel').record(key);
    parcelsOfPark.move(key, was.record?.parkId, now?.parkId);
    this.#called?.move(key, nameInPark(was.record), nameInPark(now));
    const box = this.box('parcel', key);
    if (!isSameBox(box, was.box)) parcelBoxes.set(key, roomyBox(box));
  }

  #moveBuilding(key: Key, was: Found<Building>): void {
    const { buildingsOfParcel, unnamedBoxes } = this.#parts;
    const now = this.#land.table('building').record(key);
    buildingsOfParcel.move(key, was.record?.parcelId, now?.parcelId);
    const box = this.box('building', key);
    const [before, after] = [unnamed(was.record, was.box), unnamed(now, box)];
    if (!isSameBox(before, after)) unnamedBoxes.set(key, after);
    if (!isSameBox(was.box, box)) this.#buildingBoxes?.set(key, box);
  }
}

/** The records there are by a name of each; those without one are in no group. */
export function groupedBy(table: KeyedTable<Parcel>, nameOf: (key: Key) => string | undefined): Grouping {
  const keys = table.listed();
  return Grouping.of(keys, (place) => nameOf(keys[place]), table.compare);
}

/** They are gone through when the first question comes, or never. */
function partsOf(land: Land, { parks, parcels, buildings, keys }: Project): Parts {
  const keyOf = (name: Kind) => (row: number) => keys?.[name]?.rows?.[row] ?? row;
  const compareOf = (name: Kind) => land.table(name).compare;
  const parkOf = parcels.records.field('parkId');
  const parcelOf = buildings.records.field('parcelId');
  return {
    parksCalled: Grouping.later(parks.length, keyOf('park'), (row) => parks[row].id, compareOf('park')),
    parcelsOfPark: Grouping.later(parcels.records.length, keyOf('parcel'), parkOf, compareOf('parcel')),
    buildingsOfParcel: Grouping.later(buildings.records.length, keyOf('building'), parcelOf, compareOf('building')),
    parcelBoxes: LiveBoxes.later(() => ({
      keys: each(parcels.records, keyOf('parcel')),
      boxes: roomyBoxes(parcels.layer),
    })),
    unnamedBoxes: LiveBoxes.later(() => {
      const rows = rowsWhere(buildings.records, (row) => parcelOf(row) === undefined);
      return {
        keys: rows.map(keyOf('building')),
        boxes: Float64Array.from(rows.flatMap((row) => boundsOf(buildings.layer, row))),
      };
    }),
  };
}

const isSameBox = (a: Bounds | null, b: Bounds | null): boolean =>
  a === b || (a !== null && b !== null && a.every((side, n) => side === b[n]));

/** The box of a building that names no parcel. */
const unnamed = (building: Building | undefined, box: Bounds | null): Bounds | null =>
  building?.parcelId === undefined ? box : null;

/** Both of two boxes have room: either may be the one whose edges bend. */
const roomyBox = (box: Bounds | null): Bounds | null => box && roomy(box);

/** The same of a whole layer. */
function roomyBoxes(layer: Layer): Float64Array {
  const boxes = layerBoxes(layer);
  for (let k = 0; k < boxes.length; k += 4) {
    const room = roomIn(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
    boxes[k] -= room;
    boxes[k + 1] -= room;
    boxes[k + 2] += room;
    boxes[k + 3] += room;
  }
  return boxes;
}

const nameInPark = (parcel: Parcel | undefined): string | undefined =>
  parcel?.parkId === undefined ? undefined : parcel.id;
