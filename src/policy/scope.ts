import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { PolicyContext } from './context.ts';
import type { Pack } from './pack.ts';
import type { Collection } from './rule.ts';

/** The record an expression or condition speaks about; the park itself when there is none. */
export type Item =
  | { readonly kind: 'parcel'; readonly facts: ParcelFacts }
  | { readonly kind: 'building'; readonly facts: BuildingFacts }
  | { readonly kind: 'site'; readonly facts: Site };

/** All that evaluation may look at. */
export interface Scope {
  readonly pack: Pack;
  readonly facts: ParkFacts;
  readonly context: PolicyContext;
  readonly date: string;
  readonly item?: Item;
}

/** Record of the exchange file behind the scope, with its kind and id; a site has none. */
export function recordOf(scope: Scope): {
  kind: Missing['kind'];
  id: string;
  record: Readonly<Record<string, unknown>>;
} {
  const { item } = scope;
  if (item?.kind === 'parcel') return { kind: 'parcel', id: item.facts.parcel.id, record: fields(item.facts.parcel) };
  if (item?.kind === 'building')
    return { kind: 'building', id: item.facts.building.id, record: fields(item.facts.building) };
  return { kind: 'park', id: scope.facts.park.id, record: fields(scope.facts.park) };
}

const fields = (record: object): Readonly<Record<string, unknown>> => record as Readonly<Record<string, unknown>>;

/** Members of a collection, or what is missing to name them. A park without records of a kind is not known to have none. */
export function itemsOf(scope: Scope, of: Collection): readonly Item[] | { readonly missing: readonly Missing[] } {
  const { facts } = scope;
  if (of === 'sites') {
    if (facts.sites.state === 'unknown') return { missing: facts.sites.missing };
    return facts.sites.state === 'value' ? facts.sites.value.map((site) => ({ kind: 'site', facts: site })) : [];
  }
  const items: Item[] =
    of === 'parcels'
      ? facts.parcels.map((parcel) => ({ kind: 'parcel', facts: parcel }))
      : facts.buildings.map((building) => ({ kind: 'building', facts: building }));
  return items.length > 0 ? items : { missing: nothingRecorded(facts, of) };
}

/** A park without parcels lacks its boundary; without buildings, what its parcels could say instead is missing. */
const nothingRecorded = (facts: ParkFacts, of: 'parcels' | 'buildings'): readonly Missing[] =>
  of === 'parcels' || facts.parcels.length === 0
    ? [{ kind: 'park', id: facts.park.id, field: 'geometry' }]
    : facts.parcels.map(({ parcel }) => ({ kind: 'parcel', id: parcel.id, field: 'floorAreaM2' }));

export const idOf = (item: Item): string =>
  item.kind === 'parcel'
    ? item.facts.parcel.id
    : item.kind === 'building'
      ? item.facts.building.id
      : String(item.facts.number);
