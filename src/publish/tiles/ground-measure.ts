import type { Outlines } from '../../formats/mvt/map-plane.ts';
import { mercator } from '../../formats/mvt/mercator.ts';

/*
 * How large features are on the map's plane, the unit square of Web Mercator, and on the ground. For the choice of what is
 * drawn and for the sums that marks tell; no figure of land is taken from it.
 */

const EQUATOR_M = 2 * Math.PI * 6_378_137;
/** First eccentricity of the ellipsoid of CGCS2000, squared. */
const ECCENTRICITY_2 = 0.006_694_380_022_9;

/** Length on the map's plane of a metre of ground at a latitude, degrees. */
export const unitOf = (lat: number): number => 1 / (EQUATOR_M * Math.cos((lat * Math.PI) / 180));

/** Ground, m², of an area on the plane at a latitude: the map is drawn as of a sphere, the land lies on an ellipsoid. */
function groundOf(area: number, lat: number): number {
  const bent = 1 - ECCENTRICITY_2 * Math.sin((lat * Math.PI) / 180) ** 2;
  return ((area / unitOf(lat) ** 2) * (1 - ECCENTRICITY_2)) / bent ** 2;
}

/** Latitude of a place on the map's plane, degrees. */
const latitudeOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

export const longitudeLatitude = (x: number, y: number): [lon: number, lat: number] => [(x - 0.5) * 360, latitudeOf(y)];

/** Of each feature its area and middle on the plane, and its area on the ground, m²; areas are 0 where nothing is enclosed. */
export interface GroundMeasures {
  readonly areas: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly m2: Float64Array;
}

export function groundMeasures(layer: Outlines): GroundMeasures {
  const xy = mercator(layer.lonLat);
  const [areas, x, y, m2] = [0, 0, 0, 0].map(() => new Float64Array(layer.size));
  for (let f = 0; f < layer.size; f++) {
    const first = layer.vertexStart[layer.ringStart[layer.partStart[f]]];
    // Around a point of its own, so that no digits are lost.
    const [x0, y0] = [xy[2 * first], xy[2 * first + 1]];
    const [area, mx, my] = momentsOf(layer, f, xy, x0, y0);
    areas[f] = area;
    [x[f], y[f]] = area > 0 ? [x0 + mx / area, y0 + my / area] : [x0, y0];
    m2[f] = groundOf(area, latitudeOf(y[f]));
  }
  return { areas, x, y, m2 };
}

/** Area of a feature and its first moments around a point: shells add, holes take away, however they are turned. */
function momentsOf(
  { partStart, ringStart, vertexStart }: Outlines,
  f: number,
  xy: Float64Array,
  x0: number,
  y0: number,
): [area: number, x: number, y: number] {
  let [area, mx, my] = [0, 0, 0];
  for (let p = partStart[f]; p < partStart[f + 1]; p++)
    for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
      let [twice, sx, sy] = [0, 0, 0];
      for (let v = vertexStart[r] + 1; v < vertexStart[r + 1]; v++) {
        const [ax, ay] = [xy[2 * v - 2] - x0, xy[2 * v - 1] - y0];
        const [bx, by] = [xy[2 * v] - x0, xy[2 * v + 1] - y0];
        const cross = ax * by - bx * ay;
        twice += cross;
        sx += cross * (ax + bx);
        sy += cross * (ay + by);
      }
      const sign = twice > 0 === (r === ringStart[p]) ? 1 : -1;
      area += (sign * twice) / 2;
      mx += (sign * sx) / 6;
      my += (sign * sy) / 6;
    }
  return [area, mx, my];
}
