import { Clusters } from '../geometry/clusters.ts';
import { known, unknown, type Input } from './figure.ts';
import type { ParcelFacts, Site, SiteGap } from './facts.ts';
import type { Lie, RoadsNear } from './lie.ts';

export interface SitesOfPark {
  readonly sites: Input<readonly Site[]>;
  readonly gaps: readonly SiteGap[];
}

/** Sites 分园 of a park and how they lie to each other. Unknown as soon as one boundary of several is missing. */
export function sitesOf(parcels: readonly ParcelFacts[], lie: Lie, roadsNear: RoadsNear): SitesOfPark {
  if (parcels.length <= 1) return { sites: known(parcels.map((p) => siteOf([p])).map(numbered)), gaps: [] };
  const unclear = parcels.filter((p) => !p.valid);
  if (unclear.length > 0) {
    const missing = unclear.map((p) => ({ kind: 'parcel', id: p.parcel.id, field: 'geometry' }) as const);
    return { sites: unknown(...missing), gaps: [] };
  }
  const groups = groupsOf(parcels, lie);
  return { sites: known(groups.map(siteOf).map(numbered)), gaps: gapsBetween(groups, lie, roadsNear) };
}

/** Parcels together that are near each other, one by one; the largest group first. */
function groupsOf(parcels: readonly ParcelFacts[], lie: Lie): ParcelFacts[][] {
  const found = new Clusters(parcels.length);
  for (let a = 0; a < parcels.length; a++)
    for (let b = a + 1; b < parcels.length; b++)
      if (!found.isJoined(a, b) && lie.near(parcels[a].row, parcels[b].row)) found.join(a, b);
  return found
    .groups()
    .map((members) => members.map((m) => parcels[m]))
    .sort((p, q) => areaOf(q) - areaOf(p));
}

const areaOf = (group: readonly ParcelFacts[]): number =>
  group.reduce((sum, p) => sum + (p.area.state === 'value' ? p.area.value.value : 0), 0);

function siteOf(group: readonly ParcelFacts[]): Omit<Site, 'number'> {
  const complete = group.every((p) => p.area.state === 'value');
  return { parcelIds: group.map((p) => p.parcel.id), areaM2: complete ? areaOf(group) : null };
}
const numbered = (site: Omit<Site, 'number'>, index: number): Site => ({ number: index + 1, ...site });

function gapsBetween(groups: readonly ParcelFacts[][], lie: Lie, roadsNear: RoadsNear): SiteGap[] {
  const rows = groups.map((group) => group.map((p) => p.row));
  const gaps: SiteGap[] = [];
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++)
      gaps.push({ between: [a + 1, b + 1], ...lie.apart(rows[a], rows[b], roadsNear) });
  return gaps;
}
