import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { FloorUnit, JurisdictionCategory, Lease } from '../domain/land/model.ts';
import type { Judged } from './conditions/judged.ts';
import type { PolicyContext } from './context.ts';
import type { Computed } from './measures/compute.ts';
import type { Pack } from './pack.ts';
import type { Members } from './members.ts';
import type { Collection, Condition } from './rule.ts';

/** The record an expression or condition speaks about; the park (or jurisdiction) itself when there is none. */
export type Item =
  /** `missing`, of a parcel or building too, is why it may not belong to what is judged. */
  | { readonly kind: 'parcel'; readonly facts: ParcelFacts; readonly missing?: readonly Missing[] }
  | { readonly kind: 'building'; readonly facts: BuildingFacts; readonly missing?: readonly Missing[] }
  | { readonly kind: 'site'; readonly facts: Site }
  /** `unit` with what its building says for it; `building` by its first part, where it stands on several parcels. */
  | {
      readonly kind: 'unit';
      readonly unit: FloorUnit;
      /** Its id, with its building's where several buildings of the park have it. */
      readonly name: string;
      readonly building: BuildingFacts;
      /** Set where it stands for the units of a building that are not listed. */
      readonly missing?: readonly Missing[];
    }
  | { readonly kind: 'lease'; readonly lease: Lease }
  /** A park of a jurisdiction; `missing` is why it may belong elsewhere. */
  | { readonly kind: 'park'; readonly facts: ParkFacts; readonly missing: readonly Missing[] };

/** A jurisdiction 责任单位 with the parks that count to it. */
export interface JurisdictionFacts {
  readonly code: string;
  readonly name: string;
  readonly category?: JurisdictionCategory;
  /** A development zone of the file that the list of the policy does not name. */
  readonly ofFile?: true;
  readonly parks: readonly Extract<Item, { readonly kind: 'park' }>[];
}

/** All that evaluation may look at. */
export interface Scope {
  readonly pack: Pack;
  readonly facts: ParkFacts;
  /** Set where a jurisdiction is judged; `facts` then holds nothing. */
  readonly jurisdiction?: JurisdictionFacts;
  readonly context: PolicyContext;
  readonly date: string;
  readonly item?: Item;
  /** Whether the steps are told; judging needs none of them, and they are most of the work. */
  readonly tracing: boolean;
  /** What has been found about the park itself in this evaluation; several rules ask the same. */
  readonly memo: Memo;
}

export interface Memo {
  readonly conditions: Map<Condition, Judged>;
  readonly measures: Map<string, Computed>;
  readonly members: Map<Collection, Members>;
}

export const newMemo = (): Memo => ({ conditions: new Map(), measures: new Map(), members: new Map() });

/** The scope in which a member of a collection is asked; a park is asked as itself. */
export const within = (scope: Scope, item: Item): Scope =>
  item.kind === 'park'
    ? { ...asked(scope, undefined), facts: item.facts, jurisdiction: undefined, memo: newMemo() }
    : asked(scope, item);

/** The same scope about another record, or about the park itself; every field by name, because this is asked most. */
export const asked = (
  { pack, facts, jurisdiction, context, date, tracing, memo }: Scope,
  item: Item | undefined,
): Scope => ({ pack, facts, jurisdiction, context, date, item, tracing, memo });

interface Owner {
  readonly kind: Missing['kind'];
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Record of the exchange file behind the scope, with its kind and id; a site has none and answers for its park. */
export function recordOf({ item, jurisdiction, facts }: Scope): Owner {
  switch (item?.kind) {
    case 'parcel':
      return ownerOf('parcel', item.facts.parcel);
    case 'building':
      return ownerOf('building', item.facts.building);
    case 'lease':
      return ownerOf('lease', item.lease);
    case 'unit':
      return { ...ownerOf('unit', item.unit), id: item.name };
    default:
      return jurisdiction
        ? ownerOf('jurisdiction', { ...jurisdiction, id: jurisdiction.code })
        : ownerOf('park', facts.park);
  }
}

/** The record alone, for those who ask it and need not say whose it is. */
export function fieldsOf({ item, jurisdiction, facts }: Scope): Owner['record'] {
  switch (item?.kind) {
    case 'parcel':
      return item.facts.parcel as unknown as Owner['record'];
    case 'building':
      return item.facts.building as unknown as Owner['record'];
    case 'lease':
      return item.lease as unknown as Owner['record'];
    case 'unit':
      return item.unit as unknown as Owner['record'];
    default:
      return (jurisdiction ?? facts.park) as unknown as Owner['record'];
  }
}

const ownerOf = (kind: Missing['kind'], record: { readonly id: string }): Owner => ({
  kind,
  id: record.id,
  record: record as unknown as Owner['record'],
});

export function idOf(item: Item): string {
  switch (item.kind) {
    case 'parcel':
      return item.facts.parcel.id;
    case 'building':
      return item.facts.building.id;
    case 'site':
      return String(item.facts.number);
    case 'unit':
      return item.name;
    case 'lease':
      return item.lease.id;
    case 'park':
      return item.facts.park.id;
  }
}
