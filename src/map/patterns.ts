import { palettes, type Theme } from './palette.ts';
import type { MapImage } from './glyphs.ts';

/*
 * Textures of the state of use, computed pixel by pixel, so that they meet seamlessly and need no canvas.
 * A tile must hold whole periods: lines every 6 px at 45° repeat every 6√2 ≈ 8.49 px along an axis, hence 17 px for
 * two; a lattice of 7 px turned by 45° repeats every 7√2 ≈ 9.90 px, hence 10 px for one.
 */
export const STATES = ['idle', 'low-efficiency', 'approved-not-supplied'] as const;
export type StateKey = (typeof STATES)[number];

export const patternImage = (state: StateKey, theme: Theme): string => `state-${state}-${theme}`;

interface Texture {
  /** Tile edge, CSS px. */
  readonly tile: number;
  readonly alpha: number;
  /** Whether ink covers the point (x, y) of the tile, CSS px. */
  readonly inked: (x: number, y: number) => boolean;
}

const modulo = (value: number, period: number): number => value - period * Math.floor(value / period);

const DIAGONAL = 17 / 2; // along an axis, between two lines
const idle: Texture = {
  tile: 17,
  alpha: 0.62,
  inked: (x, y) => modulo(x - y, DIAGONAL) < 1.5 * Math.SQRT2,
};

const lowEfficiency: Texture = {
  tile: 10,
  alpha: 0.7,
  inked: (x, y) => {
    const corner = Math.hypot(modulo(x + 5, 10) - 5, modulo(y + 5, 10) - 5);
    const middle = Math.hypot(modulo(x, 10) - 5, modulo(y, 10) - 5);
    return Math.min(corner, middle) <= 1.15;
  },
};

const approvedNotSupplied: Texture = { tile: 5, alpha: 0.42, inked: (_x, y) => modulo(y, 5) < 1 };

const textures: Readonly<Record<StateKey, Texture>> = {
  idle,
  'low-efficiency': lowEfficiency,
  'approved-not-supplied': approvedNotSupplied,
};

/** Share of the pixel that is inked, by 4 × 4 samples. */
function coverage(texture: Texture, column: number, row: number, pixelRatio: number): number {
  let hits = 0;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      if (texture.inked((column + (i + 0.5) / 4) / pixelRatio, (row + (j + 0.5) / 4) / pixelRatio)) hits++;
    }
  }
  return hits / 16;
}

const rgb = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];

/**
 * The seamless tile of one texture, RGBA.
 *
 * @param pixelRatio device pixels per CSS px; rounded up to a whole number, so that the tile keeps whole periods
 */
export function statePattern(state: StateKey, theme: Theme, pixelRatio: number): MapImage {
  const texture = textures[state];
  const ratio = Math.max(1, Math.ceil(pixelRatio));
  const size = texture.tile * ratio;
  const data = new Uint8ClampedArray(size * size * 4);
  const [red, green, blue] = rgb(palettes[theme].hatch);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const alpha = Math.round(255 * texture.alpha * coverage(texture, column, row, ratio));
      data.set([red, green, blue, alpha], 4 * (row * size + column));
    }
  }
  return { name: patternImage(state, theme), width: size, height: size, data };
}

export const statePatterns = (theme: Theme, pixelRatio: number): MapImage[] =>
  STATES.map((state) => statePattern(state, theme, pixelRatio));
