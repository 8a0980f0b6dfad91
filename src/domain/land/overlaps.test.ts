import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../geometry/builder.ts';
import { areasOf } from '../geometry/measures.ts';
import { overlapsOf } from '../geometry/overlap.ts';
import type { MultiPolygon } from '../geometry/layer.ts';
import { overlapProblems } from './overlaps.ts';

/** Degrees; some 10 m. */
const STEP = 0.0001;

/** Rectangles on a small grid: many meet in a line or a corner, some share ground. */
const rectangles = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 12 }),
    y: fc.integer({ min: 0, max: 12 }),
    w: fc.integer({ min: 1, max: 4 }),
    h: fc.integer({ min: 1, max: 4 }),
    broken: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const shape = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }): MultiPolygon => {
  const at = (i: number, j: number) => [114 + i * STEP, 34.7 + j * STEP] as const;
  return [[[at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h), at(x, y)]]];
};

it('finds the pairs that are found pair by pair, and none with a broken boundary', () => {
  fc.assert(
    fc.property(rectangles, (all) => {
      const layer = buildLayer(all.map(shape));
      const records = all.map((_, row) => ({ id: `P${row}` }));
      const broken = new Set(all.flatMap((r, row) => (r.broken ? [row] : [])));
      const sound = all.flatMap((r, row) => (r.broken ? [] : [row]));
      const perimeters = Float64Array.from(all, (_, row) => areasOf(layer, row).perimeterM);
      const expected = overlapsOf(layer, sound).flatMap(({ a, b }) => [a, b]);
      const found = [...overlapProblems({ records, layer }, perimeters, broken)].flatMap(([row, list]) =>
        list.map(() => row),
      );
      expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
    }),
  );
});
