import type { Position } from 'geojson';
import { boundsAround, type Bounds } from '../../../domain/geometry/columns/bounds.ts';

/** A box around a place where nothing else is known of its size: half a kilometre each way. */
export const aroundPlace = ([lon, lat]: Position): Bounds => [lon - 0.006, lat - 0.0045, lon + 0.006, lat + 0.0045];

/** A box around places. */
export const aroundPlaces = (places: readonly Position[]): Bounds =>
  boundsAround(places.flatMap((place) => [...aroundPlace(place)]));
