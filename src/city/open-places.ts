import type { Key, TableChanges, Touched } from '../domain/land/change.ts';
import type { Parcel, Park } from '../domain/land/model.ts';
import type { Pack } from '../policy/shape/pack.ts';
import type { City } from './city.ts';
import { drawnPlaces, namesInLand, placesNamed } from './drawing/districts.ts';
import { isDrawable } from './drawing/rows.ts';
import { landPlaces, parcelPlaces, SAID_BY, type DistrictPlace, type ParcelPlace } from './land-places.ts';
import { Versioned } from './versioned.ts';
import type { JudgedView, LandView } from './view.ts';

/** Districts and townships as the page shows them, while the land changes: where land lies, and what they are called. */
export class OpenPlaces {
  readonly #city: City;
  readonly #pack: Pack;
  readonly lies: Versioned<LandView['places']>;
  readonly #drawn: Versioned<ReturnType<typeof drawnPlaces>>;
  readonly #inLand: Versioned<Pick<JudgedView, 'districts' | 'townships'>>;
  /** Of each parcel where it was last said to lie, by key: told of all when first asked for. */
  #said: () => readonly (string | undefined)[];
  #placeOf: { readonly version: number; readonly of: ReturnType<typeof parcelPlaces> } | null = null;

  constructor(city: City, pack: Pack) {
    this.#city = city;
    this.#pack = pack;
    const districts = landPlaces(city.project, pack);
    this.lies = new Versioned(districts.map(placeView));
    this.#said = this.#saidByKey(districts);
    this.#drawn = new Versioned(drawnPlaces(city.land.table('township').compact()));
    this.#inLand = new Versioned(this.#namesInLand(districts));
  }

  get borders(): LandView['borders'] {
    return this.#drawn.value.borders;
  }

  /** Their names on the map: as the file calls districts, or where it does not as the pack judged by does. */
  names(pack: Pack): Pick<JudgedView, 'districts' | 'townships'> {
    const drawn = this.#drawn.value;
    if (drawn.townships.length === 0) return this.#inLand.value;
    const own = [...this.#city.land.table('jurisdiction').compact().records];
    return placesNamed(drawn, own.length > 0 ? own : pack.jurisdictions);
  }

  /** What of it is another than at a version. */
  since(version: number): { readonly lies: boolean; readonly borders: boolean; readonly names: boolean } {
    const borders = this.#drawn.isNewSince(version);
    const names = borders || this.#inLand.isNewSince(version) || this.#city.placesChangedAt > version;
    return { lies: this.lies.isNewSince(version), borders, names };
  }

  /** Where a parcel lies, as far as a list names it. */
  of(key: Key): ParcelPlace {
    const { placed } = this.#city;
    return this.#parcelPlaces()(placed.parcel(key)!);
  }

  changed(tables: TableChanges, touched: Touched): void {
    const { version, land } = this.#city;
    if (touched.township) this.#drawn.is(drawnPlaces(land.table('township').compact()), version);
    const isPlaced = touched.township ?? touched.zone ?? touched.jurisdiction ?? movesPark(tables);
    const unsaid = new Set((tables.parcel?.patch ?? []).filter((own) => !saysPlace(own)).map(({ key }) => key));
    if (isPlaced || this.#movesParcel((touched.parcel ?? []).filter((key) => !unsaid.has(key)))) this.#anew();
  }

  #parcelPlaces(): ReturnType<typeof parcelPlaces> {
    const { placesChangedAt: version, land, placed } = this.#city;
    if (this.#placeOf?.version === version) return this.#placeOf.of;
    const parkOf = (id: string): Park | undefined => {
      const key = placed.parksCalled(id).at(-1);
      return key === undefined ? undefined : placed.park(key);
    };
    const named = {
      townships: land.table('township').compact(),
      jurisdictions: [...land.table('jurisdiction').compact().records],
    };
    const of = parcelPlaces(named, parkOf, this.#pack);
    this.#placeOf = { version, of };
    return of;
  }

  /** Whether any of them lies elsewhere now, has come or has gone. */
  #movesParcel(keys: readonly Key[]): boolean {
    const table = this.#city.land.table('parcel');
    return keys.some((key) => {
      const isThere = table.rowOf(key) !== undefined;
      const drawn = isThere && table.drawn(key);
      const now = drawn ? called(this.of(key), isDrawable(drawn.layer, drawn.row)) : undefined;
      return this.#said()[key] !== now;
    });
  }

  #anew(): void {
    const { project, version } = this.#city;
    const districts = landPlaces(project, this.#pack);
    this.lies.is(districts.map(placeView), version);
    this.#said = this.#saidByKey(districts);
    this.#inLand.is(this.#namesInLand(districts), version);
  }

  #saidByKey(districts: readonly DistrictPlace[]): () => readonly (string | undefined)[] {
    const { layer } = this.#city.project.parcels;
    const keys = this.#city.land.keys('parcel');
    let said: (string | undefined)[] | null = null;
    return () => (said ??= saidByKey(districts, keys, (row) => isDrawable(layer, row)));
  }

  /** Asked for only where no townships are drawn. */
  #namesInLand(districts: readonly DistrictPlace[]): Pick<JudgedView, 'districts' | 'townships'> {
    if (this.#drawn.value.townships.length > 0) return { districts: [], townships: [] };
    return namesInLand(this.#city.project.parcels.layer, districts);
  }
}

const placeView = ({ zh, en, rows, townships }: DistrictPlace): LandView['places'][number] => ({
  zh,
  en,
  parcels: rows.length,
  townships: townships.map(({ zh: name }) => name),
});

/** Where a parcel lies, and whether it is drawn: a name stands in the middle of land that is. */
const called = ({ district, township }: ParcelPlace, isDrawn: boolean): string | undefined =>
  district || township !== undefined ? `${isDrawn ? '' : '-'}${district?.zh ?? ''}|${township ?? ''}` : undefined;

function saidByKey(
  districts: readonly DistrictPlace[],
  keys: readonly Key[],
  isDrawn: (row: number) => boolean,
): (string | undefined)[] {
  const said: (string | undefined)[] = [];
  for (const { rows, ...district } of districts) {
    for (const row of rows) said[keys[row]] = called({ district }, isDrawn(row));
    for (const { zh: township, rows: own } of district.townships)
      for (const row of own) said[keys[row]] = called({ district, township }, isDrawn(row));
  }
  return said;
}

/** Whether where a parcel lies may be told by what it is given. */
const saysPlace = ({ fields }: { readonly fields: Partial<Parcel> }): boolean =>
  SAID_BY.some((field) => field in fields);

/** A parcel that does not say its district lies in that of its park. */
function movesPark({ park }: TableChanges): boolean {
  if (!park) return false;
  const says = ({ fields }: { readonly fields: Partial<Park> }) => 'districtCode' in fields || 'id' in fields;
  return (park.put?.length ?? 0) > 0 || (park.remove?.length ?? 0) > 0 || (park.patch ?? []).some(says);
}
