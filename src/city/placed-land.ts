import { layerBoxes } from '../domain/geometry/boxes/layer-boxes.ts';
import { LiveBoxes } from '../domain/geometry/boxes/live-boxes.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import type { MeasuredBoundary } from '../domain/geometry/measure/measured.ts';
import { boundsOf } from '../domain/geometry/measure/measures.ts';
import { Boundaries } from '../domain/land/boundaries.ts';
import { keysOf, type Change, type Key, type RecordTypes, type TableName } from '../domain/land/change.ts';
import { GroundMemory, type Remembering } from '../domain/land/ground-memory.ts';
import { Grouping } from '../domain/land/grouping.ts';
import { roomIn, roomy } from '../domain/land/live-overlaps.ts';
import { Land, type Applied, type ChangeRefusal } from '../domain/land/land.ts';
import type { Building, Parcel, Park, Project } from '../domain/land/model.ts';
import { withoutBlanks, type PlacedParcel } from '../domain/land/placing/placed-parcel.ts';
import { Placing } from '../domain/land/placing/placing.ts';
import { each, rowsWhere } from '../domain/land/records/records.ts';
import { isFree } from '../domain/land/surroundings.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { partOf, type Watch } from '../domain/watch.ts';
import type { RowPlaces } from '../domain/land/placing/row-places.ts';

interface Lookups {
  readonly parksCalled: Grouping;
  readonly parcelsOfPark: Grouping;
  readonly buildingsOfParcel: Grouping;
  readonly parcelBoxes: LiveBoxes;
  /** Of buildings that name no parcel. */
  readonly unnamedBoxes: LiveBoxes;
}

/**
 * Land by key with its boundaries measured, its parcels placed in townships and zones, and lookups that run against the
 * references. What a change touches is made anew, the rest stays.
 */
export class PlacedLand {
  readonly land: Land;
  readonly boundaries: Boundaries;
  #placing: Placing;
  readonly #lookups: Lookups;
  readonly #memory: GroundMemory;
  /** Parcels of parks by their id, made when it is first asked for. */
  #called: Grouping | null = null;
  /** By township, made when it is first asked for. */
  #free: Grouping | null = null;
  /** Of all buildings, made when it is first asked for. */
  #buildingBoxes: LiveBoxes | null = null;

  /** Null when cancelled. */
  static open(source: Project, watch: Watch = {}): PlacedLand | null {
    const boundaries = Boundaries.of(source.parcels.layer, partOf(watch, 0, 0.8));
    const placing =
      boundaries && Placing.of(source.parcels.layer, source, boundaries.atFirst.broken, partOf(watch, 0.8, 1));
    if (!placing) return null;
    const land = Land.of(source);
    return new PlacedLand(land, boundaries, placing, lookupsOf(land, source), new GroundMemory());
  }

  private constructor(land: Land, boundaries: Boundaries, placing: Placing, lookups: Lookups, memory: GroundMemory) {
    this.#memory = memory;
    this.land = land;
    this.boundaries = boundaries;
    this.#placing = placing;
    this.#lookups = lookups;
  }

  fork(): PlacedLand {
    const { parksCalled, parcelsOfPark, buildingsOfParcel, parcelBoxes, unnamedBoxes } = this.#lookups;
    const lookups = {
      parksCalled: parksCalled.fork(),
      parcelsOfPark: parcelsOfPark.fork(),
      buildingsOfParcel: buildingsOfParcel.fork(),
      parcelBoxes: parcelBoxes.fork(),
      unnamedBoxes: unnamedBoxes.fork(),
    };
    const fork = new PlacedLand(this.land.fork(), this.boundaries, this.#placing, lookups, this.#memory);
    // A fork is there to be changed, which asks for these.
    fork.#called = this.#groups().fork();
    fork.#free = this.#free?.fork() ?? null;
    fork.#buildingBoxes = this.#buildingBoxes?.fork() ?? null;
    return fork;
  }

  /** The parcel with its township, district and zone, as far as they are told; undefined where the key holds none. */
  parcel(key: Key): Parcel | undefined {
    return this.#placed(key)?.parcel;
  }

  /** Where the rows of parcels lie that were there when all were placed. */
  get rowPlaces(): RowPlaces {
    return this.#placing.ofRows(this.land.table('parcel').records);
  }

  /** What was told of where parcels lie, in the order of the file: bits of `SAID`, where there are any, and whose id it is. */
  eachSaid(visit: (said: number, id: () => string) => void): void {
    const table = this.land.table('parcel');
    const idOf = table.records.field('id');
    const { codes, places } = this.rowPlaces;
    let row = 0;
    const id = () => idOf(row)!;
    const keys = table.listed();
    for (let n = 0; n < keys.length; n++) {
      row = table.rowOf(keys[n])!;
      const said = row < codes.length ? places[codes[row]].said : this.placedParcel(keys[n]).said;
      if (said !== 0) visit(said, id);
    }
  }

  /** Where a parcel that is there lies, to be looked at once. */
  placedParcel(key: Key): PlacedParcel {
    const table = this.land.table('parcel');
    const row = table.rowOf(key)!;
    return this.#placing.said(row, table.records.peek(row), () => this.sound(key));
  }

  park(key: Key): Park | undefined {
    const park = this.land.table('park').record(key);
    return park && withoutBlanks(park);
  }

  measured(key: Key): MeasuredBoundary {
    const table = this.land.table('parcel');
    return this.boundaries.at(table.shelved(key), () => table.drawn(key));
  }

  /** The same, of many: the perimeter alone; null where the boundary gives no figure. */
  perimeterM(key: Key): Metres | null {
    const row = this.land.table('parcel').rowOf(key)!;
    const isOfFirst = row < this.boundaries.layer.size;
    return isOfFirst ? this.boundaries.perimeterAtFirst(row) : (this.measured(key).areas?.perimeterM ?? null);
  }

  /** The boundary of a parcel alone, as a layer of one feature; null where it gives no figure. */
  sound(key: Key): Layer | null {
    const table = this.land.table('parcel');
    return table.rowOf(key) !== undefined && this.measured(key).areas ? table.shape(key)! : null;
  }

  /** What is known of the boundaries of a project that is cut from this land now, by its keys. */
  remembering({ parcels, buildings }: Pick<Project, 'parcels' | 'buildings'>): Remembering {
    const [ofParcel, ofBuilding] = [this.land.table('parcel'), this.land.table('building')];
    const parcelRows = parcels.keys!.map((key) => ofParcel.shelved(key));
    const buildingRows = buildings.keys!.map((key) => ofBuilding.shelved(key));
    return { memory: this.#memory, parcel: (row) => parcelRows[row], building: (row) => buildingRows[row] };
  }

  /** Parks that go by an id: one, unless the file says it twice. */
  parksCalled(id: string): readonly Key[] {
    return this.#lookups.parksCalled.of(id);
  }

  /** Parcels that go by an id, of those that name a park. */
  parcelsCalled(id: string): readonly Key[] {
    return this.#groups().of(id);
  }

  /** Keys in the order of the file. */
  parcelsOfPark(id: string): readonly Key[] {
    return this.#lookups.parcelsOfPark.of(id);
  }

  buildingsOfParcel(id: string): readonly Key[] {
    return this.#lookups.buildingsOfParcel.of(id);
  }

  /** Free parcels that lie in a township, by its code. */
  freeIn(code: string): readonly Key[] {
    return (this.#free ??= this.#parcelsBy((key) => this.#freeAt(key))).of(code);
  }

  /** The one name behind any other of a township. */
  townshipCode(name: string): string {
    return this.#placing.townshipCode(name);
  }

  /** Records whose boxes meet this one, degrees; in no order. */
  near(name: 'parcel' | 'building', box: Bounds): readonly Key[] {
    return name === 'parcel' ? this.parcelsNear(box) : this.#boxesOfBuildings().meeting(box);
  }

  /** Parcels whose boxes meet this one, degrees; in no order. */
  parcelsNear(box: Bounds): readonly Key[] {
    return this.#lookups.parcelBoxes.meeting(box);
  }

  /** The same of buildings that name no parcel. */
  unnamedBuildingsNear(box: Bounds): readonly Key[] {
    return this.#lookups.unnamedBoxes.meeting(box);
  }

  /** Bounds of what is drawn, degrees; null where nothing is. */
  box(name: 'parcel' | 'building', key: Key): Bounds | null {
    const table = this.land.table(name);
    if (table.rowOf(key) === undefined) return null;
    const { layer, row } = table.drawn(key);
    return boxOf(layer, row);
  }

  apply(change: Change): Result<Applied, ChangeRefusal> {
    const parcels = this.#before('parcel', change);
    const free = this.#free && new Map([...parcels.keys()].map((key) => [key, this.#freeAt(key)]));
    const buildings = this.#before('building', change);
    const [parcelBoxes, buildingBoxes] = [this.#boxesOf('parcel', parcels), this.#boxesOf('building', buildings)];
    const parks = this.#before('park', change);
    const result = this.land.apply(change);
    if (!result.ok) return result;
    const { touched } = result.value;
    for (const [key, was] of parcels) this.#moveParcel(key, was, parcelBoxes.get(key)!);
    for (const [key, was] of buildings) this.#moveBuilding(key, was, buildingBoxes.get(key)!);
    for (const [key, was] of parks)
      this.#lookups.parksCalled.move(key, was?.id, this.land.table('park').record(key)?.id);
    for (const [key, was] of free ?? []) this.#free!.move(key, was, this.#freeAt(key));
    if (touched.township || touched.zone) this.#placeAnew();
    return ok(result.value);
  }

  #boxesOfBuildings(): LiveBoxes {
    if (this.#buildingBoxes) return this.#buildingBoxes;
    const keys = this.land.table('building').listed();
    return (this.#buildingBoxes = LiveBoxes.of(keys, (n) => this.box('building', keys[n])));
  }

  #groups(): Grouping {
    return (this.#called ??= this.#parcelsBy((key) => nameInPark(this.land.table('parcel').record(key))));
  }

  #parcelsBy(nameOf: (key: Key) => string | undefined): Grouping {
    const table = this.land.table('parcel');
    const keys = table.listed();
    return Grouping.of(keys, (place) => nameOf(keys[place]), table.compare);
  }

  #placed(key: Key): PlacedParcel | undefined {
    const table = this.land.table('parcel');
    const row = table.rowOf(key);
    return row === undefined
      ? undefined
      : this.#placing.at(table.shelved(key), table.record(key)!, () => this.sound(key));
  }

  #before<K extends TableName>(name: K, { tables }: Change): ReadonlyMap<Key, RecordTypes[K] | undefined> {
    const table = this.land.table(name);
    return new Map(keysOf(tables[name] ?? {}).map((key) => [key, table.record(key)]));
  }

  #boxesOf(name: 'parcel' | 'building', keys: ReadonlyMap<Key, unknown>): ReadonlyMap<Key, Bounds | null> {
    return new Map([...keys.keys()].map((key) => [key, this.box(name, key)]));
  }

  /** The township in which a parcel stands free; undefined where it does not. */
  #freeAt(key: Key): string | undefined {
    const record = this.land.table('parcel').record(key);
    const township = record && isFree(record) ? this.parcel(key)!.townshipCode : undefined;
    return township === undefined ? undefined : this.townshipCode(township);
  }

  #moveParcel(key: Key, was: Parcel | undefined, wasIn: Bounds | null): void {
    const { parcelsOfPark, parcelBoxes } = this.#lookups;
    const now = this.land.table('parcel').record(key);
    parcelsOfPark.move(key, was?.parkId, now?.parkId);
    this.#called?.move(key, nameInPark(was), nameInPark(now));
    const box = this.box('parcel', key);
    if (!isSameBox(box, wasIn)) parcelBoxes.set(key, roomyBox(box));
  }

  #moveBuilding(key: Key, was: Building | undefined, wasIn: Bounds | null): void {
    const { buildingsOfParcel, unnamedBoxes } = this.#lookups;
    const now = this.land.table('building').record(key);
    buildingsOfParcel.move(key, was?.parcelId, now?.parcelId);
    const box = this.box('building', key);
    const [before, after] = [unnamed(was, wasIn), unnamed(now, box)];
    if (!isSameBox(before, after)) unnamedBoxes.set(key, after);
    if (!isSameBox(wasIn, box)) this.#buildingBoxes?.set(key, box);
  }

  /** Townships or zones have changed: any parcel may lie in another. */
  #placeAnew(): void {
    const { layer, atFirst } = this.boundaries;
    const [townships, zones] = [this.land.table('township').compact(), this.land.table('zone').compact()];
    this.#placing = Placing.of(layer, { townships, zones }, atFirst.broken)!; // cannot be cancelled
    this.#free = null;
  }
}

/** Lookups in records as they are at first, which are gone through when the first question of one comes, or never. */
function lookupsOf(land: Land, { parks, parcels, buildings, keys }: Project): Lookups {
  const keyOf = (name: 'park' | 'parcel' | 'building') => (row: number) => keys?.[name]?.rows?.[row] ?? row;
  const compareOf = (name: 'park' | 'parcel' | 'building') => land.table(name).compare;
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

const boxOf = (layer: Layer, row: number): Bounds | null =>
  layer.partStart[row + 1] > layer.partStart[row] ? boundsOf(layer, row) : null;

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
