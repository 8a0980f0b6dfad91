import { describe, expect, it } from 'vitest';
import { Frame } from '../land/frame.ts';
import { siteOf } from '../test-sites.ts';
import type { Block } from './block.ts';
import type { Placed } from './columns.ts';
import { evened } from './even.ts';

const cutting = { minM: 24, maxM: 96, bayM: 6, gapM: 10 };
const frame = new Frame(siteOf([[[0, 0], [200, 0], [200, 200], [0, 200]]]), 0, []); // prettier-ignore

/** Rows of 20 m, a building each from x0 to x1, free as far as told. */
const blockOf = (spots: readonly (readonly [number, number])[], free: readonly number[], aisles: readonly number[] = []): Block => ({
  frame,
  rows: spots.map((_, i) => ({ y: 30 * i, depthM: 20, free, docks: false })),
  placed: spots.map(([x0, x1], row): Placed => ({ row, x0, x1, y0: 30 * row, y1: 30 * row + 20 })),
  aisles,
  areaM2: spots.reduce((sum, [x0, x1]) => sum + 20 * (x1 - x0), 0),
}); // prettier-ignore
const spotsOf = ({ placed }: Block) => placed.map(({ x0, x1 }) => [x0, x1]);

describe('ends of rows', () => {
  it('step every second row where each would step by a bay, and no building is shorter by more than a tenth', () => {
    const block = blockOf([[0, 66], [0, 72], [0, 78], [0, 84]], [0, 100]); // prettier-ignore
    const even = evened(block, cutting);
    expect(spotsOf(even)).toEqual([[0, 66], [0, 66], [0, 78], [0, 78]]); // prettier-ignore
    expect(even.areaM2).toBe(20 * (66 + 66 + 78 + 78));
    // A bay is more than a tenth of it.
    expect(spotsOf(evened(blockOf([[0, 42], [0, 48]], [0, 100]), cutting))).toEqual([[0, 42], [0, 48]]); // prettier-ignore
  });

  it('come in line by moving within free ground, which costs nothing, but not over an aisle', () => {
    expect(spotsOf(evened(blockOf([[0, 60], [4, 64]], [0, 100]), cutting))).toEqual([[0, 60], [0, 60]]); // prettier-ignore
    // The aisle is kept clear from 4 to 14 m: what stands beyond it stays beyond it.
    const aisled = evened(blockOf([[0, 96], [14, 86]], [0, 100], [9]), cutting); // prettier-ignore
    expect(aisled.placed[1].x0).toBeGreaterThanOrEqual(14);
  });
});
