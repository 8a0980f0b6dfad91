import fc from 'fast-check';
import proj4 from 'proj4';
import { expect, it } from 'vitest';
import { BADGE_PX, badgesAt } from './badges.ts';
import { gridOver, onSheet, type Point } from './on-sheet.ts';

const size = { width: 1000, height: 800 };
const place = { lat: 34.75, lon: 113.6, zoom: 12.3 };
const on = onSheet({ place, widthPx: 1000 }, size);

const mercator = '+proj=merc +a=6378137 +b=6378137 +lon_0=0 +units=m +no_defs';
const zone38 =
  '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs';
/** px of the sheet to Web Mercator, by the definition of the map's zoom alone, and from there by proj4. */
const metresPerPx = (2 * Math.PI * 6378137) / (512 * 2 ** place.zoom);
function planeOf([x, y]: Point): [number, number] {
  const [east, north] = proj4('WGS84', mercator, [place.lon, place.lat]);
  const at = [east + (x - size.width / 2) * metresPerPx, north - (y - size.height / 2) * metresPerPx];
  return proj4('+proj=longlat +a=6378137 +rf=298.257222101 +no_defs', zone38, proj4(mercator, 'WGS84', at)) as [number, number]; // prettier-ignore
}

it('lines of the grid lie where another projection has them, and are a round step apart', () => {
  const lines = gridOver(on, 4526, metresPerPx * Math.cos((place.lat * Math.PI) / 180));
  const [eastings, northings] = [true, false].map((isEast) => lines.filter((line) => line.isEast === isEast));
  expect(eastings.length).toBeGreaterThan(3);
  expect(northings.length).toBeGreaterThan(2);
  expect(new Set(eastings.slice(1).map((line, n) => line.metres - eastings[n].metres))).toEqual(new Set([2000]));
  for (const { metres, isEast, points, ends } of lines) {
    for (const point of points) expect(planeOf(point)[isEast ? 0 : 1]).toBeCloseTo(metres, 3);
    const edge = (at: number | null, side: number): Point | null =>
      at === null ? null : isEast ? [at, side === 0 ? 0 : size.height] : [side === 0 ? 0 : size.width, at];
    for (const [side, at] of ends.entries()) {
      const point = edge(at, side);
      // Between two points of the line it is drawn straight.
      if (point) expect(Math.abs(planeOf(point)[isEast ? 0 : 1] - metres)).toBeLessThan(metresPerPx);
    }
  }
});

it('numbers do not lie on each other, and near their land, while there is room', () => {
  const point = fc.tuple(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 100, max: 700 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 15 }), (lands) => {
      const badges = badgesAt(lands, size);
      badges.forEach(({ at, land, isMoved }, n) => {
        expect(isMoved).toBe(at[0] !== land[0] || at[1] !== land[1]);
        expect(Math.hypot(at[0] - land[0], at[1] - land[1])).toBeLessThanOrEqual(90.001);
        for (const other of badges.slice(0, n))
          expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThanOrEqual(BADGE_PX);
      });
    }),
  );
});
