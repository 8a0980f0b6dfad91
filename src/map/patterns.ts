import { STATES_OF_USE, type StateOfUse } from '../domain/land/states-of-use.ts';
import type { MapImage } from './glyphs.ts';
import { palettes, type Theme } from './palette.ts';
import { patternImage, STEPS, twiceImage } from './pattern-names.ts';

/*
 * Textures of the state of use, computed pixel by pixel, so that they meet seamlessly and need no canvas.
 * A tile must hold whole periods: lines every 6 px at 45° repeat every 6√2 ≈ 8.49 px along an axis, hence 17 px for
 * two; a lattice of 7 px turned by 45° repeats every 7√2 ≈ 9.90 px, hence 10 px for one.
 */

interface Texture {
  /** Tile edge, CSS px. */
  readonly tile: number;
  readonly alpha: number;
  /** Whether ink covers the point (x, y) of the tile, CSS px. */
  readonly inked: (x: number, y: number) => boolean;
}

const modulo = (value: number, period: number): number => value - period * Math.floor(value / period);

const DIAGONAL = 17 / 2; // along an axis, between two lines
/** Far below a pixel: keeps rounding from deciding differently along an edge that runs through sample points. */
const EVEN = 1e-9;
const idle: Texture = {
  tile: 17,
  alpha: 0.62,
  // Rising to the right, y going down.
  inked: (x, y) => modulo(x + y + EVEN, DIAGONAL) < 1.5 * Math.SQRT2,
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

const textures: Readonly<Record<StateOfUse, Texture>> = {
  idle,
  'low-efficiency': lowEfficiency,
  'approved-not-supplied': approvedNotSupplied,
};

/** Share of the pixel that is inked, by 8 × 8 samples; `px` is the length of a pixel on the untouched tile. */
function coverage(texture: Texture, column: number, row: number, px: number): number {
  let hits = 0;
  for (let i = 0; i < 8; i++) {
    for (let j = 0; j < 8; j++) {
      if (texture.inked((column + (i + 0.5) / 8) * px, (row + (j + 0.5) / 8) * px)) hits++;
    }
  }
  return hits / 64;
}

const rgb = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];

/**
 * MapLibre pins a pattern to the map at the last whole zoom and stretches it up to twice on the way to the next. A
 * tile drawn smaller by the stretch in the middle of its step keeps the texture within 9 % of its size on the screen.
 */
const shrink = (step: number): number => 2 ** (-(step + 0.5) / STEPS);

/** An image with the device pixels per CSS px it is to be shown at. */
export interface PatternImage extends MapImage {
  readonly pixelRatio: number;
}

/**
 * The seamless tile of one texture, RGBA.
 *
 * @param pixelRatio device pixels per CSS px
 * @param step which part of the way between two whole zooms it is for
 */
export function statePattern(state: StateOfUse, theme: Theme, pixelRatio: number, step: number): PatternImage {
  const texture = textures[state];
  const edge = texture.tile * shrink(step);
  const size = Math.max(1, Math.round(edge * pixelRatio));
  const data = new Uint8ClampedArray(size * size * 4);
  const [red, green, blue] = rgb(palettes[theme].hatch);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const alpha = Math.round(255 * texture.alpha * coverage(texture, column, row, texture.tile / size));
      data.set([red, green, blue, alpha], 4 * (row * size + column));
    }
  }
  return { name: patternImage(state, theme, step), width: size, height: size, data, pixelRatio: size / edge };
}

/** 计两层: broad lines at 45° on what is in hand or stands; a storey that counts twice. */
export function twicePattern(theme: Theme, pixelRatio: number): PatternImage {
  const edge = 12;
  const size = Math.max(1, Math.round(edge * pixelRatio));
  const data = new Uint8ClampedArray(size * size * 4);
  const { mass, ink } = palettes[theme];
  const [paper, line] = [rgb(mass.production[0]), rgb(ink)];
  const texture: Texture = { tile: edge, alpha: 0.75, inked: (x, y) => modulo(x + y + EVEN, edge) < 3 };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const share = texture.alpha * coverage(texture, column, row, edge / size);
      const mixed = paper.map((value, i) => Math.round(value + (line[i] - value) * share));
      data.set([...mixed, 255], 4 * (row * size + column));
    }
  }
  return { name: twiceImage(theme), width: size, height: size, data, pixelRatio: size / edge };
}

export const statePatterns = (theme: Theme, pixelRatio: number): PatternImage[] =>
  STATES_OF_USE.flatMap((state) =>
    Array.from({ length: STEPS }, (_, step) => statePattern(state, theme, pixelRatio, step)),
  );
