import type { StateOfUse } from '../domain/land/states-of-use.ts';
import type { Theme } from './palette.ts';

/* What layers and legends know of the textures, without the drawing of them. */

/** How many sizes of each tile there are between two whole zooms. */
export const STEPS = 4;

/** Which size of tile a zoom asks for, 0 … STEPS − 1. */
export const textureStep = (zoom: number): number => Math.floor((zoom - Math.floor(zoom)) * STEPS);

export const patternImage = (state: StateOfUse, theme: Theme, step: number): string =>
  `state-${state}-${theme}-${step}`;

export const twiceImage = (theme: Theme): string => `mass-twice-${theme}`;

/** The textures as strokes in a box of 18 × 12, for a legend. */
export const STATE_SWATCHES: Readonly<Record<StateOfUse, string>> = {
  idle: 'M0 7L7 0M1 12L13 0M7 12L18 1M13 12L18 7',
  'low-efficiency': 'M3 3h.01M9 3h.01M15 3h.01M6 6h.01M12 6h.01M3 9h.01M9 9h.01M15 9h.01',
  'approved-not-supplied': 'M0 2.5h18M0 6h18M0 9.5h18',
};
