import { expect, it } from 'vitest';
import { describeCrs } from './crs.ts';

const words = {
  lonLat: 'lon lat',
  zone: (width: number, zone: number, meridian: number, prefixed: boolean) =>
    `${width} ${zone} ${meridian} ${prefixed}`,
};

// Names in the EPSG register: 4526 "CGCS2000 / 3-degree Gauss-Kruger zone 38", 4547 "… CM 114E",
// 4497 "CGCS2000 / Gauss-Kruger zone 19", 4508 "… CM 111E".
it.each([
  [4490, 'lon lat'],
  [4526, '3 38 114 true'],
  [4547, '3 38 114 false'],
  [4497, '6 19 111 true'],
  [4508, '6 19 111 false'],
  [3857, ''],
])('EPSG:%i', (epsg, said) => expect(describeCrs(epsg, words)).toBe(said));
