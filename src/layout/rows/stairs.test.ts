import { describe, expect, it } from 'vitest';
import { Frame } from '../land/frame.ts';
import { siteOf } from '../test-sites.ts';
import type { Block } from './block.ts';
import type { Placed } from './columns.ts';
import { evened } from './even.ts';

const cutting = { minM: 24, maxM: 96, bayM: 6, gapM: 10 };
const frame = new Frame(siteOf([[[0, 0], [200, 0], [200, 200], [0, 200]]]), 0, []); // prettier-ignore

type Spot = readonly [number, number];

/** Rows of 20 m, a building each as long as its row is free. */
const blockOf = (free: readonly Spot[]): Block => ({
  frame,
  rows: free.map((own, i) => ({ y: 30 * i, depthM: 20, free: own, docks: false })),
  placed: free.map(([x0, x1], row): Placed => ({ row, x0, x1, y0: 30 * row, y1: 30 * row + 20 })),
  aisles: [],
  areaM2: free.reduce((sum, [x0, x1]) => sum + 20 * (x1 - x0), 0),
});
const spotsOf = ({ placed }: Block): Spot[] => placed.map(({ x0, x1 }) => [x0, x1]);
const lengthOf = (spots: readonly Spot[]): number => spots.reduce((sum, [x0, x1]) => sum + x1 - x0, 0);

/** Whether ends step twice one way by unlike steps of up to three bays: by signs and differences of one end at a time. */
const isStair = (spots: readonly Spot[]): boolean =>
  [0, 1].some((end) => {
    const steps = spots.slice(1).map((spot, i) => spot[end] - spots[i][end]);
    return steps.slice(1).some((step, i) => {
      const both = [step, steps[i]].map(Math.abs);
      return step * steps[i] > 0 && Math.max(...both) < 18.1 && both[0] !== both[1];
    });
  });

describe('a staircase of ends', () => {
  it('goes where a building has room to move, which costs nothing', () => {
    const block = blockOf([[0, 66], [0, 78], [0, 84]]); // prettier-ignore
    const roomy = { ...block, rows: block.rows.map((row) => ({ ...row, free: [0, 100] })) };
    const even = evened(roomy, cutting, 0);
    expect(isStair(spotsOf(block))).toBe(true);
    expect(isStair(spotsOf(even))).toBe(false);
    expect(even.areaM2).toBe(block.areaM2);
  });

  it('goes from every column that has an arrangement without one, and costs hardly more than the least that any costs', () => {
    let state = 7;
    const next = (most: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    let [stairs, lost, leastLost] = [0, 0, 0];
    for (let i = 0; i < 400; i++) {
      const free = Array.from({ length: 3 }, (): Spot => [6 * next(5), 60 + 6 * next(6)]);
      const block = blockOf(free);
      if (!isStair(free)) continue;
      stairs++;
      const even = spotsOf(evened(block, cutting, 0));
      even.forEach(([x0, x1], row) => {
        expect(x0).toBeGreaterThanOrEqual(free[row][0]);
        expect(x1).toBeLessThanOrEqual(free[row][1]);
        expect((x1 - x0) % 6).toBe(0);
      });
      expect(isStair(even), JSON.stringify(free)).toBe(false);
      lost += lengthOf(free) - lengthOf(even);
      leastLost += leastLoss(free);
    }
    expect(stairs).toBeGreaterThan(50);
    expect(lost).toBeLessThanOrEqual(1.1 * leastLost);
  });
});

/** Of all places of whole bays that leave no staircase the least loss: each is tried. */
function leastLoss(free: readonly Spot[]): number {
  const places = free.map(([from, to]) => {
    const all: Spot[] = [];
    for (let x0 = from; x0 < to; x0 += 6)
      for (let x1 = Math.max(x0 + 24, x0 + 6); x1 <= to; x1 += 6) all.push([x0, x1]);
    return all.filter(([x0, x1]) => x1 - x0 >= 0.66 * (to - from));
  });
  let least = Infinity;
  for (const a of places[0])
    for (const b of places[1])
      for (const c of places[2]) {
        const loss = lengthOf(free) - lengthOf([a, b, c]);
        if (loss < least && !isStair([a, b, c])) least = loss;
      }
  return least;
}
