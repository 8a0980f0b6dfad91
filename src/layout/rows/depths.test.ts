import { expect, it } from 'vitest';
import { Frame } from '../land/frame.ts';
import { siteOf } from '../test-sites.ts';
import type { Block } from './block.ts';
import type { Placed } from './columns.ts';
import { variedDepths } from './depths.ts';

const frame = new Frame(siteOf([[[0, 0], [200, 0], [200, 200], [0, 200]]]), 0, []); // prettier-ignore
const DEPTHS = [18, 21, 24, 27, 30];

/** Rows of two buildings of 60 m each, 10 m apart. */
const blockOf = (depths: readonly number[]): Block => {
  const ys = depths.map((_, i) => depths.slice(0, i).reduce((y, depth) => y + depth + 10, 6));
  const placed = ys.flatMap((y, row) =>
    [6, 76].map((x0): Placed => ({ row, x0, x1: x0 + 60, y0: y, y1: y + depths[row] })),
  );
  const rows = ys.map((y, i) => ({ y, depthM: depths[i], free: [6, 194], docks: false }));
  return { frame, rows, placed, aisles: [71], areaM2: depths.reduce((sum, depth) => sum + 120 * depth, 0) };
};
const slabs = ({ rows }: Block) => rows.map(({ y, depthM }) => [y, y + depthM]);

it('makes the row along the street less deep, its front where it was', () => {
  expect(slabs(variedDepths(blockOf([30, 30, 30]), DEPTHS, [100, 0], 0)!)).toEqual([[6, 30], [46, 76], [86, 116]]); // prettier-ignore
  const above = variedDepths(blockOf([30, 30, 30]), DEPTHS, [100, 200], 0)!;
  expect(slabs(above)).toEqual([[6, 36], [46, 76], [92, 116]]); // prettier-ignore
  expect(above.areaM2).toBe(120 * (30 + 30 + 24));
  expect(above.placed.filter(({ row }) => row === 2).map(({ y0, y1 }) => [y0, y1])).toEqual([[92, 116], [92, 116]]); // prettier-ignore
});

it('takes as much less as is wanted all the same, and nothing where depths differ or none is left to take', () => {
  const block = blockOf([30, 30]);
  expect(variedDepths(block, DEPTHS, [100, 0], 120 * 57)!.areaM2).toBe(120 * 57);
  expect(variedDepths(block, DEPTHS, [100, 0], 120 * 58)).toBeNull();
  expect(variedDepths(block, [30], [100, 0], 0)).toBeNull();
  expect(variedDepths(blockOf([30, 24]), DEPTHS, [100, 0], 0)).toBeNull();
});
