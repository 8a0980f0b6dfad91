import type { Geometry, Position } from 'geojson';
import { ringsOf } from './drawn-rings.ts';

/** Outlines as a small picture: rings of whole numbers x, y, x, y …, y down, filled by even and odd. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rings: readonly (readonly number[])[];
}

/** Of a picture of four to three; a screen shows it in some tens of pixels. */
const WIDTH = 240;
const HEIGHT = 180;

/** Polygons in degrees as a picture that fits, their proportions kept; null where there is nothing to be seen. */
export function pictureOf(shapes: readonly Geometry[]): Picture | null {
  const rings = shapes.flatMap(ringsOf);
  const places = rings.flat();
  if (places.length === 0) return null;
  const [west, east] = ends(places, 0);
  const [south, north] = ends(places, 1);
  // A degree of longitude is shorter than one of latitude; over a park no one sees more of the curve.
  const shorter = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min(WIDTH / ((east - west) * shorter), HEIGHT / (north - south));
  if (!Number.isFinite(scale)) return null;
  const [left, top] = [(WIDTH - (east - west) * shorter * scale) / 2, (HEIGHT - (north - south) * scale) / 2];
  const drawn = rings.map((ring) =>
    withoutRepeats(
      ring.map(([lon, lat]): [number, number] => [
        Math.round(left + (lon - west) * shorter * scale),
        Math.round(top + (north - lat) * scale),
      ]),
    ),
  );
  return { width: WIDTH, height: HEIGHT, rings: drawn.filter((ring) => ring.length >= 6) };
}

/** Least and greatest, without spreading what may be many. */
function ends(places: readonly Position[], axis: 0 | 1): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    if (place[axis] < least) least = place[axis];
    if (place[axis] > most) most = place[axis];
  }
  return [least, most];
}

/** The end of a ring stands for its beginning: a path closes by itself. */
function withoutRepeats(ring: readonly (readonly [number, number])[]): number[] {
  const kept: number[] = [];
  for (const [x, y] of ring) if (kept.at(-2) !== x || kept.at(-1) !== y) kept.push(x, y);
  const isClosed = kept.length > 2 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1);
  return isClosed ? kept.slice(0, -2) : kept;
}
