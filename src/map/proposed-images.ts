import type { StyleImageMetadata } from 'maplibre-gl';
import { canvas, disc, read, type MapImage } from './glyphs.ts';
import { palettes, type Theme } from './palette.ts';

/** 锁定 a padlock, 不用 a ring with a bar, on a 16 × 16 grid, filled even-odd. */
const MARK_PATHS = {
  locked: 'M5,7V5a3,3,0,0,1,6,0V7h2v8H3V7ZM6.6,7h2.8V5a1.4,1.4,0,0,0-2.8,0Z',
  banned:
    'M8,1a7,7,0,1,1,0,14A7,7,0,0,1,8,1ZM8,2.8a5.2,5.2,0,1,0,0,10.4A5.2,5.2,0,0,0,8,2.8ZM4.995,3.793,12.207,11.005,11.005,12.207,3.793,4.995Z',
} as const;

/** `locked-on`: on a filled badge. */
type MarkKind = keyof typeof MARK_PATHS | 'locked-on';
type BadgeKind = 'chosen' | 'other';

export const markImage = (kind: MarkKind, theme: Theme): string => `mark-${kind}-${theme}`;
export const badgeImage = (kind: BadgeKind, theme: Theme): string => `badge-${kind}-${theme}`;

/** An image that is stretched behind its text. */
interface BadgeImage extends MapImage {
  readonly fit: Partial<StyleImageMetadata>;
}

function mark(kind: MarkKind, theme: Theme, pixelRatio: number): MapImage {
  const p = palettes[theme];
  const isOn = kind === 'locked-on';
  const size = kind === 'banned' ? 20 : isOn ? 12 : 18;
  const context = canvas(size, pixelRatio);
  if (!isOn) disc(context, size / 2, size / 2 - 0.5, p.halo);
  const edge = 12;
  context.translate((size - edge) / 2, (size - edge) / 2);
  context.scale(edge / 16, edge / 16);
  context.fillStyle = isOn ? p.accentOn : kind === 'locked' ? p.accent : p.ink;
  context.fill(new Path2D(MARK_PATHS[isOn ? 'locked' : kind]), 'evenodd');
  return read(markImage(kind, theme), context);
}

/** A plate of 20 px with corners of 2 px. */
function badge(kind: BadgeKind, theme: Theme, pixelRatio: number): BadgeImage {
  const p = palettes[theme];
  const context = canvas(20, pixelRatio);
  const plate = (inset: number, colour: string) => {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(inset, inset, 20 - 2 * inset, 20 - 2 * inset, 3);
    context.fill();
  };
  plate(0, kind === 'chosen' ? p.halo : p.accent);
  plate(1, kind === 'chosen' ? p.accent : p.raised);
  const [from, to] = [5 * pixelRatio, 15 * pixelRatio];
  return {
    ...read(badgeImage(kind, theme), context),
    fit: { stretchX: [[from, to]], stretchY: [[from, to]], content: [2 * pixelRatio, 2 * pixelRatio, 18 * pixelRatio, 18 * pixelRatio] }, // prettier-ignore
  };
}

export const markImages = (theme: Theme, pixelRatio: number): MapImage[] =>
  (['locked', 'locked-on', 'banned'] as const).map((kind) => mark(kind, theme, pixelRatio));

export const badgeImages = (theme: Theme, pixelRatio: number): BadgeImage[] =>
  (['chosen', 'other'] as const).map((kind) => badge(kind, theme, pixelRatio));
