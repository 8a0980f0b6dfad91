import { describe, expect, it } from 'vitest';
import { planeCrsOf, toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import { metresPerPixel } from '../scale.ts';
import { inWorld, lonLatOf, planeOf, screenAt, screenOf } from './screen.ts';

const CRS = planeCrsOf(4526)!;
const [lon, lat] = toLonLat(CRS, 38_467_900, 3_846_900);
const screen = screenAt({ lon, lat, zoom: 17 }, 900, 600);

describe('the screen', () => {
  it('has the middle of the map in the middle of its box', () => {
    const [x, y] = screenOf(screen, CRS, [38_467_900, 3_846_900]);
    expect(x).toBeCloseTo(450, 6);
    expect(y).toBeCloseTo(300, 6);
  });

  it('gives a place back to the thousandth of a millimetre', () => {
    const [x, y] = screenOf(screen, CRS, [38_467_963.217, 3_846_811.006]);
    const [east, north] = planeOf(screen, CRS, x, y);
    expect(Math.hypot(east - 38_467_963.217, north - 3_846_811.006)).toBeLessThan(1e-6);
  });

  it('is as large as the scale bar says', () => {
    const [a, b] = [lonLatOf(screen, 450, 300), lonLatOf(screen, 550, 300)];
    const [p, q] = [toPlane(CRS, ...a), toPlane(CRS, ...b)];
    // The bar takes the earth for a sphere, and the zone has a scale of its own.
    expect(Math.hypot(q[0] - p[0], q[1] - p[1]) / (100 * metresPerPixel(lat, 17))).toBeCloseTo(1, 2);
  });

  it('draws what was put into the world once where the place itself is', () => {
    const at = [38_467_950, 3_846_950] as const;
    const [x, y] = inWorld(CRS, [at]);
    expect([(x - screen.left) * screen.scale, (y - screen.top) * screen.scale]).toEqual([...screenOf(screen, CRS, at)]);
  });
});
