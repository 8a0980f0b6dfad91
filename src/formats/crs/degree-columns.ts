import { round9 } from '../../domain/geometry/columns/builder.ts';
import { inverse } from '../../domain/geodesy/krueger.ts';
import { inverseColumns } from '../../domain/geodesy/projection.ts';
import { falseEasting } from '../../domain/geodesy/zones.ts';
import type { SourceCrs } from './source.ts';

/**
 * Vertices of a file, interleaved, as degrees of nine decimals: to the last bit what `toDegrees` and rounding make of each. A vertex
 * that is no number has none.
 */
export function degreeColumns({ plane, toDegrees }: SourceCrs, xy: Float64Array): Float64Array {
  const lonLat = new Float64Array(xy.length);
  if (plane) return zoneColumns(xy, falseEasting(plane), plane.centralMeridian, lonLat);
  for (let v = 0; v < xy.length; v += 2) {
    const isNumber = Number.isFinite(xy[v]) && Number.isFinite(xy[v + 1]);
    const [lon, lat] = isNumber ? toDegrees([xy[v], xy[v + 1]]) : [NaN, NaN];
    lonLat[v] = round9(lon);
    lonLat[v + 1] = round9(lat);
  }
  return lonLat;
}

/** Steps of nine decimals: ten times what the fast projection and Krüger's series are ever apart. */
const APART_STEPS = 1e-3;

/** By the fast projection; where that leaves open which way a degree rounds, by Krüger's series. */
function zoneColumns(xy: Float64Array, east: number, meridian: number, lonLat: Float64Array): Float64Array {
  for (let v = 0; v < xy.length; v += 2) {
    lonLat[v] = xy[v] - east;
    lonLat[v + 1] = xy[v + 1];
  }
  inverseColumns(lonLat, meridian, lonLat);
  for (let v = 0; v < xy.length; v += 2) {
    if (isBetween(lonLat[v]) || isBetween(lonLat[v + 1])) inverse(xy[v] - east, xy[v + 1], meridian, lonLat, v);
    lonLat[v] = round9(lonLat[v]);
    lonLat[v + 1] = round9(lonLat[v + 1]);
  }
  return lonLat;
}

const isBetween = (degrees: number): boolean => {
  const steps = degrees * 1e9;
  return Math.abs(steps - Math.floor(steps) - 0.5) < APART_STEPS;
};
