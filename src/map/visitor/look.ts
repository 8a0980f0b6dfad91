import type { Outcome } from '../../policy/shape/outcome.ts';
import { palettes, type Palette, type Theme } from '../palette.ts';
import type { Language } from '../view.ts';

/** Everything that decides how the visitor's map looks, besides its data: its layers are a function of it. */
export interface VisitorLook {
  readonly theme: Theme;
  readonly highContrast: boolean;
  readonly language: Language;
  /** Row of the chosen park; −1: none. */
  readonly chosen: number;
  /** Rows of parks that are shown; null: all. */
  readonly listed: readonly number[] | null;
  readonly idle: boolean;
  /** After a jump, or once half of what is in view was not drawn before, until the land there is: what is known of it from afar stands in. */
  readonly bridged: boolean;
  /** Size of the textures, see `textureStep`. */
  readonly textureStep: number;
  /** 天地图: asked for while the map's own ground is drawn, or lying below, so that ground and streets are not drawn twice; null: not to be had. */
  readonly tianditu: 'coming' | 'drawn' | null;
  /** Whether there are tiles: without them sites and townships come from one file. */
  readonly hasTiles: boolean;
}

export const firstLook = (hasTiles: boolean, hasTianditu: boolean): VisitorLook => ({
  theme: 'light',
  highContrast: false,
  language: 'zh',
  chosen: -1,
  listed: null,
  idle: false,
  bridged: false,
  textureStep: 0,
  tianditu: hasTianditu ? 'coming' : null,
  hasTiles,
});

/** Verdicts from best to worst: the greatest of several is what stands for them. */
export const RANKS: readonly Outcome[] = ['not-applicable', 'pass', 'relaxed', 'advisory', 'unknown', 'fail'];

/** Colours of a look: in high contrast lines and names are as dark, or as light, as they can be. */
export function paletteOf({ theme, highContrast }: VisitorLook): Palette {
  const p = palettes[theme];
  if (!highContrast) return p;
  const [ink, ground] = theme === 'light' ? ['#000000', '#FFFFFF'] : ['#FFFFFF', '#000000'];
  return {
    ...p,
    ...{ ink, park: ink, label: ink, labelQuiet: ink, bound: ink, hatch: ink, parcelLine: ink, waterInk: ink },
    ...{ halo: ground, paper: ground, block: ground, roadEdge: p.parcelLine },
  };
}

/** How much wider lines are. */
export const widened = ({ highContrast }: VisitorLook, px: number): number => (highContrast ? 1.5 * px : px);
