import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { MapData, TileSetName } from '../city/view.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { pointInside } from '../domain/geometry/lines/point-inside.ts';

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
  buildings: { minzoom: 14 },
};
export const TILE_SETS = Object.keys(TILES) as readonly TileSetName[];

/** The sources that are GeoJSON: those of the data, and those derived from it for drawing. */
export const SOURCES = [
  'surfaces',
  'brokenParcels',
  'chosenParcel',
  'listedPoints',
  'problems',
  'marked',
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

function ringsIn(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/**
 * One point per named polygon, with the polygon's properties: MapLibre would repeat a polygon's label in every tile it
 * touches. A point stays where it is.
 */
export function namePoints(polygons: FeatureCollection): FeatureCollection {
  const features = polygons.features.flatMap((feature): Feature[] => {
    if (feature.geometry?.type === 'Point') return [feature];
    const at = feature.properties?.['name'] ? pointInside(ringsIn(feature.geometry)) : null;
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

/** One shape as a source, such as the selected parcel: filtering all parcels instead would lay out every one of them anew. */
export const alone = (shape: Geometry | null): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shape ? [{ type: 'Feature', properties: {}, geometry: shape }] : [],
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

/** Parcels a list holds: their rows, and lon, lat of a point in each. */
export interface Listed {
  readonly rows: Uint32Array;
  readonly points: Float64Array;
  /** What is written at each; nothing without them. */
  readonly names?: readonly string[];
}

/** A point in each parcel of a list; none without a list, or where nothing is drawn. */
export function listedPoints(listed: Listed | null): FeatureCollection {
  const features: Feature[] = [];
  listed?.rows.forEach((id, i) => {
    const coordinates = [listed.points[2 * i], listed.points[2 * i + 1]];
    if (!Number.isNaN(coordinates[0]))
      features.push({
        type: 'Feature',
        id,
        properties: listed.names ? { name: listed.names[i] } : {},
        geometry: { type: 'Point', coordinates },
      });
  });
  return { type: 'FeatureCollection', features };
}

/** What of the page's state is data of the map, not its look. */
export interface Shown {
  readonly parcel: Geometry | null;
  /** A place that is pointed out. */
  readonly marked: Geometry | null;
  readonly listed: Listed | null;
}

/** GeoJSON of every such source of the style, from the data of a project. */
export function sourceData(
  data: MapData,
  { parcel, marked, listed }: Shown,
): Readonly<Record<SourceName, FeatureCollection>> {
  return {
    surfaces: data.surfaces,
    brokenParcels: data.brokenParcels,
    chosenParcel: alone(parcel),
    listedPoints: listedPoints(listed),
    problems: data.problems,
    marked: alone(marked),
    sites: data.sites,
    siteLinks: data.siteLinks,
    parkPoints: data.parkPoints,
    parkNames: parkNamePoints(data.parkPoints, data.sites),
    sitePoints: data.sitePoints,
    townshipLines: data.townshipLines,
    townshipNames: namePoints(data.townships),
    districtLines: data.districtLines,
    districtNames: namePoints(data.districts),
    roads: data.roads,
    water: data.water,
    waterNames: data.waterNames ?? namePoints(data.water),
  };
}
