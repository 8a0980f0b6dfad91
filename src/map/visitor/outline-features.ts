import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { FirstFile, OutlinesFile } from '../../publish/shape/published.ts';
import { collection, feature } from '../features.ts';

const outlines = (shapes: readonly (MultiPolygon | null)[]): FeatureCollection =>
  collection(shapes.flatMap((shape, row) => (shape ? [feature(shape, { row })] : [])));

/** Without tiles, sites and townships by the one file of outlines, and the names of townships. */
export const sourcesOf = (first: FirstFile, { parks, townships }: OutlinesFile): Record<string, FeatureCollection> => ({
  sites: outlines(parks),
  townships: outlines(townships),
  places: collection(
    first.townships.map(({ name, at }) =>
      feature(
        { type: 'Point', coordinates: at },
        { kind: 'township', name: name.zh, nameEn: name.en === name.zh ? undefined : name.en },
      ),
    ),
  ),
});
