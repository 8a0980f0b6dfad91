import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landIndex } from '../../src/domain/land/land-index.ts';
import type { LandUses } from '../../src/domain/land/land-use.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { bytes, collection, lonLat, parcel, park, ring, roadClass } from '../helpers/city.ts';

/*
 * 隔路相邻: nothing but road between two sites where they are nearest. The witness is a raster of metres: everything lies
 * on whole metres before it is turned, so a link is on road when all its cells are, or, along a line of the raster, when
 * on one side or the other each is.
 */

const uses: LandUses = { isIndustrial: () => true, isRoad: (c) => c.code === '1207' };

/** West, south, east, north on the raster, metres. */
type Box = readonly [number, number, number, number];
type Point = readonly [number, number];

const turned =
  (degrees: number) =>
  ([x, y]: Point): Point => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return [c * x - s * y + 2000, s * x + c * y + 2000];
  };
const closed = (points: readonly (readonly [number, number])[]) => [...points, points[0]] as [number, number][];
const corners = ([w, s, e, n]: Box): Point[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
];

function gapOf(a: readonly Point[], b: readonly Point[], roads: readonly Box[], degrees = 0) {
  const drawn = (points: readonly Point[]) => ring(points.map(turned(degrees)));
  const road = (box: Box, n: number) =>
    parcel(`R${n}`, drawn(corners(box)), { parkId: undefined, landClass: roadClass });
  return gapsIn(collection(park(), parcel('A', drawn(a)), parcel('B', drawn(b)), ...roads.map(road)))[0];
}

function gapsIn(file: ReturnType<typeof collection>) {
  const read = readExchange('city.geojson', bytes(file), {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { project } = read.value;
  return parkFacts(project, landIndex(project, uses), project.parks[0], uses).gaps;
}

describe('two sites on either side of a road', () => {
  const a = corners([-100, 0, 0, 100]);
  const across = (width: number) => corners([width, 0, width + 100, 100]);

  it('are apart by a strip of 1.5 m that is no road, wherever it lies', () => {
    for (let at = 0; at <= 36; at += 0.75) {
      const roads = [[0, -50, at, 150] as const, [at + 1.5, -50, 37.5, 150] as const].filter(([w, , e]) => e > w);
      expect(gapOf(a, across(37.5), roads, 3 * at).how).toBe('apart');
    }
    expect(gapOf(a, across(37.5), [[0, -50, 37.5, 150]]).how).toBe('road');
  });

  it('need the road up to the resolution of what is stored', () => {
    expect(gapOf(a, across(20), [[0, 0, 19.99, 100]]).how).toBe('apart');
    expect(gapOf(a, across(20), [[0, 0, 19.9999, 100]]).how).toBe('road');
  });

  it('are across a road of several parcels, also where the link runs along the border of two', () => {
    const bars = [0, 7, 13, 20].slice(1).map((e, n): Box => [[0, 7, 13][n], -20, e, 130]);
    expect(gapOf(a, across(20), bars, 17).how).toBe('road');
    // Corner to corner along the border of two road parcels, which no shortest link leaves.
    const diagonal = corners([20, 100, 120, 200]);
    const halves: Box[] = [
      [0, 0, 20, 100],
      [0, 100, 20, 200],
    ];
    expect(gapOf(a, diagonal, halves, 31)).toMatchObject({ how: 'road', distanceM: expect.closeTo(20, 3) as number });
    expect(gapOf(a, diagonal, halves.slice(1), 31).how).toBe('road');
  });

  it('may meet a long edge where it is straight in degrees, centimetres off the plane', () => {
    const along = ([p, q]: readonly (readonly [number, number])[], t: number) =>
      [0, 1].map((i) => p[i] + t * (q[i] - p[i])) as [number, number];
    const west = [lonLat(0, 0), lonLat(700, 700)];
    const east = [lonLat(20, 0), lonLat(720, 700)];
    const road = { parkId: undefined, landClass: roadClass };
    const file = collection(
      park(),
      parcel('A', closed([along(west, 0.45), along(west, 0.55), lonLat(200, 500)])),
      parcel('B', closed([along(east, 0.45), lonLat(500, 200), along(east, 0.55)])),
      parcel('R', closed([west[0], east[0], east[1], west[1]]), road),
    );
    expect(gapsIn(file)[0].how).toBe('road');
  });

  it('as a raster says, of roads and of what is left between them', () => {
    const cut = fc.integer({ min: 0, max: 8 });
    const box = fc
      .tuple(cut, cut, cut, cut)
      .map(([x1, y1, x2, y2]): Box => [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2) + 1, Math.max(y1, y2) + 1]);
    const scene = fc.record({
      roads: fc.array(box, { minLength: 1, maxLength: 4 }),
      width: fc.integer({ min: 1, max: 7 }),
      shift: fc.integer({ min: -4, max: 4 }),
      degrees: fc.integer({ min: 0, max: 359 }),
    });
    const seen = { road: 0, apart: 0 };
    fc.assert(
      fc.property(scene, ({ roads, width, shift, degrees }) => {
        const [south, north] = [Math.max(0, shift), Math.min(9, 9 + shift)];
        const expected = isOnRoad(roads, width, south, north) ? 'road' : 'apart';
        const b = corners([width, shift, width + 9, 9 + shift]);
        expect(gapOf(corners([-9, 0, 0, 9]), b, roads, degrees).how).toBe(expected);
        seen[expected]++;
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(Math.min(seen.road, seen.apart)).toBeGreaterThan(60);
  });

  it('as points laid close along it say, where the shortest link runs from corner to corner', () => {
    const across = fc.record({
      to: fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 30 })),
      cuts: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
      left: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      degrees: fc.integer({ min: 0, max: 359 }),
    });
    const seen = { road: 0, apart: 0 };
    fc.assert(
      fc.property(across, ({ to: [x, y], cuts, left, degrees }) => {
        // Bands of road one beside the other, some of them left out.
        const edges = [...new Set([0, ...cuts.filter((c) => c < x), x])].sort((p, q) => p - q);
        const bands = edges.slice(1).map((e, n): Box => [edges[n], -5, e, y + 5]);
        const roads = bands.filter((_, n) => n % 4 !== 3 || left[0]).filter((_, n) => left[n % 4] || n === 0);
        const covered = Array.from({ length: 999 }, (_, n) => ((n + 0.5) / 999) * x).every((px) =>
          roads.some(([w, , e]) => w <= px && px <= e),
        );
        const gap = gapOf(corners([-50, -50, 0, 0]), corners([x, y, x + 50, y + 50]), roads, degrees);
        expect(gap.how).toBe(covered ? 'road' : 'apart');
        expect(gap.distanceM).toBeCloseTo(Math.hypot(x, y), 3);
        seen[gap.how as 'road']++;
      }),
      { numRuns: 150, seed: 6 },
    );
    expect(Math.min(seen.road, seen.apart)).toBeGreaterThan(30);
  });
});

/** On the raster: some link from south to north, in the middle of a row of cells or along the line between two. */
function isOnRoad(roads: readonly Box[], width: number, south: number, north: number): boolean {
  const isRoad = (x: number, y: number) => roads.some(([w, s, e, n]) => w <= x && x < e && s <= y && y < n);
  const cells = Array.from({ length: width }, (_, x) => x);
  for (let y = south; y < north; y++) if (cells.every((x) => isRoad(x, y))) return true;
  for (let y = south; y <= north; y++) if (cells.every((x) => isRoad(x, y) || isRoad(x, y - 1))) return true;
  return false;
}
