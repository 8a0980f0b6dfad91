import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Layer } from '../domain/geometry/columns/layer.ts';
import type { MeasuredBoundary } from '../domain/geometry/measure/measured.ts';
import { Boundaries } from '../domain/land/boundaries.ts';
import type { Change, Key } from '../domain/land/change.ts';
import { GroundMemory, type Remembering } from '../domain/land/ground-memory.ts';
import type { Grouping } from '../domain/land/grouping.ts';
import { Land, type Applied, type ChangeRefusal } from '../domain/land/land.ts';
import type { Parcel, Park, Project } from '../domain/land/model.ts';
import { withoutBlanks, type PlacedParcel } from '../domain/land/placing/placed-parcel.ts';
import { Placing } from '../domain/land/placing/placing.ts';
import type { RowPlaces } from '../domain/land/placing/row-places.ts';
import { isFree } from '../domain/land/surroundings.ts';
import { ok, type Result } from '../domain/outcome.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { partOf, type Watch } from '../domain/watch.ts';
import { groupedBy, LandLookups } from './land-lookups.ts';

/**
 * Land by key with its boundaries measured, its parcels placed in townships and zones, and lookups that run against the
 * references. What a change touches is made anew, the rest stays.
 */
export class PlacedLand {
  readonly land: Land;
  readonly boundaries: Boundaries;
  #placing: Placing;
  readonly #lookups: LandLookups;
  readonly #memory: GroundMemory;
  /** By township, made when it is first asked for. */
  #free: Grouping | null = null;

  /** Null when cancelled. */
  static open(source: Project, watch: Watch = {}): PlacedLand | null {
    const boundaries = Boundaries.of(source.parcels.layer, partOf(watch, 0, 0.8));
    const placing =
      boundaries && Placing.of(source.parcels.layer, source, boundaries.atFirst.broken, partOf(watch, 0.8, 1));
    if (!placing) return null;
    const land = Land.of(source);
    return new PlacedLand(land, boundaries, placing, LandLookups.of(land, source), new GroundMemory());
  }

  private constructor(
    land: Land,
    boundaries: Boundaries,
    placing: Placing,
    lookups: LandLookups,
    memory: GroundMemory,
  ) {
    this.#memory = memory;
    this.land = land;
    this.boundaries = boundaries;
    this.#placing = placing;
    this.#lookups = lookups;
  }

  fork(): PlacedLand {
    const land = this.land.fork();
    const fork = new PlacedLand(land, this.boundaries, this.#placing, this.#lookups.fork(land), this.#memory);
    fork.#free = this.#free?.fork() ?? null;
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
    return this.boundaries.at(table.shelvedShape(key), () => table.drawn(key));
  }

  /** The same, of many: the perimeter alone; null where the boundary gives no figure. */
  perimeterM(key: Key): Metres | null {
    const place = this.land.table('parcel').shelvedShape(key);
    const isOfFirst = this.boundaries.isOfFirst(place);
    return isOfFirst ? this.boundaries.perimeterAtFirst(place.row) : (this.measured(key).areas?.perimeterM ?? null);
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
    return this.#lookups.parksCalled(id);
  }

  /** Parcels that go by an id, of those that name a park. */
  parcelsCalled(id: string): readonly Key[] {
    return this.#lookups.parcelsCalled(id);
  }

  /** Keys in the order of the file. */
  parcelsOfPark(id: string): readonly Key[] {
    return this.#lookups.parcelsOfPark(id);
  }

  buildingsOfParcel(id: string): readonly Key[] {
    return this.#lookups.buildingsOfParcel(id);
  }

  /** Free parcels that lie in a township, by its code. */
  freeIn(code: string): readonly Key[] {
    this.#free ??= groupedBy(this.land.table('parcel'), (key) => this.#freeAt(key));
    return this.#free.of(code);
  }

  /** The one name behind any other of a township. */
  townshipCode(name: string): string {
    return this.#placing.townshipCode(name);
  }

  /** Records whose boxes meet this one, degrees; in no order. */
  near(name: 'parcel' | 'building', box: Bounds): readonly Key[] {
    return name === 'parcel' ? this.#lookups.parcelsNear(box) : this.#lookups.buildingsNear(box);
  }

  /** Parcels whose boxes meet this one, degrees; in no order. */
  parcelsNear(box: Bounds): readonly Key[] {
    return this.#lookups.parcelsNear(box);
  }

  /** The same of buildings that name no parcel. */
  unnamedBuildingsNear(box: Bounds): readonly Key[] {
    return this.#lookups.unnamedBuildingsNear(box);
  }

  /** Bounds of what is drawn, degrees; null where nothing is. */
  box(name: 'parcel' | 'building', key: Key): Bounds | null {
    return this.#lookups.box(name, key);
  }

  apply(change: Change): Result<Applied, ChangeRefusal> {
    const before = this.#lookups.before(change);
    const free = this.#free && new Map([...before.parcel.keys()].map((key) => [key, this.#freeAt(key)]));
    const result = this.land.apply(change);
    if (!result.ok) return result;
    this.#lookups.moved(before);
    for (const [key, was] of free ?? []) this.#free!.move(key, was, this.#freeAt(key));
    const { touched } = result.value;
    if (touched.township || touched.zone) this.#placeAnew();
    return ok(result.value);
  }

  #placed(key: Key): PlacedParcel | undefined {
    const table = this.land.table('parcel');
    const row = table.rowOf(key);
    return row === undefined
      ? undefined
      : this.#placing.at(table.shelved(key), table.record(key)!, () => this.sound(key));
  }

  /** The township in which a parcel stands free; undefined where it does not. */
  #freeAt(key: Key): string | undefined {
    const record = this.land.table('parcel').record(key);
    const township = record && isFree(record) ? this.parcel(key)!.townshipCode : undefined;
    return township === undefined ? undefined : this.townshipCode(township);
  }

  /** Townships or zones have changed: any parcel may lie in another. */
  #placeAnew(): void {
    const { layer, atFirst } = this.boundaries;
    const [townships, zones] = [this.land.table('township').compact(), this.land.table('zone').compact()];
    this.#placing = Placing.of(layer, { townships, zones }, atFirst.broken)!; // cannot be cancelled
    this.#free = null;
  }
}
