import type { Missing } from '../domain/land/figure.ts';
import type { Item, Memo, Scope } from './shape/scope.ts';

export const newMemo = (): Memo => ({ conditions: new Map(), measures: new Map(), members: new Map() });

/** The scope in which a member of a collection is asked; a park is asked as itself. */
export const scopeOfMember = (scope: Scope, item: Item): Scope =>
  item.kind === 'park'
    ? { ...scopeAbout(scope, undefined), facts: item.facts, jurisdiction: undefined, memo: newMemo() }
    : scopeAbout(scope, item);

/** The same scope about another record, or about the park itself; every field by name, because this is asked most. */
export const scopeAbout = (
  { pack, facts, jurisdiction, context, date, tracing, memo, evaluator }: Scope,
  item: Item | undefined,
): Scope => ({ pack, facts, jurisdiction, context, date, item, tracing, memo, evaluator });

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

/** What stands in a field whose name is the pack's. */
export const valueIn = (record: Owner['record'], field: string): unknown => record[field];

/** The record alone, for those who ask it and need not say whose it is. */
export function fieldsOf({ item, jurisdiction, facts }: Scope): Owner['record'] {
  switch (item?.kind) {
    case 'parcel':
      return item.facts.parcel;
    case 'building':
      return item.facts.building;
    case 'lease':
      return item.lease;
    case 'unit':
      return item.unit;
    default:
      return jurisdiction ? { ...jurisdiction } : facts.park;
  }
}

const ownerOf = (kind: Missing['kind'], record: { readonly id: string }): Owner => ({
  kind,
  id: record.id,
  record: record,
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
