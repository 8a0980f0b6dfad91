import { describe, expect, it } from 'vitest';
import { STATES_OF_USE } from '../domain/land/states-of-use.ts';
import { STATE_SWATCHES, STEPS, textureStep } from './pattern-names.ts';
import { statePattern, type PatternImage } from './patterns.ts';

/** Alpha at a pixel of the endlessly repeated tile. */
function alpha(image: PatternImage, x: number, y: number): number {
  const wrap = (v: number, n: number): number => ((v % n) + n) % n;
  return image.data[4 * (wrap(y, image.height) * image.width + wrap(x, image.width)) + 3];
}

const mean = (image: PatternImage): number => {
  let sum = 0;
  for (let i = 3; i < image.data.length; i += 4) sum += image.data[i];
  return sum / (image.data.length / 4) / 255;
};

describe('textures of the state of use', () => {
  // Ink per area by the dimensions of the design: line width / spacing, or dot area / cell, times the opacity.
  const expected = {
    idle: 0.62 * (1.5 / 6),
    'low-efficiency': (0.7 * Math.PI * 1.15 ** 2) / 7 ** 2,
    'approved-not-supplied': 0.42 * (1 / 5),
  };

  it.each(STATES_OF_USE)('%s carries the ink of the design in every size and theme', (state) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const ratio of [1, 1.5, 2, 3]) {
        for (let step = 0; step < STEPS; step++) {
          expect(Math.abs(mean(statePattern(state, theme, ratio, step)) / expected[state] - 1)).toBeLessThan(0.12);
        }
      }
    }
  });

  it('has idle lines rising to the right at exactly 45°, unbroken across the edge of the tile', () => {
    const image = statePattern('idle', 'light', 2, 1);
    for (let x = 0; x < image.width; x++) {
      for (let k = 1; k <= 2 * image.width; k++) expect(alpha(image, x - k, k)).toBe(alpha(image, x, 0));
    }
  });

  it('leans in the legend as on the map', () => {
    const image = statePattern('idle', 'light', 2, 0);
    const lines = [...STATE_SWATCHES.idle.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)];
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const [x, y, toX, toY] = line.slice(1).map(Number);
      expect(Math.abs(toX - x)).toBe(Math.abs(toY - y));
      // Along the line of the legend the map's texture stays as it is; across it, it changes.
      const along = Array.from({ length: 8 }, (_, k) => alpha(image, k * Math.sign(toX - x), k * Math.sign(toY - y)));
      const across = Array.from({ length: 8 }, (_, k) => alpha(image, k * Math.sign(toX - x), -k * Math.sign(toY - y)));
      expect([new Set(along).size, new Set(across).size > 1]).toEqual([1, true]);
    }
  });

  it('has horizontal lines for land approved but not supplied, and lines unlike them for idle land', () => {
    const row = (image: PatternImage, y: number): Set<number> =>
      new Set(Array.from({ length: image.width }, (_, x) => alpha(image, x, y)));
    const flat = statePattern('approved-not-supplied', 'light', 2, 0);
    for (let y = 0; y < flat.height; y++) expect(row(flat, y).size).toBe(1);
    expect(row(statePattern('idle', 'light', 2, 0), 0).size).toBeGreaterThan(1);
  });

  it('turns the dots by 45°: the lattice repeats by half a tile along both axes together, not along one', () => {
    const image = statePattern('low-efficiency', 'light', 4, 0);
    const inked = (x: number, y: number): boolean => alpha(image, x, y) > 128;
    expect(inked(0, 0)).toBe(true);
    expect(inked(image.width >> 1, image.height >> 1)).toBe(true);
    expect(inked(image.width >> 1, 0)).toBe(false);
  });

  it('keeps its size on the screen within 9 % while MapLibre stretches it up to twice', () => {
    for (let zoom = 12; zoom < 14; zoom += 0.01) {
      const image = statePattern('idle', 'light', 2, textureStep(zoom));
      const drawn = (image.width / image.pixelRatio) * 2 ** (zoom - Math.floor(zoom));
      expect(Math.abs(drawn / 17 - 1)).toBeLessThan(0.095);
    }
  });
});
