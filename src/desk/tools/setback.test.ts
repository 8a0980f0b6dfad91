import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeArea } from '../../domain/geometry/edit/sheet.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Boundary, ToolCommand, ToolEvent } from './contract.ts';
import { isInside } from './inside.ts';
import { setback } from './setback.ts';
import { setBack } from './setback-shape.ts';
import { spotsOf } from './reshaping.ts';
import { anyEvent, isSoundShape, run } from './test-events.ts';
import { at, box, click, parcel, ring, sceneOf } from './test-scene.ts';
import { offLine } from './vectors.ts';

const bare = sceneOf();
const distance = (text: string): ToolEvent => ({ type: 'typed', field: 'length', text });
const command = (name: ToolCommand): ToolEvent => ({ type: 'command', command: name });
const finish = command('finish');
const shapeAfter = (of: Boundary, whole: boolean, ...events: ToolEvent[]): Shape => {
  const [result] = run(setback, { of, whole, as: 'redraw' }, events, bare).results;
  return result?.what === 'redraw' ? result.own.shape : [];
};
/** The same corners, wherever the ring begins and whichever way it runs. */
const corners = (shape: Shape) =>
  shape.map((rings) => rings.map((r) => r.map(([x, y]) => `${x.toFixed(6)} ${y.toFixed(6)}`).sort()));

describe('a boundary', () => {
  it('goes back as a whole, by so much everywhere', () => {
    expect(corners(shapeAfter(parcel(1, box(0, 0, 40, 30)), true, distance('5'), finish))).toEqual(
      corners([[box(5, 5, 30, 20)]]),
    );
    const holed = parcel(1, box(0, 0, 40), box(15, 15, 10));
    expect(corners(shapeAfter(holed, true, distance('5'), finish))).toEqual(
      corners([[box(5, 5, 30), box(10, 10, 20)]]),
    );
  });

  it('goes back at one edge, along those beside it; outwards when flipped', () => {
    const sloped = parcel(1, ring([0, 0], [40, 0], [50, 30], [0, 30]));
    expect(corners(shapeAfter(sloped, false, click(10, 30), distance('15'), finish))).toEqual(
      corners([[ring([0, 0], [40, 0], [45, 15], [0, 15])]]),
    );
    const road = shapeAfter(sloped, false, click(10, 0), distance('6'), command('flip'), finish);
    expect(shapeArea(road)).toBeCloseTo(1350 + (6 * (40 + 39)) / 2 + 6 * 0, -1);
  });

  it('falls apart where it is narrow, and says when nothing is left', () => {
    const waist = parcel(
      1,
      ring(
        [0, 0],
        [20, 0],
        [20, 9],
        [30, 9],
        [30, 0],
        [50, 0],
        [50, 20],
        [30, 20],
        [30, 11],
        [20, 11],
        [20, 20],
        [0, 20],
      ),
    );
    expect(shapeAfter(waist, true, distance('2'), finish)).toHaveLength(2);
    const { results, state } = run(setback, { of: waist, whole: true, as: 'redraw' }, [distance('11'), finish], bare);
    expect(results).toEqual([]);
    expect(state.fault?.code).toBe('nothing-left');
  });
});

/** A convex ring: corners on an ellipse. */
const convex = fc
  .record({
    a: fc.integer({ min: 15, max: 60 }),
    b: fc.integer({ min: 15, max: 60 }),
    steps: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ a, b, steps }) =>
    ring(
      ...steps
        .sort((p, q) => p - q)
        .map((s): [number, number] => [a * Math.cos((s * Math.PI) / 12), b * Math.sin((s * Math.PI) / 12)]),
    ),
  );
const star = fc
  .array(fc.integer({ min: 8, max: 40 }), { minLength: 4, maxLength: 9 })
  .map((radii) =>
    ring(
      ...radii.map((r, i): [number, number] => [
        r * Math.cos((2 * Math.PI * i) / radii.length),
        r * Math.sin((2 * Math.PI * i) / radii.length),
      ]),
    ),
  );
const places = fc.array(
  fc.tuple(fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true })),
  { minLength: 30, maxLength: 30 },
);
const metres = fc.integer({ min: 2, max: 90 }).map((d) => d / 10);
const awayFrom = (r: readonly Position[], p: Position) =>
  Math.min(...r.map((a, i) => offLine([a, r[(i + 1) % r.length]], p)));

it('leaves, of convex land, the places that are so far from every edge and no other', () => {
  fc.assert(
    fc.property(convex, metres, places, (r, d, all) => {
      const left = setBack([[r]], spotsOf([[r]]), d)!;
      for (const [x, y] of all) {
        const away = awayFrom(r, at(x, y));
        if (Math.abs(away - d) < 1e-3) continue;
        expect(isInside(left, at(x, y))).toBe(isInside([[r]], at(x, y)) && away > d);
      }
    }),
  );
});

it('leaves no place of any land nearer to an edge than that', () => {
  fc.assert(
    fc.property(star, metres, places, (r, d, all) => {
      const left = setBack([[r]], spotsOf([[r]]), d);
      fc.pre(left !== null);
      for (const [x, y] of all) {
        const p = at(x, y);
        if (isInside(left!, p)) expect(isInside([[r]], p) && awayFrom(r, p) > d - 1e-3).toBe(true);
      }
      for (const vertex of left!.flat(2)) expect(awayFrom(r, vertex)).toBeGreaterThan(d - 1e-3);
    }),
  );
});

it('leaves none of two strips that mirror each other at a reflex corner', () => {
  const corner = (radius: number, i: number): [number, number] => [
    radius * Math.cos((2 * Math.PI * i) / 7),
    radius * Math.sin((2 * Math.PI * i) / 7),
  ];
  const mirrored = ring(...[8, 19, 20, 8, 8, 20, 19].map(corner));
  expect(setBack([[mirrored]], spotsOf([[mirrored]]), 0.2)).toHaveLength(1);
});

it('whatever happens it does not throw and gives sound shapes alone; Escape starts anew', () => {
  const given = fc.record({
    of: star.map((r) => parcel(1, r)),
    whole: fc.boolean(),
    as: fc.constantFrom('redraw', 'shape'),
  });
  fc.assert(
    fc.property(given, fc.array(anyEvent, { maxLength: 25 }), (by, events) => {
      const { state, results } = run(setback, by, events, bare);
      for (const result of results) {
        const shape = result.what === 'redraw' ? result.own.shape : result.what === 'shape' ? result.shape : [];
        expect(isSoundShape(shape)).toBe(true);
      }
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      expect(setback.step(state, { type: 'cancel' }, bare).state).toEqual(setback.begin(state.given));
    }),
    { numRuns: 100 },
  );
});
