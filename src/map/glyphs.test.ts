import { expect, it } from 'vitest';
import { GLYPH_PATHS, glyphImage } from './glyphs.ts';
import { OUTCOMES } from './palette.ts';

it('gives every verdict a shape of its own, so that colour is never alone', () => {
  expect(Object.keys(GLYPH_PATHS).sort()).toEqual([...OUTCOMES].sort());
  expect(new Set(Object.values(GLYPH_PATHS)).size).toBe(OUTCOMES.length);
});

it('names one image per verdict and theme', () => {
  const names = OUTCOMES.flatMap((o) => [glyphImage(o, 'light'), glyphImage(o, 'dark')]);
  expect(new Set(names).size).toBe(2 * OUTCOMES.length);
});
