import type { PlaneCrs } from '../geodesy/crs.ts';
import { falseEasting, toLonLat } from '../geodesy/zones.ts';
import type { EdgeLinks, LinkFan } from '../geometry/near/links.ts';

/** Links with the box around them in degrees. */
export interface PlacedLinks extends EdgeLinks {
  readonly bounds: readonly [number, number, number, number];
}

export const placedLinks = (links: EdgeLinks, crs: PlaneCrs): PlacedLinks => ({
  ...links,
  bounds: boundsOfFan(links.fan, crs),
});

/** Room around a link in degrees: more than edges bend, less than a lane. */
const roomDegrees = 1e-5;

function boundsOfFan({ first, last }: LinkFan, crs: PlaneCrs): readonly [number, number, number, number] {
  const ends = [first, last].flatMap(({ x1, y1, x2, y2 }) => [
    toLonLat(crs, x1 + falseEasting(crs), y1),
    toLonLat(crs, x2 + falseEasting(crs), y2),
  ]);
  const [lon, lat] = [ends.map((p) => p[0]), ends.map((p) => p[1])];
  return [
    Math.min(...lon) - roomDegrees,
    Math.min(...lat) - roomDegrees,
    Math.max(...lon) + roomDegrees,
    Math.max(...lat) + roomDegrees,
  ];
}
