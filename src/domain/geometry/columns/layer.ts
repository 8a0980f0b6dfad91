import type { PlaneCrs } from '../../geodesy/crs.ts';

/**
 * A layer of (multi)polygons as columns. Feature f owns parts `partStart[f] .. partStart[f+1]`,
 * part p owns rings `ringStart[p] .. ringStart[p+1]` (first the shell, then its holes),
 * ring r owns vertices `vertexStart[r] .. vertexStart[r+1]`; every ring repeats its first vertex at the end.
 * A feature without parts has no geometry.
 */
export interface Layer {
  /** Number of features. */
  readonly size: number;
  /** Longitude, latitude interleaved, degrees, EPSG:4490, at most 9 decimals; length 2 × vertices. */
  readonly lonLat: Float64Array;
  /** Length rings + 1, parts + 1 and features + 1. */
  readonly vertexStart: Uint32Array;
  readonly ringStart: Uint32Array;
  readonly partStart: Uint32Array;
  /** Coordinates as they were surveyed, same vertex order as `lonLat`; absent when they came as degrees. */
  readonly surveyed?: SurveyedCoordinates;
}

export interface SurveyedCoordinates {
  readonly crs: PlaneCrs;
  /** East, north interleaved, metres, exactly the numbers of the file (east with the zone prefix if it had one). */
  readonly eastNorth: Float64Array;
}

/** One feature as nested rings of [lon, lat] or [east, north]: parts → rings → vertices. For edges of the system only. */
export type Position = readonly [number, number];
export type Rings = readonly (readonly Position[])[];
export type MultiPolygon = readonly Rings[];
