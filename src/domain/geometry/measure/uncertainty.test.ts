import { describe, expect, it } from 'vitest';
import { areasOf } from './measures.ts';
import { box, feature, layerOf, star, type Points } from '../plane/test-rings.ts';
import { areaPull, areaSigmaM2, sigmaOfPulls, vertexSigmaOf } from './uncertainty.ts';

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

/** The same of many parts by the bare shoelace: the spread of the sum of their areas. */
function summedSigma(parts: readonly Points[][], sigmaM: number, draws: number): number {
  const normal = normals(11);
  const sums = Array.from({ length: draws }, () => {
    const moved = new Map<string, readonly [number, number]>();
    const move = ([x, y]: readonly [number, number]) => {
      const key = `${x} ${y}`;
      const place = moved.get(key) ?? ([x + sigmaM * normal(), y + sigmaM * normal()] as const);
      moved.set(key, place);
      return place;
    };
    const ground = (ring: Points): number => {
      const at = ring.map(move);
      const next = (i: number) => at[(i + 1) % at.length];
      return Math.abs(at.reduce((sum, [x, y], i) => sum + x * next(i)[1] - next(i)[0] * y, 0)) / 2;
    };
    return parts.reduce(
      (sum, [shell, ...holes]) => holes.reduce((left, h) => left - ground(h), sum + ground(shell)),
      0,
    );
  });
  const mean = sums.reduce((sum, area) => sum + area, 0) / draws;
  return Math.sqrt(sums.reduce((sum, area) => sum + (area - mean) ** 2, 0) / (draws - 1));
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
  it('of a sum over neighbours is the spread of the sum: what one gains at a common point the other loses', () => {
    // Three by three squares with their corners in common, one of them with a hole, and one that stands alone.
    const squares = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y): Points[][] => [[box(100 * x, 100 * y, 100)]]));
    squares[4] = [[box(100, 100, 100), box(130, 130, 40)]];
    const shapes = [...squares, [[box(500, 0, 80)]]];
    const layer = layerOf(...shapes.map((parts) => feature(...parts)));
    const sigma = sigmaOfPulls(shapes.map((_, f) => areaPull(layer, f, 0.1)));
    // Twelve points on the rim, four of them corners; the hole and the square alone: σ_v × their diagonal.
    const rim = Math.sqrt(8 * 200 ** 2 + 4 * 2 * 100 ** 2) / 2;
    expect(sigma).toBeCloseTo(0.1 * Math.hypot(rim, 40 * Math.SQRT2, 80 * Math.SQRT2), 6);
    expect(Math.abs(summedSigma(shapes.flat(), 0.1, 10_000) / sigma - 1)).toBeLessThan(0.025);
    // As if none had a point in common it would come out by a quarter too large.
    expect(Math.hypot(...shapes.map((_, f) => areaSigmaM2(layer, f, 0.1)))).toBeGreaterThan(1.25 * sigma);
  });
  it('takes the error of a vertex as stated, or 0.2 mm on the map', () => {
    expect(vertexSigmaOf({ from: 'stated', precisionM: 0.05 })).toBe(0.05);
    expect(vertexSigmaOf({ from: 'scale', denominator: 2000 })).toBeCloseTo(0.4, 12);
  });
});
