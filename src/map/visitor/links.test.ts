import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import { expect, it } from 'vitest';
import { outside } from './links.ts';

const box = (x: number, y: number, size = 1): Position[][] => [
  [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]], // prettier-ignore
];
const areas = (...coordinates: Position[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });

it('a link runs from the edge of one site to that of the other', () => {
  expect(outside([0.5, 0.5], [4.5, 0.5], areas(box(0, 0), box(4, 0)))).toEqual([[[1, 0.5], [4, 0.5]]]); // prettier-ignore
});

it('a third site in between is left out, and one that is touched at a corner alone changes nothing', () => {
  const found = outside([0.5, 0.5], [6.5, 0.5], areas(box(0, 0), box(6, 0), box(3, 0), box(2, 0.5, 0.2)));
  expect(found.map((piece) => piece.map(([x]) => x))).toEqual([[1, 2], [2.2, 3], [4, 6]]); // prettier-ignore
});

it('sites side by side need no link', () => {
  expect(outside([0.5, 0.5], [1.5, 0.5], areas(box(0, 0), box(1, 0)))).toEqual([[[1, 0.5], [1, 0.5]]]); // prettier-ignore
});

it('is outside and only outside, point by point', () => {
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 200; round++) {
    const sites = areas(
      ...Array.from({ length: 4 }, (_, i) => box(3 * (i % 2) + next(), 3 * (i >> 1) + next(), 0.5 + next())),
    );
    const inside = ([[[x, y]]]: Position[][]): Position => [x + 0.2, y + 0.25];
    const [from, to] = [inside(sites.coordinates[0]), inside(sites.coordinates[3])];
    const pieces = outside(from, to, sites);
    for (let t = 0.0007; t < 1; t += 0.013) {
      const at: Position = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
      const isDrawn = pieces.some(([[a], [b]]) => at[0] > Math.min(a, b) && at[0] < Math.max(a, b));
      expect(isDrawn).toBe(!booleanPointInPolygon(at, sites));
    }
  }
});
