import { boundsAround, type Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Key, TableChanges, Touched } from '../domain/land/change.ts';
import { parcelFacts } from '../domain/land/parcel-facts.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import { rowsWhere } from '../domain/land/records/records.ts';
import type { ParcelMeasures } from '../domain/land/parcel-measures.ts';
import type { Metres } from '../domain/quantity/units.ts';
import { sizesIn } from '../policy/headline.ts';
import { parametersOf } from '../policy/what-if/parameters.ts';
import type { City } from './city.ts';
import { LandTiles } from './drawing/land-tiles.ts';
import { allRows, boundsOfRows } from './drawing/rows.ts';
import { linesOf, shapeOf } from './drawing/shapes.ts';
import type { Law } from './law.ts';
import { OpenPlaces } from './open-places.ts';
import { areRows, measuredNow, measuredParcel, measuresOf } from './parcel-lines.ts';
import { parcelColumns } from './parcel-list.ts';
import { Versioned } from './versioned.ts';
import type { BrokenLine, Delta, LandView, ParcelProblem, ParcelView } from './view.ts';

/** Where there is no land the map shows this place: Zhengzhou. */
const somewhere: Bounds = [112.5, 34.2, 114.3, 35];

/** What was said when it was read, and stays. */
export type ReadView = Pick<
  LandView,
  'title' | 'sample' | 'files' | 'origin' | 'sets' | 'filePrecisionM' | 'crs' | 'layers' | 'faces' | 'notes' | 'columns'
>;

/** What is another of the land than at a version; parks apart. */
export type LandDelta = Pick<Delta, 'parcels' | 'boundaries' | 'members'>;

/**
 * The land that is open, whatever it is judged by, while it changes: what the page lists and draws of it, and what of that
 * is new since a version. Bounds and planes are of all land there was, so that what is taken away moves no map.
 */
export class OpenLand {
  readonly city: City;
  readonly places: OpenPlaces;
  readonly tiles: LandTiles;
  readonly read: ReadView;
  readonly #bounds: Versioned<Bounds>;
  readonly #planes: Versioned<readonly string[]>;
  /** Parcels whose own record states the error of its points. */
  readonly #ownErrors: Set<Key>;
  /** Parcels whose boundary gives no figure. */
  readonly #broken: Set<Key>;
  /** What was measured at opening, until it is told. */
  #measures: ParcelMeasures | null;
  /** The version in which a parcel last came or went. */
  #cameOrWentAt = 0;

  constructor(city: City, { pack, date }: Pick<Law, 'pack' | 'date'>, read: ReadView) {
    const { records, layer } = city.project.parcels;
    const keys = city.land.keys('parcel');
    this.#measures = measuredNow(city);
    const { planes, broken } = this.#measures;
    const boundaryErrorM = records.field('boundaryErrorM');
    this.city = city;
    this.read = read;
    this.places = new OpenPlaces(city, pack);
    this.#bounds = new Versioned(boundsOfRows(layer, allRows(layer)) ?? somewhere);
    this.#planes = new Versioned(planes);
    this.#ownErrors = new Set(rowsWhere(records, (row) => boundaryErrorM(row) !== undefined).map((row) => keys[row]));
    this.#broken = new Set([...broken].map((row) => keys[row]));
    const sizes = sizesIn(parametersOf(pack, date));
    this.tiles = new LandTiles(city, { pack, sizes, isBroken: (key) => this.#broken.has(key) });
  }

  /** All of it as it is now. */
  view(): LandView {
    const { city } = this;
    const keys = city.land.keys('parcel');
    const { parcels } = city.project;
    const idOf = parcels.records.field('id') as (row: number) => string;
    const measures = this.#measures ?? measuredNow(city);
    this.#measures = null;
    return {
      ...this.read,
      version: city.version,
      ...this.#members(),
      parcels: parcelColumns(parcels, measures, areRows(keys) ? null : Uint32Array.from(keys)),
      problems: [...measures.problems]
        .sort(([a], [b]) => a - b)
        .flatMap(([row, found]) => problemsOf(keys[row], idOf(row), found)),
      broken: this.#lines([...this.#broken].sort(city.land.table('parcel').compare)),
    };
  }

  /** What is another than at a version: `touched` then, parcels and those that overlap them. */
  since(version: number, touched: Iterable<Key>): LandDelta {
    const { city } = this;
    const table = city.land.table('parcel');
    const all = [...touched].sort(table.compare);
    const keys = all.filter((key) => table.rowOf(key) !== undefined);
    const { layer } = table.picked(keys);
    const measures = measuresOf(city, keys);
    const put = { layer, records: arrayRecords(keys.map((key) => table.record(key)!)) };
    return {
      parcels: {
        put: parcelColumns(put, measures, Uint32Array.from(keys)),
        after: this.#cameOrWentAt > version ? placesAfter(city.land.keys('parcel'), keys) : null,
        gone: Uint32Array.from(all.filter((key) => table.rowOf(key) === undefined)),
      },
      boundaries: {
        of: all,
        problems: keys.flatMap((key, i) => problemsOf(key, table.record(key)!.id, measures.problems.get(i) ?? [])),
        broken: this.#lines(keys.filter((key) => this.#broken.has(key))),
      },
      members: this.#members(version),
    };
  }

  /** Told of every change that was applied. */
  changed(tables: TableChanges, touched: Touched): void {
    this.#measures = null;
    if (touched.parcel) this.#parcelsChanged(touched.parcel, tables);
    this.tiles.changed(touched);
    this.places.changed(tables, touched);
  }

  /** Everything about one parcel, `vertexSigmaM` as for `parcelFacts`; null where there is none. */
  parcel(key: Key, vertexSigmaM?: Metres): ParcelView | null {
    const { city } = this;
    const table = city.land.table('parcel');
    if (!Number.isInteger(key) || key < 0 || table.rowOf(key) === undefined) return null;
    const own = table.picked([key]);
    const parcel = city.placed.parcel(key)!;
    const { problems, isBroken } = measuredParcel(city, key);
    const shape = shapeOf(own.layer, 0);
    return {
      parcel,
      facts: { ...parcelFacts(own, 0, vertexSigmaM, city.placed.measured(key), parcel), problems },
      bounds: boundsOfRows(own.layer, [0]),
      shape: shape && isBroken ? linesOf(shape) : shape,
      place: this.places.of(key),
    };
  }

  /** Members that may become others: all of them, or those that have since a version. */
  #members(since?: number): Pick<LandView, 'bounds' | 'planes' | 'places' | 'ownErrors' | 'borders' | 'tiles'>;
  #members(since = -1): LandDelta['members'] {
    const places = this.places.since(since);
    return {
      ...(this.#bounds.isNewSince(since) && { bounds: this.#bounds.value }),
      ...(this.#planes.isNewSince(since) && { planes: this.#planes.value }),
      ...(places.lies && { places: this.places.lies.value }),
      ...(places.borders && { borders: this.places.borders }),
      ownErrors: this.#ownErrors.size,
      tiles: this.tiles.versions,
    };
  }

  #parcelsChanged(keys: readonly Key[], { parcel }: TableChanges): void {
    const { city } = this;
    const { version } = city;
    const table = city.land.table('parcel');
    const came = parcel?.put?.some(({ after }) => after !== undefined);
    if (came || parcel?.remove?.length) this.#cameOrWentAt = version;
    const planes = new Set(this.#planes.value);
    const boxes: number[] = [...this.#bounds.value];
    const patches = parcel?.patch ?? [];
    for (const { key, fields } of patches) if ('boundaryErrorM' in fields) this.#setOwnError(key);
    // What is given fields alone is drawn as it was.
    const drawnAsBefore = new Set(patches.map(({ key }) => key));
    for (const key of keys) {
      if (drawnAsBefore.has(key)) continue;
      const isThere = table.rowOf(key) !== undefined;
      const { isBroken, plane } = isThere ? measuredParcel(city, key) : { isBroken: false, plane: null };
      if (isBroken) this.#broken.add(key);
      else this.#broken.delete(key);
      this.#setOwnError(key);
      if (plane) planes.add(plane);
      if (isThere) boxes.push(...(boundsOfRows(table.shape(key)!, [0]) ?? []));
    }
    this.#planes.is([...planes], version);
    this.#bounds.is(boundsAround(boxes), version);
  }

  #setOwnError(key: Key): void {
    const record = this.city.land.table('parcel').record(key);
    if (record?.boundaryErrorM !== undefined) this.#ownErrors.add(key);
    else this.#ownErrors.delete(key);
  }

  #shape(key: Key): ReturnType<typeof shapeOf> {
    const table = this.city.land.table('parcel');
    return table.rowOf(key) === undefined ? null : shapeOf(table.shape(key)!, 0);
  }

  /** A figure-of-eight, say, has no fill that would tell the truth. */
  #lines(keys: readonly Key[]): readonly BrokenLine[] {
    return keys.flatMap((key) => {
      const shape = this.#shape(key);
      return shape ? [{ key, shape: linesOf(shape) }] : [];
    });
  }
}

const problemsOf = (
  key: Key,
  parcelId: string,
  problems: readonly ParcelProblem['problem'][],
): readonly ParcelProblem[] => problems.map((problem) => ({ key, parcelId, problem }));

/** Of each of these keys, in the order of the list, the one before it; −1 at the beginning. */
export function placesAfter(listed: readonly Key[], keys: readonly Key[]): Int32Array {
  const wanted = new Set(keys);
  const before = new Map<Key, Key>();
  listed.forEach((key, place) => {
    if (wanted.has(key)) before.set(key, place === 0 ? -1 : listed[place - 1]);
  });
  return Int32Array.from(keys, (key) => before.get(key)!);
}
