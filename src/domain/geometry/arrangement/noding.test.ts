import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Position } from '../columns/layer.ts';
import { CUT, nodeStrokes, type Stroke } from './noding.ts';

const REACH_M = 1e-4;

/** Strokes between all of these points, and one that comes from afar to the first. */
const tangle = (near: readonly Position[], owner: number): Stroke[] => [
  ...near.flatMap((a, i) => near.slice(i + 1).map((b): Stroke => ({ a, b, owner }))),
  { a: [-20, -1e-5], b: near[0], owner },
];

it.each([CUT, 0])('comes to an end where points lie within reach of each other (owner %d)', (owner) => {
  // An acute triangle, each corner within reach of the side across: bent through it a side becomes the other two.
  const triangle: Position[] = [
    [0, 0],
    [6e-5, 0],
    [3e-5, 5e-5],
  ];
  const graph = nodeStrokes(tangle(triangle, owner), { border: REACH_M, cut: REACH_M });
  expect(graph).not.toBeNull();
  expect(graph!.edges.length).toBeLessThanOrEqual(6);
});

it('whatever lies in a heap: no edge twice, no given point moved, and no more edges than pairs of points', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.uniqueArray(place, { minLength: 3, maxLength: 9, selector: String }), (cells) => {
      const near = cells.map(([x, y]): Position => [x * 1e-5, y * 1e-5]);
      const graph = nodeStrokes(tangle(near, CUT), { border: REACH_M, cut: REACH_M });
      if (!graph) return;
      const n = graph.points.length;
      expect(new Set(graph.edges.map(({ a, b }) => `${a} ${b}`)).size).toBe(graph.edges.length);
      expect(graph.edges.length).toBeLessThanOrEqual((n * (n - 1)) / 2);
      for (const p of near) expect(graph.points).toContainEqual(p);
    }),
    { numRuns: 60 },
  );
});
