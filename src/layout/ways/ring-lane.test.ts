import { expect, it } from 'vitest';
import type { Point, Ring } from '../shape/site.ts';
import { invented, siteOf } from '../test-sites.ts';
import { ringLane } from './ring-lane.ts';

const LANE_M = 4;
const VERGE_M = 1;

/** Metres between a point and the line through two others. */
const off = ([px, py]: readonly number[], [ax, ay]: readonly number[], [bx, by]: readonly number[]): number =>
  Math.abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / Math.hypot(bx - ax, by - ay);

it('the lane along the boundary is as wide before a sharp tip as elsewhere', () => {
  const strips = ringLane(siteOf([[[0, 0], [100, 0], [50, 200]]]), 4, []); // prettier-ignore
  expect(strips).toHaveLength(3);
  for (const [outerFrom, outerTo, innerTo, innerFrom] of strips)
    for (const inner of [innerTo, innerFrom]) expect(off(inner, outerFrom, outerTo)).toBeCloseTo(4, 9);
});

/** Numbers from 0 to 1 by a seed (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** A star of long and short spokes against the clock: tips of a few degrees, bends inwards between them. */
function spiky(seed: number, isConvex: boolean): Ring {
  const next = numbers(seed + 1);
  const count = isConvex ? 3 + Math.floor(3 * next()) : 6 + 2 * Math.floor(3 * next());
  const angles = Array.from({ length: count }, (_, i) => ((i + 0.6 * next()) * 2 * Math.PI) / count);
  // Of a circle drawn out along an axis every polygon is convex, its ends sharp.
  const [stretch, turn] = [isConvex ? 2 + 6 * next() : 1, 7 * next()];
  return angles.map((angle, i): Point => {
    const r = isConvex ? 70 : i % 2 ? 50 + 20 * next() : 100 + 120 * next();
    const [x, y] = [stretch * r * Math.cos(angle), r * Math.sin(angle)];
    return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  });
}

const edgesOf = (ring: Ring): (readonly [Point, Point])[] => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]);

function fromEdge([px, py]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** By the angle that a ring turns round a point: no ray is cast as where lanes are made. */
function isWithin(point: Point, ring: Ring): boolean {
  const turned = edgesOf(ring).reduce((sum, [a, b]) => {
    const turn = Math.atan2(b[1] - point[1], b[0] - point[0]) - Math.atan2(a[1] - point[1], a[0] - point[0]);
    return sum + Math.atan2(Math.sin(turn), Math.cos(turn));
  }, 0);
  return Math.abs(turned) > Math.PI;
}

/** Points along the edges of a ring, a metre apart, each corner among them. */
const along = (ring: Ring): Point[] =>
  edgesOf(ring).flatMap(([[ax, ay], [bx, by]]) => {
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay)));
    return Array.from({ length: count }, (_, i): Point => [ax + (i / count) * (bx - ax), ay + (i / count) * (by - ay)]);
  });

/** What is wrong with the lane along a boundary. */
function faultsOf(land: Ring, strips: readonly Ring[]): string[] {
  const faults: string[] = [];
  strips.forEach((strip, s) => {
    for (const point of along(strip)) {
      const away = Math.min(...edgesOf(land).map((edge) => fromEdge(point, edge)));
      // The piece round a bend cuts its corner.
      if (!isWithin(point, land) || (strip.length === 4 && away < VERGE_M - 0.05)) faults.push(`strip ${s} comes ${away.toFixed(2)} m near the boundary`); // prettier-ignore
    }
    // What goes round a bend is a corner; the others are as wide as the lane from end to end.
    if (strip.length === 4 && Math.abs(off(strip[2], strip[0], strip[1]) - LANE_M) > 0.01) faults.push(`strip ${s} is not as wide at its end`); // prettier-ignore
    if (strip.length === 4 && Math.abs(off(strip[3], strip[0], strip[1]) - LANE_M) > 0.01) faults.push(`strip ${s} is not as wide at its beginning`); // prettier-ignore
  });
  return faults;
}

it.each([true, false])('keeps its width and stays on the land, however sharp its tips (convex: %s)', (isConvex) => {
  for (let seed = 0; seed < 150; seed++) {
    const land = spiky(seed, isConvex);
    const strips = ringLane(siteOf([land]), LANE_M, []);
    expect(strips.length, String(seed)).toBeGreaterThan(0);
    expect(faultsOf(land, strips), `${isConvex} ${seed}`).toEqual([]);
  }
});

it('keeps its width and stays on invented land', () => {
  for (let seed = 0; seed < 120; seed++) {
    const [land] = invented(seed).rings;
    const [x, y] = land[0];
    const near = land.map(([px, py]): Point => [px - x, py - y]);
    expect(faultsOf(near, ringLane(siteOf([near]), LANE_M, [])), String(seed)).toEqual([]);
  }
});

it('is seen where it narrows or leaves the land', () => {
  const land: Ring = [[0, 0], [100, 0], [50, 200]]; // prettier-ignore
  const [first] = ringLane(siteOf([land]), LANE_M, []);
  expect(faultsOf(land, [[first[0], first[1], first[2], [first[3][0], first[3][1] - 0.5]]])).not.toEqual([]);
  expect(faultsOf(land, [first.map(([x, y]): Point => [x, y - 0.5])])).not.toEqual([]);
});
