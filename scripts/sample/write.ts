import proj4 from 'proj4';
import { HALF } from './frame.ts';
import type { Pt, Ring } from './polygon.ts';

/** Middle of the sample city on the plane of 3° zone 38 (EPSG:4526): east, north. */
export const MIDDLE: Pt = [38467000, 3846000];

const PLANE = '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const GEOGRAPHIC = '+proj=longlat +ellps=GRS80 +no_defs';

/** Turns plane metres from the middle of one city into degrees as text. */
export type Place = (p: Pt, decimals: number) => string;

const converter = proj4(PLANE, GEOGRAPHIC);

const trim = (x: number, decimals: number): string => String(Number(x.toFixed(decimals)));

/** Cities of a large sample stand in rows beside the first: 0 is the middle, then outwards west and east. */
export const placeOf = (tile: number): Place => {
  const row = Math.floor(tile / 9);
  const column = tile % 9;
  const sign = (n: number): number => (n % 2 === 1 ? -1 : 1) * Math.ceil(n / 2);
  const shift: Pt = [2 * HALF[0] * sign(column), 2 * HALF[1] * sign(row)];
  return (p, decimals) => {
    const [lon, lat] = converter.forward([MIDDLE[0] + shift[0] + p[0], MIDDLE[1] + shift[1] + p[1]]);
    return `[${trim(lon, decimals)},${trim(lat, decimals)}]`;
  };
};

export const ringText = (ring: Ring, place: Place, decimals: number): string => {
  const texts = ring.map((p) => place(p, decimals));
  return `[${[...texts, texts[0]].join(',')}]`;
};

export const polygonText = (rings: readonly Ring[], place: Place, decimals: number): string =>
  `{"type":"Polygon","coordinates":[${rings.map((r) => ringText(r, place, decimals)).join(',')}]}`;

export const lineText = (points: readonly Pt[], place: Place, decimals: number): string =>
  `{"type":"LineString","coordinates":[${points.map((p) => place(p, decimals)).join(',')}]}`;

export const featureText = (properties: object, geometry: string | null): string =>
  `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry ?? 'null'}}`;
