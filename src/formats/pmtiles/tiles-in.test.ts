import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tilesIn } from './tiles-in.ts';

/** Edges of tiles, degrees, by the inverse of the projection, which the product does not use for it. */
const lonOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180;
const latOf = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

const degree = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const box = fc
  .tuple(degree(-180, 179.9), degree(-84, 84), degree(1e-6, 3), degree(1e-6, 3))
  .map(
    ([west, south, width, height]) => [west, south, Math.min(180, west + width), Math.min(85, south + height)] as const,
  );

it('are those whose square meets the bounds and no others, by brute force over every tile around', () => {
  fc.assert(
    fc.property(box, fc.integer({ min: 0, max: 9 }), ([west, south, east, north], z) => {
      const found = tilesIn([west, south, east, north], z);
      const told = new Set(found.map(({ x, y }) => `${x}/${y}`));
      expect(told.size).toBe(found.length);
      // What lies on an edge by the last digit may be on either side of it.
      const near = 1e-9;
      for (let x = 0; x < 2 ** z; x++) {
        if (lonOf(x + 1, z) < west - 1 || lonOf(x, z) > east + 1) continue;
        for (let y = 0; y < 2 ** z; y++) {
          const gap = Math.max(
            lonOf(x, z) - east,
            west - lonOf(x + 1, z),
            latOf(y + 1, z) - north,
            south - latOf(y, z),
          );
          if (Math.abs(gap) > near) expect([x, y, told.has(`${x}/${y}`)]).toEqual([x, y, gap < 0]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('hold every place of the bounds, at every zoom of an archive', () => {
  fc.assert(
    fc.property(degree(113, 114), degree(34, 35), degree(0, 0.02), degree(0, 1), degree(0, 1), fc.integer({ min: 0, max: 18 }), (west, south, side, across, up, z) => {
      const [lon, lat] = [west + across * side, south + up * side];
      const found = tilesIn([west, south, west + side, south + side], z);
      const holds = found.filter(({ x, y }) => lonOf(x, z) <= lon && lon <= lonOf(x + 1, z) && latOf(y + 1, z) - 1e-9 <= lat && lat <= latOf(y, z) + 1e-9); // prettier-ignore
      expect(holds.length).toBeGreaterThan(0);
    }), // prettier-ignore
  );
});
