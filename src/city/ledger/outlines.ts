import type { Geometry } from 'geojson';
import type { Key } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import { landCrs } from '../../domain/geodesy/zones.ts';
import { shapeOf } from '../drawing/shapes.ts';

interface Outline {
  /** Degrees. */
  readonly shape: Geometry;
  /** Code of the district; null where the parcel says none. */
  readonly district: string | null;
}

export interface Outlines {
  /** Of each parcel asked for; null where it is gone or cannot be drawn. */
  readonly parcels: readonly (Outline | null)[];
  /** EPSG code of the plane the land was surveyed in, else of that of its longitude; null where nothing is drawn. */
  readonly epsg: number | null;
}

/** Boundaries of parcels as they are drawn, with the plane whose grid lies over them. */
export function outlinesOf(land: Land, keys: readonly Key[]): Outlines {
  const table = land.table('parcel');
  const parcels = keys.map((key): Outline | null => {
    const shape = table.rowOf(key) === undefined ? null : shapeOf(table.shape(key)!, 0);
    return shape && { shape, district: table.record(key)?.districtCode ?? null };
  });
  const first = keys.find((_, n) => parcels[n] !== null);
  const lon = first === undefined ? null : table.shape(first)!.lonLat[0];
  return { parcels, epsg: lon === null ? null : (table.base.surveyed?.crs ?? landCrs(lon)).epsg };
}
