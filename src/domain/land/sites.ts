import { clusters, distanceBetween, sharedBorder } from '../geometry/adjacency.ts';
import { containsPoint } from '../geometry/overlap.ts';
import type { Layer } from '../geometry/layer.ts';
import { boundsOf } from '../geometry/measures.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import { known, unknown, type Input } from './figure.ts';
import type { ParcelFacts, Site, SiteGap } from './facts.ts';

/**
 * Parcels within this of each other over `siteBorderM` of border are one site; it bridges surveying noise, not a lane.
 * Both are met within 0.1 mm, the resolution of what is stored.
 */
const siteToleranceM = 0.5;
const siteBorderM = 1;
/** 隔路相邻: a road wider than this (the widest red line of a city road) separates more than a road. */
const widestRoadM = 100;

export interface SitesOfPark {
  readonly sites: Input<readonly Site[]>;
  readonly gaps: readonly SiteGap[];
}

/** Sites 分园 of a park and how they lie to each other. Unknown as soon as one boundary of several is missing. */
export function sitesOf(parcels: readonly ParcelFacts[], layer: Layer, roadsNear: RoadsNear): SitesOfPark {
  if (parcels.length <= 1) return { sites: known(parcels.map((p) => siteOf([p])).map(numbered)), gaps: [] };
  const unclear = parcels.filter((p) => !p.valid);
  if (unclear.length > 0) {
    const missing = unclear.map((p) => ({ kind: 'parcel', id: p.parcel.id, field: 'geometry' }) as const);
    return { sites: unknown(...missing), gaps: [] };
  }
  const links: [number, number][] = [];
  for (let a = 0; a < parcels.length; a++)
    for (let b = a + 1; b < parcels.length; b++) if (near(layer, parcels[a].row, parcels[b].row)) links.push([a, b]);
  const groups = clusters(parcels.length, links)
    .map((members) => members.map((m) => parcels[m]))
    .sort((p, q) => areaOf(q) - areaOf(p));
  return { sites: known(groups.map(siteOf).map(numbered)), gaps: gapsBetween(groups, layer, roadsNear) };
}

const near = (layer: Layer, a: number, b: number): boolean =>
  boundsWithin(layer, a, b) &&
  sharedBorder(layer, a, b, siteToleranceM + COORDINATE_RESOLUTION_M) >= siteBorderM - COORDINATE_RESOLUTION_M;

/** Cheap first look: bounding boxes farther apart than about 1 m share no border. */
function boundsWithin(layer: Layer, a: number, b: number): boolean {
  const p = boundsOf(layer, a);
  const q = boundsOf(layer, b);
  const slack = 2e-5; // degrees: ≥ 1 m everywhere in China
  return p[0] <= q[2] + slack && q[0] <= p[2] + slack && p[1] <= q[3] + slack && q[1] <= p[3] + slack;
}

const areaOf = (group: readonly ParcelFacts[]): number =>
  group.reduce((sum, p) => sum + (p.area.state === 'value' ? p.area.value.value : 0), 0);

function siteOf(group: readonly ParcelFacts[]): Omit<Site, 'number'> {
  const complete = group.every((p) => p.area.state === 'value');
  return { parcelIds: group.map((p) => p.parcel.id), areaM2: complete ? areaOf(group) : null };
}
const numbered = (site: Omit<Site, 'number'>, index: number): Site => ({ number: index + 1, ...site });

function gapsBetween(groups: readonly ParcelFacts[][], layer: Layer, roadsNear: RoadsNear): SiteGap[] {
  const gaps: SiteGap[] = [];
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      const link = shortestLink(groups[a], groups[b], layer);
      const how =
        link.distanceM <= siteToleranceM + COORDINATE_RESOLUTION_M
          ? 'corner'
          : link.distanceM <= widestRoadM && onlyRoadBetween(link, layer, roadsNear)
            ? 'road'
            : 'apart';
      gaps.push({ between: [a + 1, b + 1], how, distanceM: link.distanceM });
    }
  return gaps;
}

type Link = ReturnType<typeof distanceBetween>;

function shortestLink(a: readonly ParcelFacts[], b: readonly ParcelFacts[], layer: Layer): Link {
  let best: Link | null = null;
  for (const p of a)
    for (const q of b) {
      const link = distanceBetween(layer, p.row, q.row);
      if (!best || link.distanceM < best.distanceM) best = link;
    }
  return best!;
}

/** Rows of road parcels whose bounds meet a box in degrees. */
export type RoadsNear = (west: number, south: number, east: number, north: number) => readonly number[];

/** Every point between the ends of the link lies on a road parcel, give or take the site tolerance. */
function onlyRoadBetween(link: Link, layer: Layer, roadsNear: RoadsNear): boolean {
  const [x1, y1] = link.from;
  const [x2, y2] = link.to;
  const slack = siteToleranceM / 100_000; // metres to degrees, a little less than the tolerance
  const roads = roadsNear(
    Math.min(x1, x2) - slack,
    Math.min(y1, y2) - slack,
    Math.max(x1, x2) + slack,
    Math.max(y1, y2) + slack,
  );
  if (roads.length === 0) return false;
  // The nearest points are often corners, where the link runs along the road's own edge: look to both sides as well.
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [((y2 - y1) / length) * slack, (-(x2 - x1) / length) * slack];
  const onRoad = (x: number, y: number) => roads.some((row) => containsPoint(layer, row, x, y));
  for (let step = 1; step < 20; step++) {
    const x = x1 + ((x2 - x1) * step) / 20;
    const y = y1 + ((y2 - y1) * step) / 20;
    if (!onRoad(x, y) && !onRoad(x + dx, y + dy) && !onRoad(x - dx, y - dy)) return false;
  }
  return true;
}
