import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../geometry/columns/builder.ts';
import type { MultiPolygon } from '../geometry/columns/layer.ts';
import { areasOf } from '../geometry/measure/measures.ts';
import { LiveOverlaps, type Ground } from './live-overlaps.ts';
import { overlapsAmong, problemsOfShared, type Overlaps } from './overlaps.ts';

/** Degrees; some 10 m. */
const STEP = 0.0001;
type Square = readonly [x: number, y: number, side: number];

const shape = ([x, y, side]: Square): MultiPolygon => {
  const at = (i: number, j: number) => [114 + i * STEP, 34.7 + j * STEP] as const;
  return [[[at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)]]];
};

/** All of them looked at from nothing; a key is a place. */
function all(squares: readonly (Square | null)[]): Overlaps {
  const layer = buildLayer(squares.map((own) => own && shape(own)));
  const perimeters = Float64Array.from(squares, (own, f) => (own ? areasOf(layer, f).perimeterM : 0));
  return overlapsAmong(layer, perimeters, new Set(squares.flatMap((own, f) => (own ? [] : [f]))));
}

const told = ({ shared, unasked }: Overlaps, key: number) =>
  problemsOfShared(shared.get(key) ?? [], unasked.get(key), String);

/** Few large squares over many small ones, and piles: more lie on each other than are named. */
const square: fc.Arbitrary<Square> = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom(1, 1, 1, 2)),
  fc.constant<Square>([0, 0, 6]),
  fc.constant<Square>([2, 2, 1]),
);

it('tells of parcels that change what a look at all of them tells, and of whom it is another', () => {
  fc.assert(
    fc.property(
      fc.array(square, { minLength: 3, maxLength: 16 }),
      fc.array(fc.array(fc.tuple(fc.nat(15), fc.option(square)), { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      (first, changes) => {
        const squares: (Square | null)[] = [...first];
        const ground: Ground = {
          compare: (a, b) => a - b,
          sound: (key) => squares[key] && buildLayer([shape(squares[key])]),
          near: (key) => squares.map((_, other) => other).filter((other) => other !== key),
          all: () => all(squares),
        };
        const live = new LiveOverlaps(all(squares));
        for (const change of changes) {
          const before = squares.map((_, key) => told(live.all, key));
          const moved = new Map(change.map(([n, to]) => [n % squares.length, to]));
          for (const [key, to] of moved) squares[key] = to;
          const others = live.changed([...moved.keys()], ground);
          const now = all(squares);
          squares.forEach((_, key) => {
            const { shared, unasked } = live.of(key);
            expect(problemsOfShared(shared, unasked, String)).toEqual(told(now, key));
            if (JSON.stringify(before[key]) !== JSON.stringify(told(now, key)) && !moved.has(key))
              expect(others).toContain(key);
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});
