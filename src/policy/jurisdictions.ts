import type { ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { Parcel } from '../domain/land/model.ts';
import { districtOf } from '../domain/land/township.ts';
import { zoneGap } from './context.ts';
import type { PolicyContext } from './shape/context.ts';
import type { JurisdictionFacts } from './shape/scope.ts';
import { plainName } from './seats.ts';

type Member = JurisdictionFacts['parks'][number];

/** Where a park counts: to one jurisdiction, by code, and what leaves even that open; undefined: to any but a zone. */
interface Place {
  readonly code: string | undefined;
  readonly missing: readonly Missing[];
}

/**
 * The jurisdictions 责任单位 with their parks. A park in a development zone counts to the zone and to no district; one whose
 * district is not known may belong to any that is not a zone, one in a zone that no one describes perhaps to its district.
 */
export function jurisdictionsOf(parks: readonly ParkFacts[], context: PolicyContext): readonly JurisdictionFacts[] {
  const members = new Map<string, Member[]>();
  const unplaced: Member[] = [];
  for (const facts of parks) {
    const { code, missing } = placeOf(facts, context);
    const member: Member = { kind: 'park', facts, missing };
    if (code === undefined) unplaced.push(member);
    else members.set(code, [...(members.get(code) ?? []), member]);
  }
  return context.jurisdictions.map(({ code, name, category, ofFile }) => ({
    code,
    name: name ?? code,
    ...(category ? { category } : {}),
    ...(ofFile && { ofFile }),
    parks: [...(members.get(code) ?? []), ...(category === 'development-zone' ? [] : unplaced)],
  }));
}

function placeOf({ park, parcels }: ParkFacts, { zones, seatOf }: PolicyContext): Place {
  const records = parcels.map((p) => p.parcel);
  const named = [park.zoneId, mostFrequent(records.map((p) => p.zoneId))].flatMap((id) =>
    id === undefined ? [] : [id],
  );
  const seat = named.map((id) => seatOf.get(plainName(id))).find((code) => code !== undefined);
  if (seat !== undefined) return { code: seat, missing: [] };
  const own = mostFrequent(records.map((p) => p.districtCode ?? districtOf(p.townshipCode)));
  const code = own ?? park.districtCode;
  if (code === undefined) return { code, missing: [{ kind: 'park', id: park.id, field: 'districtCode' }] };
  const open = named.filter((id) => zones.get(plainName(id)) === undefined);
  return { code, missing: open.slice(0, 1).map((id) => zoneGap({ zones }, id, { kind: 'park', id: park.id })) };
}

/** Where a park on this land alone would count: the zone it lies in, else its district. */
export const landCountsTo = (
  { zoneId, districtCode, townshipCode }: Pick<Parcel, 'zoneId' | 'districtCode' | 'townshipCode'>,
  { seatOf }: Pick<PolicyContext, 'seatOf'>,
): string | undefined =>
  (zoneId === undefined ? undefined : seatOf.get(plainName(zoneId))) ?? districtCode ?? districtOf(townshipCode);

/** The value most records have; of equals the first. */
function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const times = new Map<string, number>();
  for (const value of values) if (value !== undefined) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined)?.[0];
}
