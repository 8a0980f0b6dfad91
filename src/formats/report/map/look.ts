import type { SheetParcel } from '../../../domain/land/sheets/sheet-land.ts';
import type { Line } from '../drawing.ts';

/* How a map sheet looks: land in the colours of the standard, of others quiet, everything else ink. */

export const INK = '#1C1D1F';
export const QUIET = '#66676A';
export const BUILDING = '#DEDBD4';
export const PAPER = '#FFFFFF';
export const LINES = {
  border: { colour: INK, mm: 0.4 },
  beside: { colour: '#B9B5AB', mm: 0.13 },
  building: { colour: '#46484B', mm: 0.18 },
  grid: { colour: '#66676A', mm: 0.13 },
  neat: { colour: INK, mm: 0.2 },
  outer: { colour: INK, mm: 0.5 },
  leader: { colour: QUIET, mm: 0.12 },
  point: { colour: INK, mm: 0.2 },
} as const satisfies Record<string, Line>;

/** Shares of the prescribed colour on paper. */
const OWN = 0.42;
const BESIDE = 0.1;

const tint = (rgb: readonly number[], share: number): string =>
  `#${rgb.map((own) => Math.round(255 - (255 - own) * share).toString(16).padStart(2, '0')).join('').toUpperCase()}`; // prettier-ignore

/** Fill of land of the park; of a class that is not known none. */
export const ownFill = ({ rgb }: Pick<SheetParcel, 'rgb'>): string => (rgb ? tint(rgb, OWN) : PAPER);
export const besideFill = ({ rgb }: Pick<SheetParcel, 'rgb'>): string => (rgb ? tint(rgb, BESIDE) : PAPER);
