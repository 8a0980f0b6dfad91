import type { Feature, FeatureCollection, Position } from 'geojson';
import type { MapData } from '../client/view.ts';
import type { Outcome } from '../policy/finding.ts';
import { boundaryLines } from './boundaries.ts';
import { labelPoint } from './labelpoint.ts';
import { STATES } from './patterns.ts';

/** The sources of the style: those of the data, and those derived from it for drawing. */
export const SOURCES = [
  'parcels',
  'statefulParcels',
  'chosenParcel',
  'listedParcels',
  'listedPoints',
  'problems',
  'buildings',
  'sites',
  'siteLinks',
  'parkPoints',
  'parkNames',
  'sitePoints',
  'townshipLines',
  'townshipNames',
  'districtLines',
  'districtNames',
  'roads',
  'water',
  'waterNames',
] as const;
export type SourceName = (typeof SOURCES)[number];

export const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** One point per named polygon, with the polygon's properties. */
export function namePoints(polygons: FeatureCollection): FeatureCollection {
  const features = polygons.features.flatMap((feature): Feature[] => {
    const at = feature.properties?.['name'] ? labelPoint(feature.geometry) : null;
    return at
      ? [{ type: 'Feature', properties: feature.properties, geometry: { type: 'Point', coordinates: at } }]
      : [];
  });
  return { type: 'FeatureCollection', features };
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function box(feature: Feature): Box | null {
  const { geometry } = feature;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const points: Position[] = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
  const start: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  return points.reduce<Box>(
    (b, [x, y]) => ({
      west: Math.min(b.west, x),
      south: Math.min(b.south, y),
      east: Math.max(b.east, x),
      north: Math.max(b.north, y),
    }),
    start,
  );
}

const holds = (b: Box, [x, y]: Position): boolean => b.west <= x && x <= b.east && b.south <= y && y <= b.north;

/**
 * Where a park's name stands once its sites are larger than its glyph: below the lowest corner of the site the glyph
 * is in. Without such a site the name stays at the glyph.
 */
export function parkNamePoints(parks: FeatureCollection, sites: FeatureCollection): FeatureCollection {
  const boxes = new Map<unknown, Box[]>();
  for (const site of sites.features) {
    const extent = box(site);
    const park = site.properties?.['parkId'] as unknown;
    if (extent) boxes.set(park, [...(boxes.get(park) ?? []), extent]);
  }
  const features = parks.features.flatMap((park): Feature[] => {
    if (park.geometry?.type !== 'Point') return [];
    const at = park.geometry.coordinates;
    const own = boxes.get(park.properties?.['id'])?.find((b) => holds(b, at));
    return [{ ...park, geometry: { type: 'Point', coordinates: own ? [at[0], own.south] : at } }];
  });
  return { type: 'FeatureCollection', features };
}

/** Parcels drawn with a texture. Apart from the others, because their tiles are drawn anew when the zoom changes. */
function withState(parcels: FeatureCollection): FeatureCollection {
  const keys: readonly unknown[] = STATES;
  return {
    type: 'FeatureCollection',
    features: parcels.features.filter((p) => keys.includes(p.properties?.['status'])),
  };
}

/** The selected parcel alone: filtering all parcels instead would lay out every one of them anew at each click. */
export const chosenParcel = (parcels: FeatureCollection, id: string | null): FeatureCollection => ({
  type: 'FeatureCollection',
  features: id === null ? [] : parcels.features.filter((parcel) => parcel.properties?.['id'] === id),
});

/** The sources that carry a verdict. */
export const JUDGED = ['sites', 'parkPoints', 'parkNames'] as const satisfies readonly SourceName[];

/** The same data with other verdicts: by park id; a park that is not named keeps its own. */
export function judged(data: MapData, outcomes: ReadonlyMap<string, Outcome> | null): MapData {
  if (!outcomes) return data;
  const by = (key: 'id' | 'parkId', features: FeatureCollection): FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.features.map((feature) => {
      const outcome = outcomes.get(String(feature.properties?.[key]));
      return outcome ? { ...feature, properties: { ...feature.properties, outcome } } : feature;
    }),
  });
  return { ...data, sites: by('parkId', data.sites), parkPoints: by('id', data.parkPoints) };
}

/** The parcels of a list, and a point in each; none without a list. */
export function listedParcels(
  parcels: FeatureCollection,
  ids: ReadonlySet<string> | null,
): Readonly<Record<'listedParcels' | 'listedPoints', FeatureCollection>> {
  const features = ids ? parcels.features.filter((parcel) => ids.has(String(parcel.properties?.['id']))) : [];
  const points = features.flatMap(({ properties, geometry }): Feature[] => {
    const at = labelPoint(geometry);
    return at ? [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: at } }] : [];
  });
  return {
    listedParcels: { type: 'FeatureCollection', features },
    listedPoints: { type: 'FeatureCollection', features: points },
  };
}

/** What of the page's state is data of the map, not its look. */
export interface Shown {
  readonly parcelId: string | null;
  readonly listed: ReadonlySet<string> | null;
}

/** GeoJSON of every source of the style, from the data of a project. */
export function sourceData(
  data: MapData,
  { parcelId, listed }: Shown,
): Readonly<Record<SourceName, FeatureCollection>> {
  return {
    parcels: data.parcels,
    statefulParcels: withState(data.parcels),
    chosenParcel: chosenParcel(data.parcels, parcelId),
    ...listedParcels(data.parcels, listed),
    problems: data.problems,
    buildings: data.buildings,
    sites: data.sites,
    siteLinks: data.siteLinks,
    parkPoints: data.parkPoints,
    parkNames: parkNamePoints(data.parkPoints, data.sites),
    sitePoints: data.sitePoints,
    townshipLines: boundaryLines(data.townships, data.districts),
    townshipNames: namePoints(data.townships),
    districtLines: boundaryLines(data.districts),
    districtNames: namePoints(data.districts),
    roads: data.roads,
    water: data.water,
    waterNames: data.waterNames ?? namePoints(data.water),
  };
}
