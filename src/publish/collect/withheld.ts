import type { City } from '../../city/city.ts';
import type { Key } from '../../domain/land/change.ts';
import type { LandClass, Parcel } from '../../domain/land/model.ts';
import { isParkPublished } from './is-published.ts';

/**
 * Land of the armed forces 军事设施用地 by the codes of each list of land classes (自然资发〔2023〕234号, GB/T 21010, GB 50137; in the
 * land survey it is part of 特殊用地), whose places are published nowhere. An office withholds further classes by its settings.
 */
const military: Readonly<Record<LandClass['system'], readonly string[]>> = {
  'planning-guide-2023': ['1501'],
  'gbt21010-2017': ['0901'],
  'gb50137-2011': ['H41'],
  'land-survey-3': ['09'],
};

/** Records of which no outline is drawn. */
export interface Withheld {
  readonly parcels: ReadonlySet<Key>;
  readonly buildings: ReadonlySet<Key>;
}

/**
 * What no map of the public shows: land of the armed forces and of the classes an office withholds (`system/code`), land that is there for a
 * draft of a park alone, and buildings on either or that are no more than planned for a draft.
 */
export function withheldOf(city: City, classes: readonly string[]): Withheld {
  const drafts = draftsIn(city);
  const parcels = new Set<Key>();
  /** Ids of parcels on which no building that is not there yet is shown, or none at all. */
  const [ofDrafts, hidden] = [new Set<string>(), new Set<string>()];
  const { records } = city.land.table('parcel').compact();
  const keys = city.land.keys('parcel');
  const [idOf, parkOf, statusOf, classOf] = [
    records.field('id'),
    records.field('parkId'),
    records.field('status'),
    records.field('landClass'),
  ];
  for (let row = 0; row < records.length; row++) {
    const isDraft = drafts.has(parkOf(row) ?? '');
    if (isDraft) ofDrafts.add(idOf(row)!);
    if (!isSecret(classOf(row), classes) && !(isDraft && isProposed(statusOf(row)))) continue;
    parcels.add(keys[row]);
    hidden.add(idOf(row)!);
  }
  return { parcels, buildings: buildingsOn(city, hidden, ofDrafts) };
}

function draftsIn(city: City): ReadonlySet<string> {
  const parks = city.parks.map((key) => city.park(key)!);
  const published = new Set(parks.filter(isParkPublished).map(({ id }) => id));
  return new Set(parks.map(({ id }) => id).filter((id) => !published.has(id)));
}

const isSecret = (landClass: Parcel['landClass'], classes: readonly string[]): boolean =>
  landClass !== undefined &&
  (military[landClass.system].some((code) => landClass.code.startsWith(code)) ||
    classes.some((own) => `${landClass.system}/${landClass.code}`.startsWith(own)));

/** Of land that is in no use it is not said that it is there at all. */
const isProposed = (status: Parcel['status']): boolean => status === undefined || status === 'planned';

function buildingsOn(city: City, hidden: ReadonlySet<string>, ofDrafts: ReadonlySet<string>): ReadonlySet<Key> {
  const { records } = city.land.table('building').compact();
  const keys = city.land.keys('building');
  const [parcelOf, existing] = [records.field('parcelId'), records.field('existing')];
  const buildings = new Set<Key>();
  for (let row = 0; row < records.length; row++) {
    const parcel = parcelOf(row) ?? '';
    if (hidden.has(parcel) || (ofDrafts.has(parcel) && existing(row) !== true)) buildings.add(keys[row]);
  }
  return buildings;
}
