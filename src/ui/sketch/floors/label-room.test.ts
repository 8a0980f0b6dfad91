import { expect, it } from 'vitest';
import { isInside } from '../../../desk/tools/inside.ts';
import { labelRoom } from './label-room.ts';

it('is the roomiest rectangle beside a core, clear of it', () => {
  // A unit round two sides of a core: 16 m by 30 m, of which the core takes 8 m by 14 m.
  const room = labelRoom([[[0, 0], [16, 0], [16, 30], [8, 30], [8, 16], [0, 16]]]); // prettier-ignore
  expect(room).toEqual({ at: [8, 8], widthM: 16, depthM: 16 });
});

it('lies within parts of any form, and has a point even where there is none', () => {
  const slant = [[0, 0], [20, 3], [18, 15], [4, 12]] as const; // prettier-ignore
  const round = Array.from({ length: 40 }, (_, i) => [10 * Math.cos((i * Math.PI) / 20), 10 * Math.sin((i * Math.PI) / 20)] as const); // prettier-ignore
  for (const ring of [slant, round]) {
    const { at, widthM, depthM } = labelRoom([ring]);
    expect(Math.min(widthM, depthM)).toBeGreaterThan(5);
    for (const [x, y] of [
      [-0.48, -0.48],
      [0.48, -0.48],
      [-0.48, 0.48],
      [0.48, 0.48],
    ])
      // prettier-ignore
      expect(isInside([[ring]], [at[0] + x * widthM, at[1] + y * depthM])).toBe(true);
  }
  const hair = [[0, 0], [10, 10], [10.001, 10]] as const; // prettier-ignore
  expect(labelRoom([hair]).at).toHaveLength(2);
});
