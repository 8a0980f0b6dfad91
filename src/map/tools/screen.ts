import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Spot } from './signal.ts';

/**
 * Which part of the Web Mercator world (0 to 1 on both axes, y down) the map's box shows, as it is seen from straight above with
 * north up; and how it is turned and tilted, where it is.
 */
export interface Screen {
  readonly left: number;
  readonly top: number;
  /** CSS px of the whole world. */
  readonly scale: number;
  /** Null: seen from straight above, north up. */
  readonly tilt: Tilt | null;
}

/** An eye that looks at the middle of the box from aslant, as the map library has it. */
interface Tilt {
  /** Middle of the box, px. */
  readonly middle: Spot;
  /** From the eye to the middle, px. */
  readonly away: number;
  readonly pitch: Angle;
  readonly bearing: Angle;
  /** Of height at the middle. */
  readonly pxPerMetre: number;
}

interface Angle {
  readonly sin: number;
  readonly cos: number;
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
  /** Away from straight above, degrees. */
  readonly pitch?: number;
  /** What is up, clockwise from north, degrees. */
  readonly bearing?: number;
}

/** The library's eye is so many heights of the box away: half of one, by the tangent of half its field of view. */
const HEIGHTS_AWAY = 1.5;
/** Its earth, where it makes heights of metres. */
const AROUND_M = 2 * Math.PI * 6_371_008.8;

const angle = (degrees: number): Angle => ({ sin: Math.sin(degrees * RADIANS), cos: Math.cos(degrees * RADIANS) });

export function screenAt({ lon, lat, zoom, pitch = 0, bearing = 0 }: Camera, width: number, height: number): Screen {
  const scale = WORLD_PX * 2 ** zoom;
  const tilt: Tilt | null =
    pitch === 0 && bearing === 0
      ? null
      : {
          middle: { x: width / 2, y: height / 2 },
          away: HEIGHTS_AWAY * height,
          pitch: angle(pitch),
          bearing: angle(bearing),
          pxPerMetre: scale / (AROUND_M * Math.cos(lat * RADIANS)),
        };
  return { left: mercatorX(lon) - width / 2 / scale, top: mercatorY(lat) - height / 2 / scale, scale, tilt };
}

/** What is nearer to the eye than this share of its distance lies outside of the box, and is drawn no nearer. */
const NEAREST = 0.05;

/** Where a place of the world is seen, px; `upM` above the ground, which from straight above is no other place. */
export function seenAt({ left, top, scale, tilt }: Screen, x: number, y: number, upM = 0): Spot {
  const flat = { x: (x - left) * scale, y: (y - top) * scale };
  if (!tilt) return flat;
  const { middle, away, pitch, bearing, pxPerMetre } = tilt;
  const [dx, dy, up] = [flat.x - middle.x, flat.y - middle.y, upM * pxPerMetre];
  const across = dx * bearing.cos + dy * bearing.sin;
  const down = dy * bearing.cos - dx * bearing.sin;
  const far = Math.max(away - down * pitch.sin - up * pitch.cos, NEAREST * away);
  const larger = away / far;
  return { x: middle.x + across * larger, y: middle.y + (down * pitch.cos - up * pitch.sin) * larger };
}

/** A spot of the box as it would lie seen from straight above, and how much farther the ground there is than in the middle. */
function flatOf(tilt: Tilt, x: number, y: number): Spot & { readonly farther: number } {
  const { middle, away, pitch, bearing } = tilt;
  const [a, b] = [(x - middle.x) / away, (y - middle.y) / away];
  const down = (b * away) / Math.max(pitch.cos + b * pitch.sin, NEAREST);
  const farther = 1 - (down * pitch.sin) / away;
  const across = a * away * farther;
  return {
    x: middle.x + across * bearing.cos - down * bearing.sin,
    y: middle.y + across * bearing.sin + down * bearing.cos,
    farther,
  };
}

/** How many times as much ground a px has at a spot as in the middle, across. */
export const fartherAt = ({ tilt }: Screen, x: number, y: number): number => (tilt ? flatOf(tilt, x, y).farther : 1);

/** A place in the world. */
export const worldAt = (lon: number, lat: number): Float64Array => Float64Array.of(mercatorX(lon), mercatorY(lat));

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

export function screenOf(screen: Screen, crs: PlaneCrs, [east, north]: Position, upM = 0): Position {
  const [lon, lat] = toLonLat(crs, east, north);
  const { x, y } = seenAt(screen, mercatorX(lon), mercatorY(lat), upM);
  return [x, y];
}

export function lonLatOf({ left, top, scale, tilt }: Screen, x: number, y: number): [lon: number, lat: number] {
  const flat = tilt ? flatOf(tilt, x, y) : { x, y };
  return [(left + flat.x / scale) * 360 - 180, latOf(top + flat.y / scale)];
}

export function planeOf(screen: Screen, crs: PlaneCrs, x: number, y: number): Position {
  return toPlane(crs, ...lonLatOf(screen, x, y));
}

/** Where the middle comes to lie when the world grows `times` and what is at a spot stays there. */
export function middleZoomed(screen: Screen, { x, y }: Spot, middle: Spot, times: number): [lon: number, lat: number] {
  const { left, top, scale, tilt } = screen;
  const at = tilt ? flatOf(tilt, x, y) : { x, y };
  const [dx, dy] = [(middle.x - at.x) / times, (middle.y - at.y) / times];
  return [(left + (at.x + dx) / scale) * 360 - 180, latOf(top + (at.y + dy) / scale)];
}
