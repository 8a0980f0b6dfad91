import { describe, expect, it } from 'vitest';
import { planeCrsOf, toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import { metresPerPixel } from '../scale.ts';
import { fartherAt, inWorld, lonLatOf, middleZoomed, planeOf, screenAt, screenOf, seenAt } from './screen.ts';

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
    const spot = seenAt(screen, x, y);
    expect([spot.x, spot.y]).toEqual([...screenOf(screen, CRS, at)]);
  });
});

type Vector = readonly [number, number, number];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]; // prettier-ignore

/** A second method: an eye in space, its directions as vectors; metres east, north, up of the middle in, px out. */
function eyeOf({ zoom, pitch, bearing }: { zoom: number; pitch: number; bearing: number }, height: number) {
  const [p, b] = [(pitch * Math.PI) / 180, (bearing * Math.PI) / 180];
  const look: Vector = [Math.sin(p) * Math.sin(b), Math.sin(p) * Math.cos(b), -Math.cos(p)];
  const right: Vector = [Math.cos(b), -Math.sin(b), 0];
  const below = cross(look, right);
  const metres = (2 * Math.PI * 6_371_008.8 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  const away = (height / 2 / Math.tan((36.86989764584402 / 2) * (Math.PI / 180))) * metres;
  return (at: Vector): readonly [number, number] => {
    const from: Vector = [at[0] + away * look[0], at[1] + away * look[1], at[2] + away * look[2]];
    const far = dot(from, look);
    const px = away / metres / far;
    return [450 + dot(from, right) * px, 300 + dot(from, below) * px];
  };
}

const ASLANT = [
  { lon, lat, zoom: 17.3, pitch: 50, bearing: -18 },
  { lon, lat, zoom: 14, pitch: 60, bearing: 135 },
  { lon, lat, zoom: 18.5, pitch: 0, bearing: 90 },
  { lon, lat, zoom: 16, pitch: 33, bearing: 0 },
];

describe.each(ASLANT)('the screen seen from aslant, pitch $pitch bearing $bearing', (camera) => {
  const own = screenAt(camera, 900, 600);
  const eye = eyeOf(camera, 600);
  const metre = 1 / (2 * Math.PI * 6_371_008.8 * Math.cos((lat * Math.PI) / 180));
  const [x0, y0] = [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2];
  const spots = [[10, 590], [450, 300], [880, 20], [300, 100], [700, 450]] as const; // prettier-ignore

  it('has every place and every roof where an eye in space has it', () => {
    for (const at of [
      [0, 0, 0],
      [120, 0, 0],
      [0, 90, 0],
      [-60, -40, 24],
      [35, 77, 8.1],
    ] as const) {
      const own3 = seenAt(own, x0 + at[0] * metre, y0 - at[1] * metre, at[2]);
      const seen = eye(at);
      expect(Math.hypot(own3.x - seen[0], own3.y - seen[1])).toBeLessThan(1e-6);
    }
  });

  it('gives places back, and tells how far they are', () => {
    for (const [x, y] of spots) {
      const [sx, sy] = screenOf(own, CRS, planeOf(own, CRS, x, y));
      expect(Math.hypot(sx - x, sy - y)).toBeLessThan(1e-5);
    }
    expect(fartherAt(own, 450, 300)).toBeCloseTo(1, 12);
    if (camera.pitch > 0) expect(fartherAt(own, 450, 10)).toBeGreaterThan(1.1);
  });

  it('keeps what lies at a spot there when it is zoomed', () => {
    const [x, y] = [700, 450];
    const at = planeOf(own, CRS, x, y);
    const [toLon, toLat] = middleZoomed(own, { x, y }, { x: 450, y: 300 }, 2 ** 0.7);
    const zoomed = screenAt({ ...camera, lon: toLon, lat: toLat, zoom: camera.zoom + 0.7 }, 900, 600);
    const [sx, sy] = screenOf(zoomed, CRS, at);
    expect(Math.hypot(sx - x, sy - y)).toBeLessThan(1e-4);
  });
});
