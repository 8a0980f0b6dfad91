import type { Position } from 'geojson';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';
import type { Padding } from '../../../map/contract.ts';

/** A plane for a city: degrees of latitude as they are, degrees of longitude made narrower as they are in its middle. */
export interface Plane {
  /** Length of a degree of longitude, in degrees of latitude. */
  readonly narrow: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Where one looks at: the middle of the picture, in degrees, and CSS px by degree of latitude. */
export interface View {
  readonly lon: number;
  readonly lat: number;
  readonly scale: number;
}

/** Metres of a degree of latitude: for a scale bar, no figure. */
const METRES_A_DEGREE = 111_195;
/** The closest one looks: a px is two metres. */
const MOST_SCALE = METRES_A_DEGREE / 2;

export const planeOf = ([, south, , north]: Bounds): Plane => ({
  narrow: Math.cos(((south + north) / 2) * (Math.PI / 180)),
});

export const toPixel = ({ narrow }: Plane, { lon, lat, scale }: View, size: Size, at: Position): Point => ({
  x: size.width / 2 + (at[0] - lon) * narrow * scale,
  y: size.height / 2 - (at[1] - lat) * scale,
});

/** All of some bounds, inside what panels leave free. */
export function fitted({ narrow }: Plane, bounds: Bounds, size: Size, padding: Padding): View {
  const [west, south, east, north] = bounds;
  const wide = Math.max(size.width - padding.left - padding.right, size.width / 4);
  const high = Math.max(size.height - padding.top - padding.bottom, size.height / 4);
  const least = 1e-6;
  const scale = Math.min(
    wide / Math.max((east - west) * narrow, least),
    high / Math.max(north - south, least),
    MOST_SCALE,
  );
  return {
    lon: (west + east) / 2 + (padding.right - padding.left) / 2 / scale / narrow,
    lat: (south + north) / 2 - (padding.bottom - padding.top) / 2 / scale,
    scale,
  };
}

export const moved = ({ narrow }: Plane, view: View, dx: number, dy: number): View => ({
  ...view,
  lon: view.lon - dx / view.scale / narrow,
  lat: view.lat + dy / view.scale,
});

/** `factor` times as large, what is under a px staying there; never farther than `least`. */
export function zoomed(plane: Plane, view: View, size: Size, factor: number, px: Point, least: number): View {
  const scale = Math.min(Math.max(view.scale * factor, least), MOST_SCALE);
  const [dx, dy] = [px.x - size.width / 2, px.y - size.height / 2];
  const ratio = 1 / view.scale - 1 / scale;
  return { lon: view.lon + (dx * ratio) / plane.narrow, lat: view.lat - dy * ratio, scale };
}

export function boundsIn({ narrow }: Plane, { lon, lat, scale }: View, { width, height }: Size): Bounds {
  const [half, high] = [width / 2 / scale / narrow, height / 2 / scale];
  return [lon - half, lat - high, lon + half, lat + high];
}

export const metresPerPx = ({ scale }: View): number => METRES_A_DEGREE / scale;

/** The zoom of a web map that shows a place as large. */
export const webZoom = ({ narrow }: Plane, { scale }: View): number => Math.log2((scale * narrow * 360) / 512);
