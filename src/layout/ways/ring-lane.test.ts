import { expect, it } from 'vitest';
import { siteOf } from '../test-sites.ts';
import { ringLane } from './ring-lane.ts';

/** Metres between a point and the line through two others. */
const off = ([px, py]: readonly number[], [ax, ay]: readonly number[], [bx, by]: readonly number[]): number =>
  Math.abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / Math.hypot(bx - ax, by - ay);

it('the lane along the boundary is as wide before a sharp tip as elsewhere', () => {
  const strips = ringLane(siteOf([[[0, 0], [100, 0], [50, 200]]]), 4, []); // prettier-ignore
  expect(strips).toHaveLength(3);
  for (const [outerFrom, outerTo, innerTo, innerFrom] of strips)
    for (const inner of [innerTo, innerFrom]) expect(off(inner, outerFrom, outerTo)).toBeCloseTo(4, 9);
});
