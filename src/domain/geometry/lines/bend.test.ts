import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPlane, zoneCrs } from '../../geodesy/zones.ts';
import { SAGITTA_PER_M2, SEGMENT_PER_M3 } from './bend.ts';

const crs = zoneCrs(3, 38, true)!;
const steps = 32;

/** Of a line straight in degrees drawn on the plane: its length, how far it leaves its chord, the area it cuts off. */
function drawn(lon: number, lat: number, dLon: number, dLat: number) {
  const points = Array.from({ length: steps + 1 }, (_, i) =>
    toPlane(crs, lon + (dLon * i) / steps, Math.min(60, lat + (dLat * i) / steps)),
  );
  const [[x0, y0], [x1, y1]] = [points[0], points[steps]];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const off = points.map(([x, y]) => ((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length);
  const along = points.map(([x, y]) => ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length);
  const area = off.slice(1).reduce((sum, h, i) => sum + ((h + off[i]) / 2) * (along[i + 1] - along[i]), 0);
  return { length, sagitta: Math.max(...off.map(Math.abs)), area: Math.abs(area) };
}

it('bounds how far lines straight in degrees bend on the plane of their zone, and not by much', () => {
  let nearest = 0;
  fc.assert(
    fc.property(
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      fc.double({ min: 0, max: 59.9, noNaN: true }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0.001, max: 0.2, noNaN: true }),
      (east, lat, turn, reach) => {
        const [dLat, dLon] = [reach * Math.cos(turn), (reach * Math.sin(turn)) / Math.cos((lat * Math.PI) / 180)];
        fc.pre(lat + dLat <= 60 && lat + dLat >= 0);
        const { length, sagitta, area } = drawn(114 + east, lat, dLon, dLat);
        expect(sagitta).toBeLessThan(SAGITTA_PER_M2 * length ** 2 + 1e-6);
        expect(area).toBeLessThan(SEGMENT_PER_M3 * length ** 3 + 1e-6 * length);
      },
    ),
    { numRuns: 3000 },
  );
  for (let turn = 0; turn < Math.PI; turn += 0.02) {
    const { length, sagitta } = drawn(
      115.4,
      59.8,
      (0.1 * Math.sin(turn)) / Math.cos((59.8 * Math.PI) / 180),
      0.1 * Math.cos(turn),
    );
    nearest = Math.max(nearest, sagitta / (SAGITTA_PER_M2 * length ** 2));
  }
  expect(nearest).toBeGreaterThan(0.9);
  expect(nearest).toBeLessThan(1);
});
