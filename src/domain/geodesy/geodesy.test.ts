import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { ellipsoidRingArea, SERIES } from './ellipsoid-area.ts';
import { E2, FLATTENING, SEMI_MAJOR_M, SEMI_MINOR_M } from './ellipsoid.ts';
import { forward, inverse } from './krueger.ts';
import { planeRingArea } from './plane-area.ts';
import { densifiedRingArea } from './test-densified.ts';
import { falseEasting, landCrs, planeCrsOf, toLonLat, toPlane, zone3Of } from './zones.ts';

const lonLat = fc.tuple(fc.double({ min: -3.2, max: 3.2, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }));

describe('CGCS2000', () => {
  it('has the published derived constants', () => {
    expect(SEMI_MINOR_M).toBeCloseTo(6356752.314140356, 8);
    expect(E2).toBeCloseTo(0.006694380022900787, 17);
    const published = [1.0033640898341927, 0.001124189381927124, 1.699459473518905e-6, 2.7178578455775555e-9];
    [SERIES.A, SERIES.B, SERIES.C, SERIES.D].forEach((c, i) => expect(c / published[i]).toBeCloseTo(1, 14));
    expect(SERIES.E / 4.358419004834514e-12).toBeCloseTo(1, 14);
  });
});

describe('Gauss–Krüger', () => {
  it('agrees with proj4 within 1 µm over a 6° zone of China', () => {
    const out = new Float64Array(2);
    fc.assert(
      fc.property(lonLat, fc.integer({ min: 25, max: 45 }), ([dLon, lat], zone) => {
        const cm = 3 * zone;
        const proj = `+proj=etmerc +lat_0=0 +lon_0=${cm} +k=1 +x_0=0 +y_0=0 +a=${SEMI_MAJOR_M} +rf=${1 / FLATTENING}`;
        const [x, y] = proj4(`+proj=longlat +a=${SEMI_MAJOR_M} +rf=${1 / FLATTENING} +no_defs`, proj, [cm + dLon, lat]);
        forward(cm + dLon, lat, cm, out);
        expect(Math.abs(out[0] - x)).toBeLessThan(1e-6);
        expect(Math.abs(out[1] - y)).toBeLessThan(1e-6);
      }),
    );
  });
  it('comes back to the same degrees within 0.1 µm', () => {
    const out = new Float64Array(2);
    fc.assert(
      fc.property(lonLat, ([dLon, lat]) => {
        forward(114 + dLon, lat, 114, out);
        inverse(out[0], out[1], 114, out);
        expect(Math.abs(out[0] - 114 - dLon)).toBeLessThan(1e-12);
        expect(Math.abs(out[1] - lat)).toBeLessThan(1e-12);
      }),
    );
  });
  it('keeps the meridian length: one quadrant is 10 001 965.729 m on this ellipsoid', () => {
    const out = new Float64Array(2);
    forward(114, 90, 114, out);
    expect(out[1]).toBeCloseTo(10001965.729, 2);
  });
});

describe('zones', () => {
  it('knows the four families of codes and no others', () => {
    expect(planeCrsOf(4526)).toEqual({ epsg: 4526, width: 3, zone: 38, centralMeridian: 114, prefixed: true });
    expect(planeCrsOf(4547)).toEqual({ epsg: 4547, width: 3, zone: 38, centralMeridian: 114, prefixed: false });
    expect(planeCrsOf(4491)).toEqual({ epsg: 4491, width: 6, zone: 13, centralMeridian: 75, prefixed: true });
    expect(planeCrsOf(4512)).toEqual({ epsg: 4512, width: 6, zone: 23, centralMeridian: 135, prefixed: false });
    const known = Array.from({ length: 100 }, (_, i) => 4470 + i).filter((epsg) => planeCrsOf(epsg));
    expect([known[0], known.at(-1), known.length]).toEqual([4491, 4554, 64]);
    known.forEach((epsg) => expect(planeCrsOf(epsg)?.epsg).toBe(epsg));
  });
  it('puts 112.5–115.5°E in zone 38', () => {
    expect([112.4999, 112.5, 113.6, 115.4999, 115.5].map(zone3Of)).toEqual([37, 38, 38, 38, 39]);
    expect(landCrs(113.6).epsg).toBe(4526);
    expect(falseEasting(landCrs(113.6))).toBe(38_500_000);
  });
  it('carries the zone in front of the easting', () => {
    const [plain, prefixed] = [planeCrsOf(4547)!, planeCrsOf(4526)!];
    const [east, north] = toPlane(prefixed, 113.6, 34.7);
    const [eastPlain, northPlain] = toPlane(plain, 113.6, 34.7);
    expect(eastPlain).toBeCloseTo(east - 38_000_000, 7);
    expect(northPlain).toBe(north);
    const [lon, lat] = toLonLat(prefixed, east, north);
    expect(lon).toBeCloseTo(113.6, 11);
    expect(lat).toBeCloseTo(34.7, 11);
  });
});

/** A closed ring of [east from the central meridian 114°, north], in both coordinate kinds. */
function ring(points: readonly (readonly [number, number])[]) {
  const closed = [...points, points[0]];
  const xy = Float64Array.from(closed.flat());
  const degrees = new Float64Array(xy.length);
  for (let k = 0; k < xy.length; k += 2) inverse(xy[k], xy[k + 1], 114, degrees, k);
  return { xy, degrees, count: closed.length };
}
const V1 = ring([
  [-93400, 3847300],
  [-93133.3, 3847300],
  [-93133.3, 3847550],
  [-93400, 3847550],
]);
const V2 = ring([
  [-32100, 3846900],
  [-31860, 3846890],
  [-31790, 3847050],
  [-31850, 3847220],
  [-32080, 3847200],
]);

/** Area between geodesics a few metres long along the same plane lines: the ground itself, by another method. */
function geodesicArea({ xy, count }: ReturnType<typeof ring>, step: number): number {
  const earth = new geographiclib.Geodesic.Geodesic(SEMI_MAJOR_M, FLATTENING);
  const polygon = earth.Polygon(false);
  const at = new Float64Array(2);
  for (let k = 0; k < 2 * count - 2; k += 2) {
    const pieces = Math.ceil(Math.hypot(xy[k + 2] - xy[k], xy[k + 3] - xy[k + 1]) / step);
    for (let i = 0; i < pieces; i++) {
      const t = i / pieces;
      inverse(xy[k] + t * (xy[k + 2] - xy[k]), xy[k + 1] + t * (xy[k + 3] - xy[k + 1]), 114, at);
      polygon.AddPoint(at[1], at[0]);
    }
  }
  return polygon.Compute(false, true).area ?? NaN;
}

describe('areas', () => {
  it('gives the published figures of both test parcels', () => {
    expect(planeRingArea(V1.xy, 0, V1.count)).toBeCloseTo(66675, 2);
    expect(planeRingArea(V2.xy, 0, V2.count)).toBeCloseTo(84700, 2);
    expect(Math.abs(densifiedRingArea(V1.degrees, V1.xy, 0, V1.count, 114) - 66660.71)).toBeLessThan(0.005);
    expect(Math.abs(densifiedRingArea(V2.degrees, V2.xy, 0, V2.count, 114) - 84697.87)).toBeLessThan(0.005);
    expect(Math.abs(ellipsoidRingArea(V2.degrees, 0, V2.count) - 84697.84)).toBeLessThan(0.005);
  });
  it('agrees with geodesics along the same lines', () => {
    for (const parcel of [V1, V2]) {
      const densified = densifiedRingArea(parcel.degrees, parcel.xy, 0, parcel.count, 114);
      // geographiclib itself is good to about 1e-4 m² on rings of this many vertices.
      expect(Math.abs(densified / geodesicArea(parcel, 20) - 1)).toBeLessThan(5e-7);
    }
  });
  it('needs the cutting for a long thin triangle, and gets it right', () => {
    const sliver = ring([
      [-90000, 3847300],
      [-87600, 3849600],
      [-87630, 3849640],
    ]);
    const truth = geodesicArea(sliver, 10);
    const asGiven = ellipsoidRingArea(sliver.degrees, 0, sliver.count);
    const densified = densifiedRingArea(sliver.degrees, sliver.xy, 0, sliver.count, 114);
    expect(Math.abs(asGiven - truth)).toBeGreaterThan(1);
    expect(Math.abs(densified - truth)).toBeLessThan(0.02);
  });
  it('turns its sign with the ring and does not depend on where the ring starts', () => {
    const reversed = ring([...[0, 1, 2, 3]].reverse().map((i) => [V1.xy[2 * i], V1.xy[2 * i + 1]] as const));
    expect(densifiedRingArea(reversed.degrees, reversed.xy, 0, 5, 114)).toBeCloseTo(
      -densifiedRingArea(V1.degrees, V1.xy, 0, 5, 114),
      6,
    );
  });
});
