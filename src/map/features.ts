import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';

export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

export const empty: FeatureCollection = collection([]);

export const feature = (geometry: Geometry, properties: GeoJsonProperties, id?: number): Feature => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  properties,
  geometry,
});

/** One shape as a source, such as the selected parcel: filtering all parcels instead would lay out every one of them anew. */
export const alone = (shape: Geometry | null): FeatureCollection => (shape ? collection([feature(shape, {})]) : empty);
