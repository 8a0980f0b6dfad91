import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomes, worst } from '../../../policy/outcomes.ts';
import { labelsThatFit, type Label } from './labels.ts';
import { pathOf, UNITS } from './paths.ts';
import { PILE_PX, pilesOf, type Mark } from './piles.ts';
import { boundsIn, fitted, moved, planeOf, toPixel, zoomed, type View } from './view.ts';
import { directions, nextThatWay, type Direction } from './walk.ts';

const city = [113.6, 34.5, 113.9, 34.8] as const;
const plane = planeOf(city);
const size = { width: 390, height: 320 };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const place = fc.tuple(
  fc.double({ min: 113.6, max: 113.9, noNaN: true }),
  fc.double({ min: 34.5, max: 34.8, noNaN: true }),
);
const view: fc.Arbitrary<View> = place.chain(([lon, lat]) =>
  fc.double({ min: 200, max: 50_000, noNaN: true }).map((scale) => ({ lon, lat, scale })),
);
const marks = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 390 }),
      y: fc.integer({ min: 0, max: 320 }),
      outcome: fc.constantFrom(...outcomes),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((all) => all.map((mark, row): Mark => ({ ...mark, row })));

describe('where a place is drawn', () => {
  test('what stands under a px stays under it while the picture grows, and follows the hand', () => {
    fc.assert(
      fc.property(view, place, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, at, factor) => {
        const px = toPixel(plane, from, size, at);
        const after = toPixel(plane, zoomed(plane, from, size, factor, px, 100), size, at);
        expect(Math.hypot(after.x - px.x, after.y - px.y)).toBeLessThan(1e-3);
        const dragged = toPixel(plane, moved(plane, from, 30, -20), size, at);
        expect([dragged.x - px.x, dragged.y - px.y]).toEqual([expect.closeTo(30, 4), expect.closeTo(-20, 4)]);
      }),
    );
  });

  test('bounds to fit lie in what panels leave free, and touch it', () => {
    const padding = { top: 40, right: 10, bottom: 120, left: 20 };
    const at = fitted(plane, city, size, padding);
    const [a, b] = [toPixel(plane, at, size, [city[0], city[3]]), toPixel(plane, at, size, [city[2], city[1]])];
    expect(a.x).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(b.x).toBeLessThanOrEqual(380 + 1e-6);
    expect([a.y, b.y]).toEqual([expect.closeTo(40, 6), expect.closeTo(200, 6)]);
    const seen = boundsIn(plane, fitted(plane, city, size, none), size);
    expect([seen[1], seen[3]]).toEqual([expect.closeTo(city[1], 9), expect.closeTo(city[3], 9)]);
  });

  test('an outline is drawn within half a unit of where its points are', () => {
    const ring = [
      [113.61, 34.51],
      [113.72, 34.58],
      [113.69, 34.7],
      [113.61, 34.51],
    ];
    const path = pathOf(plane, city, { type: 'MultiPolygon', coordinates: [[ring]] });
    const drawn = [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const at = { lon: 113.7, lat: 34.6, scale: UNITS };
    const corner = toPixel(plane, at, size, [city[0], city[3]]);
    ring.forEach((position, i) => {
      const { x, y } = toPixel(plane, at, size, position);
      expect(Math.abs(drawn[i][0] + corner.x - x)).toBeLessThanOrEqual(0.5 + 1e-6);
      expect(Math.abs(drawn[i][1] + corner.y - y)).toBeLessThanOrEqual(0.5 + 1e-6);
    });
  });
});

describe('marks that would pile up', () => {
  test('every park is in exactly one pile, with the worst of their verdicts; no two piles lie on each other', () => {
    fc.assert(
      fc.property(marks, fc.nat(59), (all, chosen) => {
        const piles = pilesOf(all, chosen);
        expect(piles.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(all.map(({ row }) => row));
        for (const pile of piles) {
          const own = pile.rows.map((row) => all[row].outcome);
          expect(pile.worst).toBe(worst(own));
          expect(pile.ofWorst).toBe(own.filter((outcome) => outcome === pile.worst).length);
        }
        // Brute force over all pairs.
        for (const [i, a] of piles.entries())
          for (const b of piles.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(PILE_PX);
        const own = all[chosen];
        if (own) expect(piles.find(({ rows }) => rows.includes(chosen))).toMatchObject({ x: own.x, y: own.y });
      }),
    );
  });
});

describe('walking by keys', () => {
  test('every other mark lies one way or another, and a step goes the way of its key', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const [from, ...others] = all;
        const apart = others.filter(({ x, y }) => x !== from.x || y !== from.y);
        const ways = Object.keys(directions) as Direction[];
        const reached = ways.map((way) => nextThatWay(others, from, way));
        expect(reached.some((next) => next !== null)).toBe(apart.length > 0);
        ways.forEach((way, i) => {
          const [ux, uy] = directions[way];
          const next = reached[i];
          if (next) expect((next.x - from.x) * ux + (next.y - from.y) * uy).toBeGreaterThan(0);
        });
      }),
    );
  });
});

test('labels neither meet nor are cut, and the first asked is the first placed', () => {
  const label = fc.record({
    key: fc.string(),
    text: fc.string({ unit: fc.constantFrom('园', '镇', 'a', ' '), minLength: 1, maxLength: 12 }),
    x: fc.integer({ min: -20, max: 410 }),
    y: fc.integer({ min: -20, max: 340 }),
    px: fc.constantFrom(12, 13),
  });
  const wide = ({ text, px }: Label) => [...text].reduce((sum, c) => sum + (c > '⺀' ? px : px / 2), 0);
  fc.assert(
    fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
      const placed = labelsThatFit(labels, [], size);
      for (const [i, a] of placed.entries()) {
        expect(a.x - wide(a) / 2).toBeGreaterThanOrEqual(0);
        expect(a.x + wide(a) / 2).toBeLessThanOrEqual(size.width);
        for (const b of placed.slice(i + 1))
          expect(Math.abs(a.y - b.y) >= 12 || Math.abs(a.x - b.x) >= (wide(a) + wide(b)) / 2).toBe(true);
      }
      const alone = labels.find((one) => labelsThatFit([one], [], size).length === 1);
      expect(placed.at(0)).toEqual(alone);
    }),
  );
});
