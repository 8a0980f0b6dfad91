import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, patched } from './plain-difference.ts';

const name = fc.constantFrom('a', 'b', 'c', 'toString', '__proto__');
const { plain } = fc.letrec<{ plain: unknown }>((tie) => ({
  plain: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(0, -0, NaN, 1, 'x', '', null, undefined, true),
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.dictionary(name, tie('plain'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const namesIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? [Object.keys(value), ...Object.values(value as object).map(namesIn)]
    : null;

describe('what differs in plain data', () => {
  it('leads from the one to the other across a clone, and is nothing where they are the same', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const now = patched(before, structuredClone(differenceOf(before, after)));
        expect(now).toStrictEqual(after);
        expect(namesIn(now)).toEqual(namesIn(after));
        expect(differenceOf(before, structuredClone(before))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('holds what is new alone, and leaves the rest the objects they were', () => {
    const before = {
      figures: { land: { value: 1, inputs: ['a', 'b'] } },
      parcels: [{ key: 1 }, { key: 2 }, { key: 3 }],
    };
    const after = { figures: { land: { value: 2, inputs: ['a', 'b'] } }, parcels: [{ key: 1 }, { key: 3 }] };
    const difference = differenceOf(before, after);
    expect(difference).toEqual({
      members: [
        ['figures', { members: [['land', { members: [['value', { is: 2 }]] }]] }],
        ['parcels', { start: 1, middle: [], rest: 1 }],
      ],
    });
    const now = patched(before, difference) as typeof before;
    expect(now.parcels[1]).toBe(before.parcels[2]);
    expect(now.figures.land.inputs).toBe(before.figures.land.inputs);
  });
});
