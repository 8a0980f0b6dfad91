import { expect, it } from 'vitest';
import fc from 'fast-check';
import { placesOf } from './places.ts';

it('gives every vertex the first one with its numbers, as a search through all does; 0 is one number', () => {
  const few = fc.constantFrom(0, -0, 1, -1, 113.6, 1e-300, NaN);
  fc.assert(
    fc.property(fc.array(fc.tuple(few, few), { maxLength: 60 }), (points) => {
      const expected = points.map(([x, y], v) => {
        const first = points.findIndex(([a, b]) => a === x && b === y);
        return first < 0 ? v : first;
      });
      expect([...placesOf(Float64Array.from(points.flat()))]).toEqual(expected);
    }),
  );
});
