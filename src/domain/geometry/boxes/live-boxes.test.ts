import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bounds } from '../columns/bounds.ts';
import { LiveBoxes } from './live-boxes.ts';

const box = fc.option(
  fc.tuple(fc.nat(20), fc.nat(20), fc.nat(5), fc.nat(5)).map(([x, y, w, h]): Bounds => [x, y, x + w, y + h]),
  { freq: 6 },
);
const meets = ([a, b, c, d]: Bounds, [w, s, e, n]: Bounds) => a <= e && c >= w && b <= n && d >= s;
const ascending = (keys: readonly number[]) => [...keys].sort((a, b) => a - b);

it('finds what a look at every box finds, whatever was changed, in forks too', () => {
  fc.assert(
    fc.property(
      fc.array(box),
      fc.array(fc.tuple(fc.nat(140), box, fc.boolean()), { maxLength: 260 }),
      (first, sets) => {
        // Keys need not be the numbers of the boxes.
        const here = new Map<number, Bounds | null>(first.map((own, n) => [2 * n, own]));
        let boxes = LiveBoxes.of([...here.keys()], (n) => first[n]);
        for (const [key, own, inFork] of sets) {
          if (inFork) {
            const left = boxes;
            boxes = boxes.fork();
            left.set(key, [0, 0, 30, 30]);
          }
          boxes.set(key, own);
          here.set(key, own);
          const asked: Bounds = own ?? [3, 3, 9, 9];
          const found = [...here].flatMap(([n, its]) => (its && meets(its, asked) ? [n] : []));
          expect(ascending(boxes.meeting(asked))).toEqual(ascending(found));
        }
      },
    ),
  );
});

it('finds the same after thousands of changes', () => {
  const at = (n: number): Bounds => [n, n, n + 1, n + 1];
  const boxes = LiveBoxes.of(
    Array.from({ length: 100 }, (_, n) => n),
    at,
  );
  for (let n = 0; n < 5000; n++) boxes.set(n % 3000, at(n + 0.25));
  expect(ascending(boxes.meeting([2999, 2999, 3000, 3000]))).toEqual([2998, 2999]);
  expect(ascending(boxes.meeting([4000, 4000, 4000.5, 4000.5]))).toEqual([999, 1000]);
  expect(boxes.meeting([1, 1, 2, 2])).toEqual([]);
});
