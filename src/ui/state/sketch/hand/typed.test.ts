import { describe, expect, it } from 'vitest';
import { box, ring } from '../../../../desk/tools/test-scene.ts';
import { cutBearing } from './cut-bearing.ts';
import { readAreas } from './typed-areas.ts';

describe('areas are read', () => {
  it.each([
    ['30、20、15 亩', [20_000, 40_000 / 3, 10_000]],
    ['30，20', [20_000, 40_000 / 3]],
    ['20000 m²，1公顷', [20_000, 10_000]],
    ['500 ㎡；3 mu', [500, 2_000]],
    ['１２０ 平方米', [120]],
  ])('%s', (text, areas) => expect(readAreas(text)).toEqual(areas));

  it.each(['', '、', '30 亩 20', 'x', '0', '-3 亩', '3 英亩'])('or not: %s', (text) =>
    expect(readAreas(text)).toBeNull(),
  );
});

describe('a parcel is cut square to its longest edge', () => {
  it('along the grid', () => {
    expect(cutBearing([[box(0, 0, 100, 40)]])).toBe(0);
    expect(cutBearing([[box(0, 0, 40, 100)]])).toBe(90);
  });

  it('and aslant, whichever way its points run', () => {
    const points = ring([0, 0], [40, 30], [37, 34], [-3, 4]);
    expect(cutBearing([[points]])).toBeCloseTo(143.1301, 4);
    expect(cutBearing([[points.toReversed()]])).toBeCloseTo(143.1301, 4);
  });
});
