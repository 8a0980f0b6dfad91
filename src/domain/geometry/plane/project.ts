import type { PlaneCrs } from '../../geodesy/crs.ts';
import { forwardColumns, inverseColumns } from '../../geodesy/projection.ts';
import { falseEasting, landCrs, toLonLat } from '../../geodesy/zones.ts';
import { buildLayer, round9 } from '../columns/builder.ts';
import type { Layer, MultiPolygon } from '../columns/layer.ts';

/**
 * Vertices `from .. to` on the Gauss–Krüger plane, interleaved metres east of the central meridian of `crs` and north
 * of the equator: the surveyed numbers where they lie on that meridian (whatever their prefix), else projected.
 */
export function planeVertices(layer: Layer, crs: PlaneCrs, from: number, to: number): Float64Array {
  const { surveyed } = layer;
  if (surveyed?.crs.centralMeridian === crs.centralMeridian) {
    const xy = surveyed.eastNorth.slice(2 * from, 2 * to);
    const offset = falseEasting(surveyed.crs);
    for (let k = 0; k < xy.length; k += 2) xy[k] -= offset;
    return xy;
  }
  const xy = lonLatVertices(layer, from, to);
  return forwardColumns(xy, crs.centralMeridian, xy);
}

/**
 * All vertices of a layer, shared by whoever asks for the same ones in one go, and so not to be written to. They are held
 * by no one but those who asked: a million parcels have 150 MB of them.
 */
export function allOnPlane(layer: Layer, crs: PlaneCrs): Float64Array {
  const last = lastAsked.get(layer);
  const known = last?.meridian === crs.centralMeridian ? last.xy.deref() : undefined;
  if (known) return known;
  const xy = planeVertices(layer, crs, 0, layer.lonLat.length / 2);
  lastAsked.set(layer, { meridian: crs.centralMeridian, xy: new WeakRef(xy) });
  return xy;
}

const lastAsked = new WeakMap<Layer, { readonly meridian: number; readonly xy: WeakRef<Float64Array> }>();

/** The same vertices as lon, lat degrees, unrounded where they were surveyed: a copy, free to be written over. */
function lonLatVertices(layer: Layer, from: number, to: number): Float64Array {
  if (!layer.surveyed) return layer.lonLat.slice(2 * from, 2 * to);
  const { crs, eastNorth } = layer.surveyed;
  const offset = falseEasting(crs);
  const xy = eastNorth.slice(2 * from, 2 * to);
  for (let k = 0; k < xy.length; k += 2) xy[k] -= offset;
  return inverseColumns(xy, crs.centralMeridian, xy);
}

/** Features in metres [east, north] of `crs` to a layer that keeps those numbers and carries degrees beside them. */
export function surveyedLayer(planeFeatures: readonly (MultiPolygon | null)[], crs: PlaneCrs): Layer {
  const lonLat = planeFeatures.map((feature) =>
    feature
      ? feature.map((rings) =>
          rings.map((ring) =>
            ring.map(([east, north]) => {
              const [lon, lat] = toLonLat(crs, east, north);
              return [round9(lon), round9(lat)] as const;
            }),
          ),
        )
      : null,
  );
  return buildLayer(lonLat, { surveyed: { crs, features: planeFeatures } });
}

/**
 * Zone of the land a feature lies in, by the longitude of its centre of gravity; of its first vertex with one where some
 * have none. Zone 38 when it has no geometry, or no numbers.
 */
export function zoneOfFeature(layer: Layer, f: number): PlaneCrs {
  const { lonLat, vertexStart, ringStart, partStart } = layer;
  const from = vertexStart[ringStart[partStart[f]]];
  const to = vertexStart[ringStart[partStart[f + 1]]];
  if (from === to) return landCrs(FALLBACK_LON);
  const x0 = lonLat[2 * from];
  const y0 = lonLat[2 * from + 1];
  let area = 0;
  let moment = 0;
  let sum = 0;
  let west = 0;
  let east = 0;
  // Rings are taken with their own turn; holes and islands shift the centre by far less than a zone is wide.
  for (let v = from; v < to - 1; v++) {
    const x = lonLat[2 * v] - x0;
    const xn = lonLat[2 * v + 2] - x0;
    const cross = x * (lonLat[2 * v + 3] - y0) - xn * (lonLat[2 * v + 1] - y0);
    area += cross / 2;
    moment += (cross * (x + xn)) / 6;
    sum += x;
    if (x < west) west = x;
    else if (x > east) east = x;
  }
  const centre = area === 0 ? sum / (to - from) : moment / area;
  // A ring that crosses itself can have its "centre" anywhere: keep it within the land.
  const lon = x0 + Math.min(Math.max(centre, west), east);
  return landCrs(Number.isFinite(lon) ? lon : firstLongitude(lonLat, from, to));
}

/** Of a feature with vertices that are no numbers; it has no figure, and still stands among others that have. */
function firstLongitude(lonLat: Float64Array, from: number, to: number): number {
  for (let v = from; v < to; v++) if (Number.isFinite(lonLat[2 * v])) return lonLat[2 * v];
  return FALLBACK_LON;
}

const FALLBACK_LON = 114;

/** First vertex and the one after the last of feature `f`. */
export function vertexRange(layer: Layer, f: number): [number, number] {
  const first = layer.ringStart[layer.partStart[f]];
  const last = layer.ringStart[layer.partStart[f + 1]];
  return [layer.vertexStart[first], layer.vertexStart[last]];
}

/** [west, south, east, north] in degrees; [∞, ∞, −∞, −∞] without geometry, which meets no other box. */
export function boundsOf(layer: Layer, f: number): [number, number, number, number] {
  const [from, to] = vertexRange(layer, f);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = from; v < to; v++) {
    const lon = layer.lonLat[2 * v];
    const lat = layer.lonLat[2 * v + 1];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
