import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../geometry/columns/builder.ts';
import { areasOf } from '../geometry/measure/measures.ts';
import { overlapsOf } from '../geometry/overlap/overlap.ts';
import type { Layer, MultiPolygon } from '../geometry/columns/layer.ts';
import { arrayRecords } from './records/array-records.ts';
import type { Records } from './records/records.ts';
import { overlapProblems as told, overlapsAmong } from './overlaps.ts';

const overlapProblems = (
  { records, layer }: { readonly records: Records<{ readonly id: string }>; readonly layer: Layer },
  perimeters: Float64Array,
  broken: ReadonlySet<number>,
) => told(overlapsAmong(layer, perimeters, broken), (row) => records.get(row).id);

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
      const found = [...overlapProblems({ records: arrayRecords(records), layer }, perimeters, broken)].flatMap(
        ([row, list]) => list.map(() => row),
      );
      expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
    }),
  );
});

it('names some of the parcels piled up in one place and counts the others, without asking every pair', () => {
  const size = 600;
  const layer = buildLayer(Array.from({ length: size }, () => shape({ x: 0, y: 0, w: 2, h: 2 })));
  const records = Array.from({ length: size }, (_, row) => ({ id: `P${row}` }));
  const perimeters = new Float64Array(size).fill(areasOf(layer, 0).perimeterM);
  const found = overlapProblems({ records: arrayRecords(records), layer }, perimeters, new Set());
  expect(found.size).toBe(size);
  for (const list of found.values()) {
    const named = list.filter((p) => p.code === 'features-overlap').length;
    const more = list.flatMap((p) => p.more ?? []);
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThanOrEqual(10);
    expect(named + (more[0] ?? 0)).toBe(size - 1);
  }
});

it('tells every parcel that lies on one large one of it', () => {
  const small = Array.from({ length: 60 }, (_, n) => shape({ x: 2 * (n % 8), y: 2 * Math.floor(n / 8), w: 1, h: 1 }));
  const layer = buildLayer([shape({ x: 0, y: 0, w: 20, h: 20 }), ...small]);
  const records = Array.from({ length: layer.size }, (_, row) => ({ id: `P${row}` }));
  const perimeters = Float64Array.from(records, (_, row) => areasOf(layer, row).perimeterM);
  const found = overlapProblems({ records: arrayRecords(records), layer }, perimeters, new Set());
  for (let row = 1; row <= 60; row++) expect(found.get(row)?.map((p) => p.overlap?.id)).toEqual(['P0']);
  expect(found.get(0)?.at(-1)).toMatchObject({ code: 'features-overlap-more', more: 50 });
});
