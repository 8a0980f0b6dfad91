import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { aboutRows } from './about.ts';
import { idleRow, parkRow, type Row, type Saying } from './rows.ts';
import { outlineOf, type Seen } from './seen.ts';

/** RFC 7946: codes and unrounded values, parks as their published outlines or, without one, their place. */
export function geojsonText(seen: Seen, saying: Saying): string {
  const features: Feature<Geometry | null>[] = [
    ...seen.parks.map((row) => feature(parkRow(seen, row, saying), shapeOf(seen, row))),
    ...seen.idle.map((land) => feature(idleRow(land, saying), pointAt(land.at))),
  ];
  const collection: FeatureCollection<Geometry | null> & { readonly about: object } = {
    type: 'FeatureCollection',
    about: Object.fromEntries(aboutRows(seen, saying)),
    features,
  };
  return JSON.stringify(collection);
}

/** Longitude and latitude are the geometry. */
function feature({ lon: _lon, lat: _lat, ...row }: Row, geometry: Geometry | null): Feature<Geometry | null> {
  const told = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return { type: 'Feature', id: String(row.id), properties: Object.fromEntries(told), geometry };
}

function shapeOf(seen: Seen, row: number): Geometry | null {
  const parts = outlineOf(seen, row);
  if (!parts) return pointAt(seen.first.parks.at[row]);
  const coordinates = parts.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  return { type: 'MultiPolygon', coordinates };
}

const pointAt = (at: Position | null): Geometry | null => at && { type: 'Point', coordinates: [...at] };
