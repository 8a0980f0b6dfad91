import type { City } from '../../city/city.ts';
import { intersectionAreaM2 } from '../../domain/geometry/overlap/overlap.ts';
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
 * draft of a park alone, and buildings on either or that are no more than planned for a draft. Whose land it is makes no
 * difference: a published park is shown without it.
 */
export function withheldOf(city: City, classes: readonly string[]): Withheld {
  const drafts = draftsIn(city);
  const parcels = new Set<Key>();
  /** Parcels of drafts that are there all the same, on which no building is shown that is not there yet. */
  const ofDrafts = new Set<Key>();
  const { records } = city.land.table('parcel').compact();
  const keys = city.land.keys('parcel');
  const [parkOf, statusOf, classOf] = [records.field('parkId'), records.field('status'), records.field('landClass')];
  for (let row = 0; row < records.length; row++) {
    const isDraft = drafts.has(parkOf(row) ?? '');
    if (isSecret(classOf(row), classes) || (isDraft && isProposed(statusOf(row)))) parcels.add(keys[row]);
    else if (isDraft) ofDrafts.add(keys[row]);
  }
  const existing = (key: Key) => city.land.table('building').record(key)!.existing === true;
  const planned = [...buildingsOn(city, ofDrafts)].filter((key) => !existing(key));
  return { parcels, buildings: new Set([...buildingsOn(city, parcels), ...planned]) };
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

/** Buildings that name one of the parcels, and those that name none and stand on one. */
function buildingsOn(city: City, parcels: ReadonlySet<Key>): ReadonlySet<Key> {
  const ids = new Set([...parcels].map((key) => city.placed.parcel(key)!.id));
  const { records } = city.land.table('building').compact();
  const keys = city.land.keys('building');
  const parcelOf = records.field('parcelId');
  const buildings = new Set<Key>();
  for (let row = 0; row < records.length; row++) if (ids.has(parcelOf(row) ?? '')) buildings.add(keys[row]);
  for (const key of parcels) {
    const box = city.placed.box('parcel', key);
    for (const near of box ? city.placed.unnamedBuildingsNear(box) : [])
      if (standsOn(city, near, key)) buildings.add(near);
  }
  return buildings;
}

/** Where a boundary is broken it may. */
function standsOn({ land, placed }: City, building: Key, parcel: Key): boolean {
  if (placed.sound(parcel) === null) return true;
  const [own, ground] = [land.table('building').drawn(building), land.table('parcel').drawn(parcel)];
  return !(intersectionAreaM2(own.layer, own.row, ground.layer, ground.row) <= 0);
}
