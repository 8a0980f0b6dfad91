import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { Judged } from './conditions/judged.ts';
import type { PolicyContext } from './context.ts';
import type { Computed } from './measures/compute.ts';
import type { Pack } from './pack.ts';
import type { Collection, Condition } from './rule.ts';

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
  /** What has been found about the park itself in this evaluation; several rules ask the same. */
  readonly memo: Memo;
}

export interface Memo {
  readonly conditions: Map<Condition, Judged>;
  readonly measures: Map<string, Computed>;
}

/** The value of `key`, computed once. */
export function once<K, V>(memo: Map<K, V>, key: K, compute: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = compute();
  memo.set(key, value);
  return value;
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
  const { park, parcels, buildings, sites } = scope.facts;
  if (parcels.length === 0) return { missing: [{ kind: 'park', id: park.id, field: 'geometry' }] };
  if (of === 'parcels') return parcels.map((facts) => ({ kind: 'parcel', facts }));
  if (of === 'sites') {
    if (sites.state === 'unknown') return { missing: sites.missing };
    return sites.state === 'value' ? sites.value.map((facts) => ({ kind: 'site', facts })) : [];
  }
  if (buildings.length > 0) return buildings.map((facts) => ({ kind: 'building', facts }));
  // What the parcels could say in place of buildings.
  return { missing: parcels.map(({ parcel }) => ({ kind: 'parcel', id: parcel.id, field: 'floorAreaM2' })) };
}

export const idOf = (item: Item): string =>
  item.kind === 'parcel'
    ? item.facts.parcel.id
    : item.kind === 'building'
      ? item.facts.building.id
      : String(item.facts.number);
