import { describe, expect, it } from 'vitest';
import { heightOf, massOf } from './storeys.ts';

describe('how a building stands', () => {
  it('has its storeys one upon the other, those above 8 m marked where they count twice', () => {
    const hall = { id: 'a', storeyHeightsM: [8.1, 4.5, 8] };
    const { slabs, heightM, assumed, isHigh } = massOf(hall, true);
    expect(slabs.map(({ fromM, toM, isTwice }) => [fromM, toM, isTwice])).toEqual([
      [0, 8.1, true],
      [8.1, 12.6, false],
      [12.6, 20.6, false],
    ]);
    expect([heightM, assumed, isHigh]).toEqual([heightOf(hall), null, false]);
    expect(massOf(hall, false).slabs.some(({ isTwice }) => isTwice)).toBe(false);
  });

  it('is high above 24 m with more than one storey', () => {
    expect(massOf({ storeys: 6, storeyHeightM: 4 }, true).isHigh).toBe(false);
    expect(massOf({ storeys: 6, storeyHeightM: 4.01 }, true).isHigh).toBe(true);
    expect(massOf({ storeys: 1, storeyHeightM: 30 }, true).isHigh).toBe(false);
  });

  it('says what it does not know, and makes nothing of the law of it', () => {
    expect(massOf({ storeys: 9 }, true)).toMatchObject({ assumed: 'storeyHeightM', isHigh: false });
    expect(massOf({ storeys: 9 }, true).slabs.some(({ isTwice }) => isTwice)).toBe(false);
    expect(massOf({}, true)).toMatchObject({ assumed: 'storeys' });
    expect(massOf({}, true).slabs).toHaveLength(1);
    expect(massOf({ storeys: 0 }, true)).toMatchObject({ slabs: [], heightM: 0 });
  });
});
