import { pictureOf, type Picture } from '../domain/geometry/draw/picture.ts';
import type { Key, Touched } from '../domain/land/change.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { shapeOf } from './drawing/shapes.ts';
import type { Opened } from './opened.ts';
import { measuredParcel } from './parcel-lines.ts';
import type { Headline } from './view.ts';

/** What a list of drafts shows of one: the park, or where there is none the parcels, that something was done to last. */
export interface DraftCard {
  /** Null where parcels belong to none. */
  readonly park: { readonly id: string; readonly name: string } | null;
  readonly parcels: number;
  readonly landM2: Headline | null;
  readonly outcome: Outcome | null;
  readonly picture: Picture | null;
}

/** Null where nothing of what was touched is there any more. */
export function draftCard(opened: Opened, touched: Touched): DraftCard | null {
  const park = parkOf(opened, touched);
  return park === null ? parcelsCard(opened, touched.parcel ?? []) : parkCard(opened, park);
}

function parkCard(opened: Opened, key: Key): DraftCard {
  const { name, id, landM2, outcome, sites } = opened.line(key);
  const { parcels } = opened.judgement.facts(key);
  return {
    park: { id, name: name ?? id },
    parcels: parcels.length,
    landM2,
    outcome,
    picture: pictureOf(sites.map(({ shape }) => shape)),
  };
}

function parcelsCard({ city }: Opened, touched: readonly Key[]): DraftCard | null {
  const table = city.land.table('parcel');
  const keys = touched.filter((key) => table.rowOf(key) !== undefined);
  if (keys.length === 0) return null;
  const areaM2 = keys.reduce((sum, key) => sum + measuredParcel(city, key).areaM2, 0);
  const shapes = keys.flatMap((key) => shapeOf(table.shape(key)!, 0) ?? []);
  return {
    park: null,
    parcels: keys.length,
    landM2: Number.isFinite(areaM2) ? { value: areaM2 } : null,
    outcome: null,
    picture: pictureOf(shapes),
  };
}

/** The first park that was touched itself, or by a parcel or a building of its. */
function parkOf({ city }: Opened, { park = [], parcel = [], building = [] }: Touched): Key | null {
  const own = park.find((key) => city.park(key) !== undefined);
  if (own !== undefined) return own;
  const parkOfParcel = (key: Key) => city.placed.parcel(key)?.parkId;
  const parcelIds = building.map((key) => city.land.table('building').record(key)?.parcelId);
  const parkIds = [
    ...parcel.map(parkOfParcel),
    ...parcelIds.flatMap((id) => (id === undefined ? [] : city.placed.parcelsCalled(id))).map(parkOfParcel),
  ];
  for (const id of parkIds) {
    const [key] = id === undefined ? [] : city.placed.parksCalled(id);
    if (key !== undefined) return key;
  }
  return null;
}
