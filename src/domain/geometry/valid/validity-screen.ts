import { RADIANS } from '../../geodesy/ellipsoid.ts';
import type { Layer } from '../columns/layer.ts';
import { planeVertices, zoneOfFeature } from '../plane/project.ts';
import { MOST_VERTICES, plainNesting, plainRelations } from './relation-screen.ts';
import { ringsClear } from './ring-clearance.ts';
import { plainRing, ringsApart, type Scale } from './ring-screen.ts';

/** Metres in a degree of latitude, near enough for a spike's width. */
export const METRES_PER_DEGREE = 111_000;
/** A degree or a survey further from its meridian than this is left to the full examination. */
const REACH_DEGREES = 0.5;
const REACH_M = 50_000;
/** Rounding may not carry a vertex over a bound. */
const CLEAR = 1 - 1e-9;
/** The land 3° zones are made for; elsewhere the nearest zone may be far off. */
const LAND = { lon: 105, wide: 31.5, lat: 30, high: 30 };
const metres: Scale = { x: 1, y: 1, reach: REACH_M };
const degrees = { x: 1, y: METRES_PER_DEGREE, reach: REACH_DEGREES };

/**
 * Whether the boundary of feature `f` has nothing wrong with it and nothing to warn of, seen at a glance: about a
 * quarter of a microsecond for a parcel. `false` says nothing: `examine` decides.
 */
export function clearlySound(layer: Layer, f: number): boolean {
  const { lonLat, vertexStart, surveyed } = layer;
  const first = layer.ringStart[layer.partStart[f]];
  const last = layer.ringStart[layer.partStart[f + 1]];
  const from = vertexStart[first];
  const to = vertexStart[last];
  if (from === to) return false;
  // Surveyed land is judged on its own plane, where that is the plane of its zone.
  const middle = surveyed ? surveyed.crs.centralMeridian : LAND.lon;
  const wide = surveyed ? 1.5 : LAND.wide;
  if (!isWithin(lonLat, from, to, middle, wide)) return false;
  if (!surveyed) degrees.x = METRES_PER_DEGREE * Math.cos(lonLat[2 * from + 1] * RADIANS);
  const scale = surveyed ? metres : degrees;
  const xy = surveyed ? surveyed.eastNorth : lonLat;
  for (let r = first; r < last; r++) if (!plainRing(xy, vertexStart[r], vertexStart[r + 1], scale)) return false;
  if (last - first === 1) return true;
  if (to - from > MOST_VERTICES) return false;
  if (!surveyed && everyPair(ringsClear, xy, layer, f, scale) && plainNesting(layer, f, xy, scale)) return true;
  if (!everyPair(ringsApart, xy, layer, f, scale)) return false;
  if (surveyed) return plainNesting(layer, f, xy, scale) || plainRelations(layer, f, xy, 0);
  return plainRelations(layer, f, planeVertices(layer, zoneOfFeature(layer, f), from, to), from);
}

/** Whether `keep` holds of every two rings of feature `f`. */
function everyPair(keep: typeof ringsClear, xy: Float64Array, layer: Layer, f: number, scale: Scale): boolean {
  const first = layer.ringStart[layer.partStart[f]];
  const last = layer.ringStart[layer.partStart[f + 1]];
  for (let r = first; r < last; r++)
    for (let s = r + 1; s < last; s++) if (!keep(xy, layer.vertexStart, r, s, scale)) return false;
  return true;
}

/** Whether every vertex lies less than `wide` degrees from the longitude `middle`, and in the latitudes of the land. */
function isWithin(lonLat: Float64Array, from: number, to: number, middle: number, wide: number): boolean {
  const { lat, high } = LAND;
  const x0 = lonLat[2 * from];
  const y0 = lonLat[2 * from + 1];
  let squares = 0; // of the distances from the first vertex: none is longer than their sum
  for (let k = 2 * from + 2; k < 2 * to; k += 2) {
    const x = lonLat[k] - x0;
    const y = lonLat[k + 1] - y0;
    squares += x * x + y * y;
  }
  const far = Math.sqrt(squares);
  if (Math.abs(x0 - middle) + far < wide * CLEAR && Math.abs(y0 - lat) + far < high * CLEAR) return true;
  for (let k = 2 * from; k < 2 * to; k += 2)
    if (!(Math.abs(lonLat[k] - middle) < wide && Math.abs(lonLat[k + 1] - lat) < high)) return false;
  return true;
}
