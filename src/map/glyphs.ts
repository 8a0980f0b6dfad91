import { palettes, OUTCOMES, type OutcomeKey, type Theme } from './palette.ts';

/** Shape of each verdict on a 16 × 16 grid, filled even-odd. Shape and colour say the same, so neither is needed alone. */
export const GLYPH_PATHS: Readonly<Record<OutcomeKey, string>> = {
  pass: 'M8,1a7,7,0,1,1,0,14A7,7,0,0,1,8,1ZM4,8.3,7,11.3,12.1,5.9,11,4.8,7,9.1,5.1,7.2Z',
  relaxed: 'M8,.4,15.6,8,8,15.6.4,8ZM8,2.9,2.9,8,8,13.1Z',
  advisory: 'M8,.9,15.7,14.6H.3ZM8,4.1,3,13.1H13ZM7.25,6.6h1.5v3.2h-1.5ZM7.25,10.6h1.5v1.5h-1.5Z',
  fail: 'M5.1,1h5.8L15,5.1v5.8L10.9,15H5.1L1,10.9V5.1ZM5.4,4.3,4.3,5.4,6.9,8,4.3,10.6,5.4,11.7,8,9.1,10.6,11.7,11.7,10.6,9.1,8,11.7,5.4,10.6,4.3,8,6.9Z',
  unknown:
    'M9.1,1.1A7,7,0,0,1,13.4,3.6L12.3,4.5A5.5,5.5,0,0,0,8.9,2.6ZM14.5,5.5A7,7,0,0,1,14.5,10.5L13.1,10A5.5,5.5,0,0,0,13.1,6ZM13.4,12.4A7,7,0,0,1,9.1,14.9L8.9,13.4A5.5,5.5,0,0,0,12.3,11.5ZM6.9,14.9A7,7,0,0,1,2.6,12.4L3.7,11.5A5.5,5.5,0,0,0,7.1,13.4ZM1.5,10.5A7,7,0,0,1,1.5,5.5L2.9,6A5.5,5.5,0,0,0,2.9,10ZM2.6,3.6A7,7,0,0,1,6.9,1.1L7.1,2.6A5.5,5.5,0,0,0,3.7,4.5ZM5.9,6.5C5.9,5.2,6.8,4.3,8.1,4.3,9.3,4.3,10.2,5.1,10.2,6.2,10.2,7,9.8,7.5,9.2,7.9,8.8,8.2,8.7,8.4,8.7,8.9V9.3H7.3V8.8C7.3,7.9,7.6,7.4,8.2,7,8.6,6.7,8.8,6.5,8.8,6.2,8.8,5.8,8.5,5.6,8.1,5.6,7.6,5.6,7.3,5.9,7.3,6.5ZM7.3,10.2H8.7V11.6H7.3Z',
  'not-applicable': 'M2,7.1H14V8.9H2Z',
};

/** Name of the image of a verdict: `v-pass-light`. Both themes are loaded at once, so a change of theme loads nothing. */
export const glyphImage = (outcome: OutcomeKey, theme: Theme): string => `v-${outcome}-${theme}`;
export const discImage = (theme: Theme): string => `site-disc-${theme}`;

/** Edge of a verdict image and its drawing, CSS px: a glyph of 15 px over a halo disc of radius 9.85. */
const BOX = 22;
const GLYPH = 15;

export interface MapImage {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function canvas(size: number, pixelRatio: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = Math.round(size * pixelRatio);
  const context = element.getContext('2d');
  if (!context) throw new Error('The browser gives no 2D canvas to draw the map symbols on.');
  context.scale(pixelRatio, pixelRatio);
  return context;
}

export function disc(context: CanvasRenderingContext2D, centre: number, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(centre, centre, radius, 0, 2 * Math.PI);
  context.fill();
}

export function read(name: string, context: CanvasRenderingContext2D): MapImage {
  const { width, height } = context.canvas;
  return { name, width, height, data: context.getImageData(0, 0, width, height).data };
}

function verdictImage(outcome: OutcomeKey, theme: Theme, pixelRatio: number): MapImage {
  const context = canvas(BOX, pixelRatio);
  disc(context, BOX / 2, (10.5 * GLYPH) / 16, palettes[theme].halo);
  context.translate((BOX - GLYPH) / 2, (BOX - GLYPH) / 2);
  context.scale(GLYPH / 16, GLYPH / 16);
  context.fillStyle = palettes[theme].verdict[outcome];
  context.fill(new Path2D(GLYPH_PATHS[outcome]), 'evenodd');
  return read(glyphImage(outcome, theme), context);
}

/** The disc a site number stands on: accent, radius 10, in a halo 1 px wider. */
function siteDisc(theme: Theme, pixelRatio: number): MapImage {
  const context = canvas(24, pixelRatio);
  disc(context, 12, 11, palettes[theme].halo);
  disc(context, 12, 9, palettes[theme].accent);
  return read(discImage(theme), context);
}

/** Every drawn symbol of a theme. Needs a browser canvas. */
export function symbolImages(theme: Theme, pixelRatio: number): MapImage[] {
  return [...OUTCOMES.map((o) => verdictImage(o, theme, pixelRatio)), siteDisc(theme, pixelRatio)];
}
