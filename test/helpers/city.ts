import proj4 from 'proj4';
import type { Feature, FeatureCollection } from 'geojson';

/*
 * Small exchange files for tests, drawn in metres on the plane of 3° zone 38 and turned into degrees by proj4, which the
 * product's own projection does not use.
 */
const zone38 =
  '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs';
const degrees = '+proj=longlat +a=6378137 +rf=298.257222101 +no_defs';

const round9 = (v: number) => Math.round(v * 1e9) / 1e9;

/** East, north in metres from the city's corner → longitude, latitude. */
export function lonLat(east: number, north: number): [number, number] {
  const [lon, lat] = proj4(zone38, degrees, [38_467_000 + east, 3_846_000 + north]);
  return [round9(lon), round9(lat)];
}

export const ring = (points: readonly (readonly [number, number])[]) =>
  [...points, points[0]].map(([e, n]) => lonLat(e, n));

/** An upright rectangle: corner, width (east) and depth (north) in metres. */
export const rectangle = (east: number, north: number, width: number, depth: number) =>
  ring([
    [east, north],
    [east + width, north],
    [east + width, north + depth],
    [east, north + depth],
  ]);

type Fields = Readonly<Record<string, unknown>>;
const feature = (properties: Fields, geometry: Feature['geometry'] | null): Feature =>
  ({ type: 'Feature', properties, geometry }) as Feature;
const polygon = (rings: [number, number][][]) => ({ type: 'Polygon' as const, coordinates: rings });

export const industrial = { system: 'planning-guide-2023', code: '100101' };
export const roadClass = { system: 'planning-guide-2023', code: '1207' };

export const park = (fields: Fields = {}) =>
  feature({ kind: 'park', id: 'P', name: '试验园', parkType: 'manufacturing', origin: 'new', ...fields }, null);

export const parcel = (id: string, rings: [number, number][] | [number, number][][] | null, fields: Fields = {}) =>
  feature(
    {
      kind: 'parcel',
      id,
      parkId: 'P',
      districtCode: '410181',
      townshipCode: '410181001',
      landClass: industrial,
      status: 'planned',
      ...fields,
    },
    rings === null
      ? null
      : polygon(typeof rings[0][0] === 'number' ? [rings as [number, number][]] : (rings as [number, number][][])),
  );

export const building = (
  id: string,
  parcelId: string | undefined,
  outline: [number, number][] | null,
  fields: Fields = {},
) =>
  feature(
    { kind: 'building', id, ...(parcelId ? { parcelId } : {}), use: 'production', ...fields },
    outline && polygon([outline]),
  );

export const zone = (rings: [number, number][], fields: Fields = {}) =>
  feature({ kind: 'zone', ...fields }, polygon([rings]));

export const jurisdiction = (fields: Fields) => feature({ kind: 'jurisdiction', ...fields }, null);

export const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

export const bytes = (document: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(document));
