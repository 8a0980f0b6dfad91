import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacentPairs, adjoin } from './adjacency.ts';
import { buildLayer, toMultiPolygon, toSurveyed } from '../columns/builder.ts';
import { holdersOf, largestShare } from '../overlay/holder.ts';
import type { MultiPolygon } from '../columns/layer.ts';
import { LiveLayer, type LiveOptions } from './live-layer.ts';
import { areasOf } from '../measure/measures.ts';
import { nearPairs } from './near-pairs.ts';
import { outlineOf } from '../plane/outline.ts';
import { intersectionAreaM2 } from '../overlap/overlap.ts';
import { planeColumns } from '../plane/plane-columns.ts';
import { box, CRS, feature, layerOf, star } from '../plane/test-rings.ts';

const TOWNS = layerOf(feature([box(-1000, -1000, 1020, 2000)]), feature([box(20, -1000, 1000, 2000)]));
const OPTIONS: LiveOptions = { crs: CRS, toleranceM: 0.5, minBorderM: 1, over: TOWNS };

const partnersIn = (pairs: Iterable<readonly [number, number]>, f: number): number[] =>
  [...pairs].flatMap(([a, b]) => (a === f ? [b] : b === f ? [a] : [])).sort((a, b) => a - b);

/** Every standing is what the whole-layer kernels say of the same features, built anew. */
function expectAsRebuilt(live: LiveLayer, features: readonly (MultiPolygon | null)[]): void {
  const layer = layerOf(...features);
  const columns = planeColumns(layer, CRS);
  const near = nearPairs(columns, 0.5)!;
  const nearList = Array.from({ length: near.length / 2 }, (_, k) => [near[2 * k], near[2 * k + 1]] as const);
  const adjacent = adjacentPairs(layer, 0.5, 1);
  const { holder, share } = holdersOf(columns, planeColumns(TOWNS, CRS))!;
  expect(live.size).toBe(features.length);
  features.forEach((geometry, f) => {
    const now = live.standing(f);
    expect(now.areas).toEqual(geometry ? areasOf(layer, f) : null);
    expect(now.near).toEqual(partnersIn(nearList, f));
    expect(now.adjoining).toEqual(partnersIn(adjacent, f));
    expect(largestShare(now.shares)).toMatchObject({ row: holder[f], share: share[f] });
    for (const { row, areaM2 } of now.shares) expect(areaM2).toBeCloseTo(intersectionAreaM2(layer, f, TOWNS, row), 6);
  });
}

const shape = fc
  .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .map(([x, y, kind]): MultiPolygon => {
    if (kind === 0) return feature([star(10 * x, 10 * y, [9, 4, 8, 6, 7])]);
    if (kind === 1) return feature([box(10 * x, 10 * y, 30), box(10 * x + 5, 10 * y + 5, 15)]);
    if (kind === 2) return feature([box(10 * x, 10 * y, 10)], [box(10 * x + 20.3, 10 * y, 10)]);
    if (kind === 3) return feature([box(10 * x - 500, 10 * y - 500, 1000)]);
    return feature([box(10 * x, 10 * y, 10)]);
  });
const geometry = fc.oneof({ weight: 9, arbitrary: shape }, { weight: 1, arbitrary: fc.constant(null) });

/** Degrees of a feature given in metres: both go into a surveyed layer. */
const degrees = (metres: MultiPolygon | null): MultiPolygon | null =>
  metres ? toMultiPolygon(layerOf(metres), 0) : null;
const closed = (metres: MultiPolygon | null): MultiPolygon | null => (metres ? toSurveyed(layerOf(metres), 0) : null);

describe('live layer', () => {
  it('says after any edits what a layer built anew says', () => {
    const edit = fc.tuple(fc.constantFrom('replace', 'add', 'remove'), fc.nat(100), geometry);
    fc.assert(
      fc.property(fc.array(geometry, { maxLength: 12 }), fc.array(edit, { maxLength: 10 }), (start, edits) => {
        const features = [...start];
        const live = new LiveLayer(layerOf(...features), OPTIONS);
        for (const [what, number, next] of edits) {
          const before = features.map((_, f) => live.standing(f));
          const row = what === 'add' || features.length === 0 ? features.length : number % features.length;
          const given = what === 'remove' ? null : next;
          const done =
            row === features.length
              ? live.add(degrees(given), closed(given))
              : what === 'remove'
                ? live.remove(row)
                : live.replace(row, degrees(given), closed(given));
          features[row] = given;
          const { row: edited, touched, ...standing } = done;
          expect(edited).toBe(row);
          expect(standing).toEqual(live.standing(row));
          // Whoever is not touched stands as before.
          before.forEach((was, f) => {
            if (f !== row && !touched.includes(f)) expect(live.standing(f)).toEqual(was);
          });
        }
        expectAsRebuilt(live, features);
      }),
      { numRuns: 120 },
    );
  });
  it('takes a layer in degrees, and leaves all as it was when the input is bad', () => {
    const metres = [0, 10, 20].map((x) => feature([box(x, 0, 10)]));
    const plain = new LiveLayer(buildLayer(metres.map((m) => degrees(m))), OPTIONS);
    expect(plain.standing(1).adjoining).toEqual([0, 2]);
    expect(plain.replace(1, degrees(feature([box(10, 20, 10)])))).toMatchObject({ near: [], touched: [0, 2] });
    expect(plain.replace(1, degrees(metres[1])).touched).toEqual([0, 2]);
    const surveyed = new LiveLayer(layerOf(...metres), OPTIONS);
    expect(() => surveyed.replace(1, degrees(metres[1]))).toThrow(RangeError);
    expect(() => surveyed.replace(3, null)).toThrow(RangeError);
    expectAsRebuilt(surveyed, metres);
  });
});

describe('adjacent pairs', () => {
  it('are those of every pair compared', () => {
    fc.assert(
      fc.property(fc.array(geometry, { maxLength: 16 }), (features) => {
        const layer = layerOf(...features);
        const expected: [number, number][] = [];
        features.forEach((a, i) =>
          features.forEach((b, j) => {
            if (i < j && a && b && adjoin(outlineOf(layer, i, CRS), outlineOf(layer, j, CRS), 0.5, 1))
              expected.push([i, j]);
          }),
        );
        expect(adjacentPairs(layer, 0.5, 1)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
