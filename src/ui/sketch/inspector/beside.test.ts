import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaderPath, topBeside } from './beside.ts';

const map = { width: 984, height: 828 };

describe('the popover of a clause', () => {
  it('stands near its chip, below the strip of tools and above the foot', () => {
    const at = (chipY: number) => topBeside({ chipY, width: 336, height: 260, map, avoid: null });
    expect([at(400), at(20), at(820)]).toEqual([280, 72, 552]);
  });

  it('never covers the vertex that is drawn, wherever there is room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 828 }),
        fc.integer({ min: 0, max: 984 }),
        fc.integer({ min: 0, max: 828 }),
        fc.integer({ min: 120, max: 280 }),
        (chipY, x, y, height) => {
          const top = topBeside({ chipY, width: 336, height, map, avoid: [x, y] });
          const left = map.width - 336 - 16;
          const covers = x >= left && x <= left + 336 && y >= top && y <= top + height;
          return !covers && top >= 0 && top + height <= map.height;
        },
      ),
    );
  });

  it('has a leader to the height of its chip', () => {
    expect(leaderPath({ top: 72, height: 260, chipY: 200, mapHeight: 828 }).path).toBe('M2 200H16');
    expect(leaderPath({ top: 72, height: 260, chipY: 500, mapHeight: 828 })).toEqual({
      from: [2, 320],
      path: 'M2 320H8V500H16',
    });
  });
});
