import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';

/** Which part of the Web Mercator world (0 to 1 on both axes, y down) the map's box shows: it is never turned or tilted. */
export interface Screen {
  readonly left: number;
  readonly top: number;
  /** CSS px of the whole world. */
  readonly scale: number;
}

/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PX = 512;
const RADIANS = Math.PI / 180;

const mercatorX = (lon: number): number => (lon + 180) / 360;
const mercatorY = (lat: number): number => (1 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / Math.PI) / 2;
const latOf = (y: number): number => (2 * Math.atan(Math.exp((1 - 2 * y) * Math.PI)) - Math.PI / 2) / RADIANS;

interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export function screenAt({ lon, lat, zoom }: Camera, width: number, height: number): Screen {
  const scale = WORLD_PX * 2 ** zoom;
  return { left: mercatorX(lon) - width / 2 / scale, top: mercatorY(lat) - height / 2 / scale, scale };
}

/** Places of a plane in the world, x and y in turn: made once for what is drawn again and again. */
export function inWorld(crs: PlaneCrs, points: readonly Position[]): Float64Array {
  const xy = new Float64Array(2 * points.length);
  points.forEach(([east, north], i) => {
    const [lon, lat] = toLonLat(crs, east, north);
    xy[2 * i] = mercatorX(lon);
    xy[2 * i + 1] = mercatorY(lat);
  });
  return xy;
}

export function screenOf({ left, top, scale }: Screen, crs: PlaneCrs, [east, north]: Position): Position {
  const [lon, lat] = toLonLat(crs, east, north);
  return [(mercatorX(lon) - left) * scale, (mercatorY(lat) - top) * scale];
}

export function lonLatOf({ left, top, scale }: Screen, x: number, y: number): [lon: number, lat: number] {
  return [(left + x / scale) * 360 - 180, latOf(top + y / scale)];
}

export function planeOf(screen: Screen, crs: PlaneCrs, x: number, y: number): Position {
  return toPlane(crs, ...lonLatOf(screen, x, y));
}
