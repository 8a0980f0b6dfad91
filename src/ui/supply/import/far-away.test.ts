import { expect, it } from 'vitest';
import { farAwayKm } from './far-away.ts';

const open = [113.4, 34.6, 113.9, 34.9] as const;

it('land of the zone beside it is told, by how far it lies', () => {
  // Three degrees of longitude are 274 km at 34.75° (111.32 km × cos 34.75° × 3), of which the box has half a degree.
  const km = farAwayKm(open, [116.4, 34.6, 116.9, 34.9])!;
  expect(km).toBeGreaterThan(226);
  expect(km).toBeLessThan(231);
  expect(farAwayKm([116.4, 34.6, 116.9, 34.9], open)).toBe(km);
  expect(farAwayKm(open, [113.4, 38.9, 113.9, 39.1])).toBeCloseTo(4 * 111.32, -1);
});

it('nothing is told of land that lies in it, around it or near', () => {
  expect(farAwayKm(open, open)).toBeNull();
  expect(farAwayKm(open, [113, 34, 115, 36])).toBeNull();
  expect(farAwayKm(open, [114.3, 34.6, 114.4, 34.7])).toBeNull();
});
