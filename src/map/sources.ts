import type { FeatureCollection } from 'geojson';
import type { Backdrop } from '../city/view.ts';
import { alone, empty } from './features.ts';
import { brokenParcels, incomingLand, placeNames, problemPoints, referenceLines } from './shown-features.ts';
import type { TileSetName } from '../domain/tile-sets.ts';
import { parkNames, parkPoints, siteLinks, sitePoints, sites, plannedPark, type DrawnParks } from './park-features.ts'; // prettier-ignore
import { planBuildingNames, planBuildings, planMarks, planParcelNames, planParcels } from './plan/plan-features.ts'; // prettier-ignore
import { comparedNames, comparedOutlines } from './plan/compared-features.ts';
import { inHandWritten, massInHand, restingMass, restingWritten } from './plan/mass-features.ts';
import { buildingNamesWritten, buildingsWritten, marksWritten, parcelNamesWritten, parcelsWritten } from './plan/plan-written.ts'; // prettier-ignore
import { laidGround } from './plan/laid-features.ts';
import { landMarks, proposedBadges, proposedLinks, proposedSites } from './proposed-features.ts';
import type { Proposed, Shown } from './shown.ts';

/** One tile or four hold a whole city, and stay in memory: after a jump the library has nothing finer until it comes. */
export const AFAR_ZOOM = 8;

/**
 * The sources that come as vector tiles, each with one layer of its own name, and the zoom from which they are drawn. The
 * textured parcels are apart from the others, because their tiles are drawn anew when the zoom changes.
 */
export const TILES: Readonly<Record<TileSetName, { readonly minzoom: number; readonly maxzoom?: number }>> = {
  parcels: { minzoom: 8 },
  afar: { minzoom: AFAR_ZOOM, maxzoom: AFAR_ZOOM },
  states: { minzoom: 12 },
  listed: { minzoom: 13 },
  // Points: drawn larger they stay as fine.
  listedPoints: { minzoom: 0, maxzoom: 15 },
  // Drawn from zoom 14 on; seen from aslant what lies far comes as tiles of one or two zooms less, which the library leaves out below the least.
  buildings: { minzoom: 12 },
  // Points: drawn larger they stay as fine.
  parcelLabels: { minzoom: 15, maxzoom: 15 },
  buildingLabels: { minzoom: 16, maxzoom: 16 },
};
export const TILE_SETS = Object.keys(TILES) as readonly TileSetName[];

/** How a source is made, and of what: it is drawn anew only where some of that is another. */
interface Maker {
  readonly of: (shown: Shown) => readonly unknown[];
  readonly make: (shown: Shown) => FeatureCollection;
}

const maker = (of: Maker['of'], make: Maker['make']): Maker => ({ of, make });
const ofParks = (make: (shown: DrawnParks) => FeatureCollection) =>
  maker(({ parks, outcomes }) => [parks, outcomes], make);
const ofPlannedSites = (make: (shown: DrawnParks) => FeatureCollection) =>
  maker(
    ({ plan }) => [plan?.sites ?? null],
    (shown) => make(plannedPark(shown)),
  );
/** Of a plan what it is made of is written once. */
function ofPlan(written: (plan: Shown['plan']) => string, make: (plan: Shown['plan']) => FeatureCollection): Maker {
  const known = new WeakMap<NonNullable<Shown['plan']>, string>();
  const of = (plan: Shown['plan']): string => {
    const text = (plan && known.get(plan)) ?? written(plan);
    if (plan) known.set(plan, text);
    return text;
  };
  return maker(
    ({ plan }) => [of(plan)],
    ({ plan }) => make(plan),
  );
}
const ofProposed = (make: (proposed: Pick<Proposed, 'parks'>) => FeatureCollection) =>
  maker(
    ({ proposed }) => [proposed.parks],
    ({ proposed }) => make(proposed),
  );
/** Of the one under the pointer. */
const ofHovered = (make: (proposed: Pick<Proposed, 'parks'>) => FeatureCollection) =>
  maker(
    ({ proposed, hoveredProposed: id }) => [proposed.parks.find((park) => park.id === id) ?? null],
    ({ proposed, hoveredProposed: id }) => make({ parks: proposed.parks.filter((park) => park.id === id) }),
  );
const under = (name: keyof Backdrop) =>
  maker(
    ({ backdrop }) => [backdrop],
    ({ backdrop }) => backdrop?.[name] ?? empty,
  );

/** The sources that are GeoJSON, from what is shown. */
const MAKERS = {
  surfaces: under('surfaces'),
  references: maker(
    ({ references }) => [references],
    ({ references }) => referenceLines(references),
  ),
  incoming: maker(
    ({ incoming }) => [incoming],
    ({ incoming }) => incomingLand(incoming),
  ),
  brokenParcels: maker(({ broken }) => [broken], brokenParcels),
  chosenParcel: maker(
    ({ parcel }) => [parcel],
    ({ parcel }) => alone(parcel),
  ),
  problems: maker(({ problems }) => [problems], problemPoints),
  marked: maker(
    ({ marked }) => [marked],
    ({ marked }) => alone(marked),
  ),
  sites: ofParks(sites),
  siteLinks: ofParks(siteLinks),
  parkPoints: ofParks(parkPoints),
  parkNames: ofParks(parkNames),
  sitePoints: ofParks(sitePoints),
  planSites: ofPlannedSites(sites),
  planSiteLinks: ofPlannedSites(siteLinks),
  planSitePoints: maker(
    ({ plan }) => [(!plan?.isUnnumbered && plan?.sites) || null],
    ({ plan, ...shown }) => sitePoints(plannedPark({ ...shown, plan: plan?.isUnnumbered ? null : plan })),
  ),
  planParcels: ofPlan(parcelsWritten, planParcels),
  planParcelNames: ofPlan(parcelNamesWritten, planParcelNames),
  planBuildings: ofPlan(buildingsWritten, planBuildings),
  planBuildingNames: ofPlan(buildingNamesWritten, planBuildingNames),
  planMarks: ofPlan(marksWritten, planMarks),
  planMass: ofPlan(restingWritten, restingMass),
  massInHand: ofPlan(inHandWritten, massInHand),
  laidGround: maker(
    ({ laid }) => [laid],
    ({ laid }) => laidGround(laid),
  ),
  comparedOutlines: maker(
    ({ compared }) => [compared],
    ({ compared }) => comparedOutlines(compared),
  ),
  comparedNames: maker(
    ({ compared }) => [compared],
    ({ compared }) => comparedNames(compared),
  ),
  proposedSites: ofProposed(proposedSites),
  proposedLinks: ofProposed(proposedLinks),
  proposedBadges: ofProposed(proposedBadges),
  hoveredSites: ofHovered(proposedSites),
  hoveredLinks: ofHovered(proposedLinks),
  landMarks: maker(
    ({ proposed }) => [proposed.marks],
    ({ proposed }) => landMarks(proposed),
  ),
  townshipLines: maker(
    ({ borders }) => [borders],
    ({ borders }) => alone(borders.townships),
  ),
  townshipNames: maker(
    ({ townships }) => [townships],
    ({ townships }) => placeNames(townships),
  ),
  districtLines: maker(
    ({ borders }) => [borders],
    ({ borders }) => alone(borders.districts),
  ),
  districtNames: maker(
    ({ districts }) => [districts],
    ({ districts }) => placeNames(districts),
  ),
  roads: under('roads'),
  water: under('water'),
  waterNames: under('waterNames'),
} as const satisfies Readonly<Record<string, Maker>>;

export type SourceName = keyof typeof MAKERS;
export const SOURCES = Object.keys(MAKERS) as readonly SourceName[];
/** All that are GeoJSON. */
export const DATA_SOURCES: readonly string[] = ['graticule', ...SOURCES];

/** The sources that are others than they were when `before` was shown; all of them where nothing was. */
export function changedSources(before: Shown | null, shown: Shown): ReadonlyMap<SourceName, FeatureCollection> {
  const isSame = ({ of }: Maker) => {
    const was = before && of(before);
    return was !== null && of(shown).every((part, i) => part === was[i]);
  };
  return new Map(SOURCES.filter((name) => !isSame(MAKERS[name])).map((name) => [name, MAKERS[name].make(shown)]));
}
