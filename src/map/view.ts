import type { StateOfUse } from '../domain/land/states-of-use.ts';
import type { Theme } from './palette.ts';

export type Language = 'zh' | 'en';

/** Everything that decides how the map looks, besides its data. The layers are a function of it. */
export interface MapState {
  readonly theme: Theme;
  readonly language: Language;
  readonly parkId: string | null;
  /** Ids of the parks shown; null shows all. A selected park is always shown. */
  readonly visible: ReadonlySet<string> | null;
  /** Verdicts and names of the parks there are stay away: what is planned is drawn over them. */
  readonly isQuiet: boolean;
  /** The one state of use 利用状态 whose texture is drawn; null draws all. */
  readonly status: StateOfUse | null;
  /** Id of the park under the pointer. */
  readonly hoverParkId: string | null;
  /** What of the tiles the plan of a park draws in its own way; null: there is no plan. */
  readonly planned: Planned | null;
  /** 体量: what stands on the land is drawn standing. */
  readonly isMass: boolean;
  /** After a jump, until the land there is drawn: what is known of it from afar stands in. */
  readonly bridged: boolean;
  /** GeoJSON sources that have nothing to draw. */
  readonly bare: readonly string[];
  /** Size of the textures, see `textureStep`. */
  readonly textureStep: number;
}

/** Keys of what a plan draws, and whether it draws its sites too. */
interface Planned {
  readonly parcels: readonly number[];
  readonly buildings: readonly number[];
  readonly hasSites: boolean;
  /** Of the buildings those that it draws standing too. */
  readonly standing: readonly number[];
}

export const initialState = (theme: Theme, language: Language): MapState => ({
  theme,
  language,
  parkId: null,
  visible: null,
  isQuiet: false,
  status: null,
  hoverParkId: null,
  planned: null,
  isMass: false,
  bridged: false,
  bare: [],
  textureStep: 0,
});
