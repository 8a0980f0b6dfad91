import { describe, expect, it } from 'vitest';
import { LAND_CLASSES, OUTCOMES, palettes, type Palette } from './palette.ts';

type Rgb = readonly [number, number, number];
const hex = (colour: string): Rgb => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)) as unknown as Rgb;

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The tint as it lies on a block. */
function onBlock(colour: string, palette: Palette): Rgb {
  const [r, g, b, a] = colour.slice(5, -1).split(',').map(Number);
  return hex(palette.block).map((base, i) => base * (1 - a) + [r, g, b][i] * a) as unknown as Rgb;
}

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = palettes[theme];

  it('keeps every text at 4.5:1 on its halo', () => {
    for (const ink of [palette.label, palette.labelQuiet, palette.accent]) {
      expect(contrast(hex(ink), hex(palette.halo))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(hex(palette.labelQuiet), hex(palette.road))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex(palette.waterInk), hex(palette.water))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex(palette.accentOn), hex(palette.accent))).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps every verdict at 4.5:1 on its halo', () => {
    for (const outcome of OUTCOMES) {
      expect(contrast(hex(palette.verdict[outcome]), hex(palette.halo))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the edge of a site and of a park at 3:1 on every land class', () => {
    for (const key of LAND_CLASSES.filter((k) => palette.land[k].startsWith('rgba'))) {
      expect(contrast(hex(palette.accent), onBlock(palette.land[key], palette))).toBeGreaterThanOrEqual(3);
      expect(contrast(hex(palette.park), onBlock(palette.land[key], palette))).toBeGreaterThanOrEqual(3);
    }
  });
});

it('prints the colours the standard prescribes in both themes', () => {
  for (const key of LAND_CLASSES) {
    const rgb = (colour: string): string => colour.split(',').slice(0, 3).join();
    const { light, dark } = palettes;
    if (light.land[key].startsWith('rgba')) expect(rgb(light.land[key])).toBe(rgb(dark.land[key]));
  }
  expect(palettes.light.land.ind).toBe('rgba(187,150,116,0.4)');
  expect(palettes.dark.land.utl).toBe('rgba(0,99,128,0.24)');
});
