import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ellipsoidRingArea, SERIES } from './ellipsoid-area.ts';
import { RADIANS, SEMI_MINOR_M } from './ellipsoid.ts';
import { forwardColumns } from './projection.ts';
import { ellipsoidRingAreas, straightRingAreas } from './ring-areas.ts';
import { straightRingArea } from './straight-area.ts';

/** The series term by term as printed, with Δ taken in degrees first so that a small ring keeps its digits. */
function literal(lonLat: Float64Array): number {
  let sum = 0;
  for (let v = 0; v + 2 < lonLat.length; v += 2) {
    const half = ((lonLat[v + 3] - lonLat[v + 1]) / 2) * RADIANS;
    const middle = ((lonLat[v + 3] + lonLat[v + 1]) / 2) * RADIANS;
    const mean = ((lonLat[v] - lonLat[0] + (lonLat[v + 2] - lonLat[0])) / 2) * RADIANS;
    Object.values(SERIES).forEach((c, i) => {
      const k = 2 * i + 1;
      sum += (i % 2 ? -1 : 1) * c * mean * Math.sin(k * half) * Math.cos(k * middle);
    });
  }
  return 2 * SEMI_MINOR_M ** 2 * sum;
}

/** Straight on the plane, by projecting first. */
function onPlane(ring: readonly (readonly number[])[]): number {
  const xy = Float64Array.from(ring.flat());
  return straightRingArea(forwardColumns(xy, 114, xy), 0, ring.length);
}
function columnsOf(rings: readonly (readonly (readonly number[])[])[]) {
  const vertexStart = Uint32Array.from([0, ...rings.map((ring) => ring.length)]);
  for (let r = 1; r < vertexStart.length; r++) vertexStart[r] += vertexStart[r - 1];
  return { lonLat: Float64Array.from(rings.flat(2)), vertexStart };
}
function near(area: number, truth: number): void {
  if (Number.isNaN(truth)) expect(area).toBeNaN();
  else expect(Math.abs(area - truth)).toBeLessThanOrEqual(1e-10 * Math.abs(truth) + 1e-7);
}

const polygon = fc.record({
  lon: fc.double({ min: 73, max: 136, noNaN: true }),
  lat: fc.double({ min: 3, max: 54, noNaN: true }),
  size: fc.double({ min: -3.3, max: 0, noNaN: true }).map((power) => 10 ** power),
  radii: fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
});

describe('ellipsoidal area on columns', () => {
  it('is the literal series within 10⁻¹⁰, from 50 m to 100 km', () => {
    fc.assert(
      fc.property(polygon, ({ lon, lat, size, radii }) => {
        const points = radii.map((r, i) => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [lon + size * r * Math.cos(angle), lat + size * r * Math.sin(angle)];
        });
        const ring = Float64Array.from([...points, points[0]].flat());
        const [area] = ellipsoidRingAreas(ring, Uint32Array.of(0, ring.length / 2), new Float64Array(1));
        expect(Math.abs(area / literal(ring) - 1)).toBeLessThan(1e-10);
      }),
    );
  });
  it('takes rings one by one, turned as they come, empty ones as nothing', () => {
    const square = [114, 34, 114.001, 34, 114.001, 34.001, 114, 34.001, 114, 34];
    const back = [114, 34, 114, 34.001, 114.001, 34.001, 114.001, 34, 114, 34];
    const columns = Float64Array.from([...square, ...back]);
    const [a, none, b] = ellipsoidRingAreas(columns, Uint32Array.of(0, 5, 5, 10), new Float64Array(3));
    expect([b, none]).toEqual([-a, 0]);
    expect(a / ellipsoidRingArea(columns, 0, 5)).toBeCloseTo(1, 9);
    expect(ellipsoidRingAreas(columns, Uint32Array.of(0, 5, 5, 10), new Float64Array(1), 2, 3)).toEqual(
      Float64Array.of(b),
    );
  });
  it('measures each ring of a layer as if it were alone: near and far apart, too large, empty, no number', () => {
    const ringOf = fc
      .tuple(
        fc.constantFrom(30, 30.001, 30.01, 30.02, 41),
        fc.constantFrom(0.0003, 0.001, 0.01, 2, NaN),
        fc.integer({ min: 0, max: 7 }),
      )
      .map(([lat, size, corners]) =>
        Array.from({ length: corners && corners + 1 }, (_, i) => {
          const angle = (2 * Math.PI * (i % corners)) / corners;
          return [114.2 + size * Math.cos(angle), lat + size * Math.sin(angle)];
        }),
      );
    fc.assert(
      fc.property(fc.array(ringOf, { maxLength: 40 }), (rings) => {
        const { lonLat, vertexStart } = columnsOf(rings);
        const given = ellipsoidRingAreas(lonLat, vertexStart, new Float64Array(rings.length));
        const straight = straightRingAreas(lonLat, vertexStart, 114, new Float64Array(rings.length));
        rings.forEach((ring, r) => {
          near(given[r], literal(Float64Array.from(ring.flat())));
          near(straight[r], onPlane(ring));
        });
      }),
      { numRuns: 300 },
    );
  });
  it('keeps ten digits of long boundary lines far from the central meridian and from the origin of their run', () => {
    const offset = fc.double({ min: -0.005, max: 0.005, noNaN: true });
    const far = fc.tuple(fc.constantFrom(-3, -2.5, 2.5, 3), fc.integer({ min: 18, max: 54 }), offset, offset);
    const turned = fc.tuple(fc.constantFrom(3, 4, 5), fc.double({ min: 0, max: 6.3, noNaN: true }));
    fc.assert(
      fc.property(far, turned, ([l, lat, dx, dy], [corners, turn]) => {
        const [lon, radius] = [114 + l, 0.0045];
        const origin = [[0, 0], [1e-5, 0], [0, 1e-5], [0, 0]].map(([x, y]) => [lon + x, lat + y]); // prettier-ignore
        const around = Array.from({ length: corners + 1 }, (_, i) => {
          const angle = turn + (2 * Math.PI * (i % corners)) / corners;
          return [radius * (Math.cos(angle) - Math.cos(turn)), radius * (Math.sin(angle) - Math.sin(turn))];
        });
        const ring = around.map(([x, y]) => [lon + dx + x, lat + dy + y]);
        const { lonLat, vertexStart } = columnsOf([origin, ring]);
        const [, area] = straightRingAreas(lonLat, vertexStart, 114, new Float64Array(2));
        expect(Math.abs(area / onPlane(ring) - 1)).toBeLessThan(1e-10);
      }),
      { numRuns: 2000 },
    );
  });
  it('does not let go of digits towards the poles', () => {
    const at = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.double({ min: 60, max: 89.98, noNaN: true }));
    fc.assert(
      fc.property(at, fc.constantFrom(-1, 1), fc.constantFrom(0.0005, 0.01), ([l, north], side, size) => {
        const ring = [[0, 0], [size, 0], [0, size], [0, 0]].map(([x, y]) => [114 + l + x, side * (north + y)]); // prettier-ignore
        const { lonLat, vertexStart } = columnsOf([ring]);
        near(ellipsoidRingAreas(lonLat, vertexStart, new Float64Array(1))[0], literal(lonLat));
        const straight = straightRingAreas(lonLat, vertexStart, 114, new Float64Array(1))[0];
        expect(Math.abs(straight - onPlane(ring))).toBeLessThan(1e-10 * Math.abs(straight) + 1e-5);
      }),
    );
  });
  it('measures more rings than fit at once, and a ring that does not fit', () => {
    const circle = (corners: number, radius: number, lat: number): number[][] =>
      Array.from({ length: corners + 1 }, (_, i) => {
        const angle = (2 * Math.PI * (i % corners)) / corners;
        return [114 + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
      });
    const rings = Array.from({ length: 700 }, (_, i) => circle(3 + (i % 11), 0.0005, 34 + i * 1e-4));
    rings.splice(300, 0, circle(20_000, 0.01, 34), circle(3000, 0.01, 34));
    const { lonLat, vertexStart } = columnsOf(rings);
    const given = ellipsoidRingAreas(lonLat, vertexStart, new Float64Array(rings.length));
    const straight = straightRingAreas(lonLat, vertexStart, 114, new Float64Array(rings.length));
    rings.forEach((ring, r) => {
      near(given[r], literal(Float64Array.from(ring.flat())));
      near(straight[r], onPlane(ring));
    });
  });
  it('gives the same figures where WebAssembly cannot run', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const slow = await import('./ring-areas.ts');
    vi.unstubAllGlobals();
    const square = [114, 34, 114.001, 34, 114.001, 34.001, 114, 34.001, 114, 34];
    const columns = [Float64Array.from([...square, ...square]), Uint32Array.of(0, 5, 5, 10)] as const;
    const none = new Float64Array(3);
    const areas = slow.ellipsoidRingAreas(...columns, none.slice());
    ellipsoidRingAreas(...columns, none.slice()).forEach((area, r) => near(area, areas[r]));
    const straight = slow.straightRingAreas(...columns, 114, none.slice());
    straightRingAreas(...columns, 114, none.slice()).forEach((area, r) => near(area, straight[r]));
    expect(areas[0]).toBeGreaterThan(10_000);
  });
  it('gives NaN for what is no number', () => {
    const ring = Float64Array.of(114, NaN, 115, 34, 114, 35, 114, NaN);
    expect(ellipsoidRingAreas(ring, Uint32Array.of(0, 4), new Float64Array(1))[0]).toBeNaN();
  });
});
