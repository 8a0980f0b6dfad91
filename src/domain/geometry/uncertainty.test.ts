import { describe, expect, it } from 'vitest';
import { areasOf } from './measures.ts';
import { box, feature, layerOf, star, type Points } from './test-rings.ts';
import { areaSigmaM2, vertexSigmaOf } from './uncertainty.ts';

/** Normal deviates, the same on every run (mulberry32 and Box–Muller). */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Moves every point, the same point in the same way wherever it stands, and measures what comes of it. */
function drawnSigma(parts: readonly Points[][], sigmaM: number, draws: number): number {
  const normal = normals(7);
  const areas = Array.from({ length: draws }, () => {
    const moved = new Map<string, readonly [number, number]>();
    const move = ([x, y]: readonly [number, number]) => {
      const key = `${x} ${y}`;
      if (!moved.has(key)) moved.set(key, [x + sigmaM * normal(), y + sigmaM * normal()]);
      return moved.get(key)!;
    };
    return areasOf(layerOf(feature(...parts.map((rings) => rings.map((ring) => ring.map(move))))), 0).planeM2;
  });
  const mean = areas.reduce((sum, area) => sum + area, 0) / draws;
  return Math.sqrt(areas.reduce((sum, area) => sum + (area - mean) ** 2, 0) / (draws - 1));
}

describe('uncertainty of an area', () => {
  it('is √2 · side · σ for a square, whichever way it turns', () => {
    expect(areaSigmaM2(layerOf(feature([box(0, 0, 250)])), 0, 0.05)).toBeCloseTo(Math.SQRT2 * 250 * 0.05, 6);
    expect(areaSigmaM2(layerOf(feature([box(0, 0, 250).toReversed()])), 0, 0.05)).toBeCloseTo(17.6777, 3);
    expect(areaSigmaM2(layerOf(null), 0, 0.05)).toBe(0);
  });
  it('is the spread of areas drawn at random, with holes, parts and vertices that rings share', () => {
    const hole: Points = [
      [0, 0],
      [40, 20],
      [20, 40],
    ];
    const shapes: Points[][][] = [
      [[star(0, 0, [90, 40, 70, 100, 55, 80, 62])]],
      [[box(0, 0, 100), box(20, 20, 60)]],
      // A hole that begins in a corner of its shell, turned as the shell is.
      [[box(0, 0, 100), hole]],
      [[box(0, 0, 50)], [box(50, 50, 70, 30)]],
    ];
    for (const parts of shapes) {
      const sigma = areaSigmaM2(layerOf(feature(...parts)), 0, 0.1);
      // 4000 draws give a spread to about 1.1 %.
      expect(Math.abs(drawnSigma(parts, 0.1, 4000) / sigma - 1)).toBeLessThan(0.035);
    }
  });
  it('takes the error of a vertex as stated, or 0.2 mm on the map', () => {
    expect(vertexSigmaOf({ from: 'stated', precisionM: 0.05 })).toBe(0.05);
    expect(vertexSigmaOf({ from: 'scale', denominator: 2000 })).toBeCloseTo(0.4, 12);
  });
});
