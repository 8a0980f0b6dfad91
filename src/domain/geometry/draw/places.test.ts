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

it('finds them among many, however they lie: spread, in one place with one far away, on one line', () => {
  const whole = (max: number) => fc.integer({ min: -max, max });
  const manners = fc.constantFrom<readonly [number, number, number]>([30, 30, 0], [3, 3, 1e9], [0, 900, 0]);
  fc.assert(
    fc.property(manners, fc.array(fc.tuple(whole(1e6), whole(1e6)), { minLength: 2000, maxLength: 3000 }), (m, all) => {
      const [x, y, far] = m;
      const points = all.map(([a, b]) => [a % (x + 1), b % (y + 1)]);
      if (far > 0) points.push([far, Infinity], [far, far], [far, far]);
      const first = new Map<string, number>();
      const expected = points.map(([a, b], v) => {
        const key = `${a + 0} ${b + 0}`;
        if (!first.has(key)) first.set(key, v);
        return first.get(key)!;
      });
      expect([...placesOf(Float64Array.from(points.flat()))]).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
