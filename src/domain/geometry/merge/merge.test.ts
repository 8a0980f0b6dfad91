import fc from 'fast-check';
import { union, type Geom } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { splitEqually } from '../split/areas.ts';
import { layerLike, storedArea, storedFeature } from '../edit/frame.ts';
import type { Layer, MultiPolygon } from '../columns/layer.ts';
import { box, CRS, feature, layerOf, ORIGIN, star } from '../plane/test-rings.ts';
import { problemsOf } from '../valid/validity.ts';
import { mergeFeatures } from './merge.ts';

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const all = (layer: Layer) => Array.from({ length: layer.size }, (_, f) => f);
const ringOf = (shape: MultiPolygon) => shape[0][0].slice(0, -1).map(([x, y]) => [x - ORIGIN[0], y - ORIGIN[1]]);

describe('what was split is merged again', () => {
  it('to the same ground, 1e-9, and the same as polyclip-ts', () => {
    const radii = fc.array(fc.integer({ min: 4000, max: 20000 }), { minLength: 5, maxLength: 20 });
    const bearing = fc.double({ min: 0, max: 360, noNaN: true });
    fc.assert(
      fc.property(radii, bearing, fc.integer({ min: 2, max: 6 }), (outer, bearingDeg, count) => {
        const rings = [star(100, 100, outer.map((r) => r / 100)), star(100, 100, [9, 12, 11, 8])]; // prettier-ignore
        const layer = layerOf(feature(rings));
        const whole = storedArea(layer, storedFeature(layer, 0), CRS);
        const { pieces } = value(splitEqually(layer, 0, { bearingDeg, from: 'left' }, count));
        const parts = layerLike(layer, pieces.map((p) => p.after)); // prettier-ignore
        const { after, areaAfterM2, differenceM2 } = value(mergeFeatures(parts, all(parts)));
        expect(Math.abs(areaAfterM2 - whole)).toBeLessThan(1e-9 * whole);
        expect(Math.abs(differenceM2)).toBeLessThan(1e-9 * whole);
        expect(problemsOf(layerLike(layer, [after]), 0)).toEqual([]);
        expect(after.map((part) => part.length)).toEqual([2]);
        const peer = union(...(pieces.map((p) => p.after) as unknown as [Geom, ...Geom[]])) as unknown as MultiPolygon;
        expect(Math.abs(storedArea(layer, peer, CRS) - areaAfterM2)).toBeLessThan(1e-6 * whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe('shared borders', () => {
  it('dissolve where one side has a vertex more, and its vertex goes only if asked and unused', () => {
    const left = [[0, 0], [50, 0], [50, 20], [50, 40], [0, 40]] as const; // prettier-ignore
    const layer = layerOf(feature([left]), feature([box(50, 0, 30, 40)]));
    const { after, areaAfterM2, dropped } = value(mergeFeatures(layer, [0, 1]));
    expect(areaAfterM2).toBe(80 * 40);
    expect(dropped).toEqual([]);
    expect(ringOf(after)).toEqual([[0, 0], [50, 0], [80, 0], [80, 40], [50, 40], [0, 40]]); // prettier-ignore
    const straight = value(mergeFeatures(layer, [0, 1], { dropCollinear: true }));
    expect(ringOf(straight.after)).toEqual([[0, 0], [80, 0], [80, 40], [0, 40]]); // prettier-ignore
    expect(straight.dropped).toHaveLength(2);
    const withUser = layerOf(feature([left]), feature([box(50, 0, 30, 40)]), feature([box(0, 40, 50)]));
    const kept = value(mergeFeatures(withUser, [0, 1], { dropCollinear: true }));
    expect(ringOf(kept.after)).toEqual([[0, 0], [80, 0], [80, 40], [50, 40], [0, 40]]); // prettier-ignore
  });
  it('a vertex that rounding put beside the line still dissolves it; the sliver is said', () => {
    const left = [[0, 0], [50, 0], [50.0001, 20.3], [50, 40], [0, 40]] as const; // prettier-ignore
    const { after, differenceM2 } = value(
      mergeFeatures(layerOf(feature([left]), feature([box(50, 0, 30, 40)])), [0, 1]),
    );
    expect(after.map((part) => part.length)).toEqual([1]);
    expect(differenceM2).toBeCloseTo(-0.002, 9);
  });
  it('a ring of four closes round a hole, and its hole can be filled by the fifth', () => {
    const frame = [box(0, 0, 30, 10), box(0, 20, 30, 10), box(0, 10, 10), box(20, 10, 10)];
    const layer = layerOf(...frame.map((b) => feature([b])), feature([box(10, 10, 10)]));
    const around = value(mergeFeatures(layer, [0, 1, 2, 3]));
    expect([around.after[0].length, around.areaAfterM2]).toEqual([2, 800]);
    const filled = value(mergeFeatures(layer, all(layer)));
    expect([filled.after[0].length, filled.areaAfterM2]).toEqual([1, 900]);
  });
  it('clockwise boundaries stay clockwise and begin where the first one began', () => {
    const clockwise = [...box(0, 0, 10)].reverse();
    const layer = layerOf(feature([clockwise]), feature([box(10, 0, 10)]));
    const { after } = value(mergeFeatures(layer, [0, 1]));
    expect(ringOf(after)).toEqual([[0, 10], [10, 10], [20, 10], [20, 0], [10, 0], [0, 0]]); // prettier-ignore
  });
});

describe('refused', () => {
  it('apart, in a point only, overlapping, broken, or one alone', () => {
    const layer = layerOf(
      feature([box(0, 0, 10)]),
      feature([box(13, 4, 10)]),
      feature([box(10, 10, 10)]),
      feature([box(5, 0, 10)]),
      feature([[[0, 0], [10, 10], [10, 0], [0, 10]]]), // prettier-ignore
    );
    const of = (...rows: number[]) => mergeFeatures(layer, rows);
    expect(of(0, 1)).toMatchObject({ refusal: { code: 'not-adjacent', params: { id: 1, other: 2 } } });
    const apart = of(0, 1);
    expect(!apart.ok && apart.refusal.params.distanceM).toBeCloseTo(3, 6);
    expect(of(0, 2)).toMatchObject({ refusal: { code: 'not-adjacent', params: { distanceM: 0 } } });
    expect(of(0, 3)).toMatchObject({ refusal: { code: 'parcels-overlap' } });
    expect(of(0, 4)).toMatchObject({ refusal: { code: 'boundary-broken', params: { id: 5 } } });
    expect(of(0, 0)).toMatchObject({ refusal: { code: 'too-few-parcels' } });
  });
});
