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
  it('step every second row where each would step by a bay, where a line is worth more than a bay', () => {
    const block = blockOf([[0, 66], [0, 72], [0, 78], [0, 84]], [0, 100]); // prettier-ignore
    const even = evened(block, cutting, 1.5);
    expect(spotsOf(even)).toEqual([[0, 66], [0, 66], [0, 78], [0, 78]]); // prettier-ignore
    expect(even.areaM2).toBe(20 * (66 + 66 + 78 + 78));
    expect(spotsOf(evened(block, cutting, 0.2))).toEqual(spotsOf(block));
  });

  it('cost no building more than a quarter of its length, whatever a line is worth', () => {
    const block = blockOf([[0, 48], [0, 72], [0, 48]], [0, 100]); // prettier-ignore
    expect(spotsOf(evened(block, cutting, 100))).toEqual(spotsOf(block));
    const near = blockOf([[0, 48], [0, 60], [0, 48]], [0, 100]); // prettier-ignore
    expect(spotsOf(evened(near, cutting, 100))).toEqual([[0, 48], [0, 48], [0, 48]]); // prettier-ignore
  });

  it('come in line by moving within free ground, which costs nothing, but not over an aisle', () => {
    expect(spotsOf(evened(blockOf([[0, 60], [4, 64]], [0, 100]), cutting, 1.5))).toEqual([[4, 64], [4, 64]]); // prettier-ignore
    // The aisle is kept clear from 4 to 14 m: what stands beyond it stays beyond it.
    const aisled = evened(blockOf([[0, 96], [14, 86]], [0, 100], [9]), cutting, 1.5); // prettier-ignore
    expect(aisled.placed[1].x0).toBeGreaterThanOrEqual(14);
  });

  it('that are in line already move together to the one that is not', () => {
    // The first has no room to move; neither of the others would leave the other.
    const block = blockOf([[74, 98], [1.5, 97.5], [1.5, 97.5]], [0, 98]); // prettier-ignore
    const first = { ...block.rows[0], free: [74, 98] };
    const even = evened({ ...block, rows: [first, ...block.rows.slice(1)] }, cutting, 1.5);
    expect(spotsOf(even)).toEqual([[74, 98], [2, 98], [2, 98]]); // prettier-ignore
  });
});
