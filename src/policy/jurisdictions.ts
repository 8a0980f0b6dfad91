import type { ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import { districtOf } from '../domain/land/township.ts';
import type { PolicyContext } from './context.ts';
import type { JurisdictionFacts } from './scope.ts';

type Member = JurisdictionFacts['parks'][number];

/** Where a park counts: one jurisdiction's code, or what is missing to tell. */
type Place = { readonly code: string } | { readonly missing: readonly Missing[] };

/**
 * The jurisdictions 责任单位 with their parks. A park in a development zone of the list counts to the zone and to no
 * district; one whose district is not known may belong to any that is not a zone.
 */
export function jurisdictionsOf(parks: readonly ParkFacts[], context: PolicyContext): readonly JurisdictionFacts[] {
  const members = new Map<string, Member[]>();
  const unplaced: Member[] = [];
  for (const facts of parks) {
    const place = placeOf(facts, context);
    if ('missing' in place) unplaced.push({ kind: 'park', facts, missing: place.missing });
    else members.set(place.code, [...(members.get(place.code) ?? []), { kind: 'park', facts, missing: [] }]);
  }
  return context.jurisdictions.map(({ code, name, category }) => ({
    code,
    name: name ?? code,
    ...(category ? { category } : {}),
    parks: [...(members.get(code) ?? []), ...(category === 'development-zone' ? [] : unplaced)],
  }));
}

function placeOf({ park, parcels }: ParkFacts, { categories }: PolicyContext): Place {
  const records = parcels.map((p) => p.parcel);
  const zone = park.zoneId ?? mostFrequent(records.map((p) => p.zoneId));
  if (zone !== undefined && categories.get(zone) === 'development-zone') return { code: zone };
  const own = mostFrequent(records.map((p) => p.districtCode ?? districtOf(p.townshipCode)));
  const code = own ?? park.districtCode;
  return code === undefined ? { missing: [{ kind: 'park', id: park.id, field: 'districtCode' }] } : { code };
}

/** The value most records have; of equals the first. */
function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const times = new Map<string, number>();
  for (const value of values) if (value !== undefined) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined)?.[0];
}
