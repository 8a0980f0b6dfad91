import { Clusters } from '../geometry/columns/clusters.ts';
import { known, type Input } from './figure.ts';
import type { ParcelFacts, Site, SiteGap } from './facts.ts';
import type { SquareMetres } from '../quantity/units.ts';
import type { Lie, Pair, RoadsNear } from './lie.ts';

export interface SitesOfPark {
  readonly sites: Input<readonly Site[]>;
  readonly gaps: readonly SiteGap[];
}

/** Ground under more than one of these parcels, as often as it is counted too much; null where that cannot be told. */
type OverlapOf = (parcels: readonly ParcelFacts[]) => SquareMetres | null;

/**
 * Sites 分园 of a park and how they lie to each other. Unknown as soon as one boundary of several is missing, or where
 * too many lie on each other for boundaries of parcels.
 */
export function sitesOf(
  parcels: readonly ParcelFacts[],
  lie: Lie,
  roadsNear: RoadsNear,
  overlapOf: OverlapOf,
): SitesOfPark {
  if (parcels.length <= 1) return { sites: known(parcels.map((p) => siteOf([p], 0)).map(numbered)), gaps: [] };
  const unclear = parcels.filter((p) => !p.valid);
  if (unclear.length > 0) return unknownFor(unclear);
  const pairs = lie.pairs(parcels.map((p) => p.row));
  if (!pairs) return unknownFor(parcels);
  const sized = groupsOf(parcels, pairs, lie)
    .map((group) => ({ group, overlapM2: overlapOf(group) }))
    .sort((p, q) => areaOf(q.group) - (q.overlapM2 ?? 0) - (areaOf(p.group) - (p.overlapM2 ?? 0)));
  const groups = sized.map(({ group }) => group);
  const sites = sized.map(({ group, overlapM2 }) => siteOf(group, overlapM2)).map(numbered);
  return { sites: known(sites), gaps: gapsBetween(groups, parcels, pairs, lie, roadsNear) };
}

const unknownFor = (parcels: readonly ParcelFacts[]): SitesOfPark => {
  const missing = parcels.map(({ parcel: { id } }) => ({ kind: 'parcel', id, field: 'geometry' }) as const);
  return { sites: { state: 'unknown', missing }, gaps: [] };
};

/** Parcels together that are near each other, one by one. */
function groupsOf(parcels: readonly ParcelFacts[], pairs: readonly Pair[], lie: Lie): ParcelFacts[][] {
  const found = new Clusters(parcels.length);
  for (const [a, b] of pairs) if (!found.isJoined(a, b) && lie.near(parcels[a].row, parcels[b].row)) found.join(a, b);
  return found.groups().map((members) => members.map((m) => parcels[m]));
}

const areaOf = (group: readonly ParcelFacts[]): number =>
  group.reduce((sum, p) => sum + (p.area.state === 'value' ? p.area.value.value : 0), 0);

function siteOf(group: readonly ParcelFacts[], overlapM2: SquareMetres | null): Omit<Site, 'number'> {
  const complete = overlapM2 !== null && group.every((p) => p.area.state === 'value');
  return { parcelIds: group.map((p) => p.parcel.id), areaM2: complete ? areaOf(group) - overlapM2 : null };
}
const numbered = (site: Omit<Site, 'number'>, index: number): Site => ({ number: index + 1, ...site });

/** Gaps that a road could bridge, by the sites on either side. */
function gapsBetween(
  groups: readonly ParcelFacts[][],
  parcels: readonly ParcelFacts[],
  pairs: readonly Pair[],
  lie: Lie,
  roadsNear: RoadsNear,
): SiteGap[] {
  const siteOfParcel = new Map(groups.flatMap((group, site) => group.map((p) => [p, site] as const)));
  const across = new Map<number, { readonly between: Pair; readonly rows: Pair[] }>();
  for (const [a, b] of pairs) {
    const [siteA, siteB] = [siteOfParcel.get(parcels[a])!, siteOfParcel.get(parcels[b])!];
    if (siteA === siteB) continue;
    const [p, q, first, second] = siteA < siteB ? [a, b, siteA, siteB] : [b, a, siteB, siteA];
    const rows: Pair = [parcels[p].row, parcels[q].row];
    const key = first * groups.length + second;
    const known = across.get(key);
    if (known) known.rows.push(rows);
    else across.set(key, { between: [first + 1, second + 1], rows: [rows] });
  }
  return [...across]
    .sort(([p], [q]) => p - q)
    .map(([, { between, rows }]) => ({ between, ...lie.apart(rows, roadsNear) }))
    .filter(({ distanceM }) => distanceM < Infinity);
}
