import type { MapData } from '../client/view.ts';
import type { Outcome } from '../policy/finding.ts';
import { ParkMapView } from './parkmap.ts';
import type { Theme } from './palette.ts';
import type { Pick } from './pick.ts';
import type { ScaleBar } from './scale.ts';
import type { Language } from './view.ts';

export { GLYPH_PATHS } from './glyphs.ts';
export type { Pick } from './pick.ts';
export type { ScaleBar } from './scale.ts';
export type { Theme } from './palette.ts';
export type { Language } from './view.ts';

export interface View {
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** [west, south, east, north], degrees. */
export type Bounds = readonly [number, number, number, number];

/** Room kept free for panels that lie over the map, px. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface ParkMapOptions {
  readonly theme: Theme;
  readonly language: Language;
  /** What a screen reader calls the map region; the page has the words. */
  readonly ariaLabel: string;
  readonly view?: View;
  /** A click asks; the page answers with `setSelection`. Null when the click was on no park. */
  readonly onSelectPark: (id: string | null) => void;
  /** Null when the click was on no parcel outside a park. */
  readonly onSelectParcel: (id: string | null) => void;
  readonly onHover?: (under: Pick) => void;
  /** After the map came to rest, and once when it is first drawn. */
  readonly onMove: (view: View) => void;
  /** A fault of the map library, such as a lost drawing context; the console has it otherwise. */
  readonly onError?: (error: Error) => void;
}

export interface ParkMap {
  setData(data: MapData): void;
  /** Replaces the selection; what is left out is not selected. */
  setSelection(selection: { readonly parkId?: string | null; readonly parcelId?: string | null }): void;
  /** Marks a park as under the pointer, for a list beside the map. */
  setHover(parkId: string | null): void;
  /** Parks to show; null shows all. The selected park stays. */
  setVisible(parks: ReadonlySet<string> | null): void;
  /** Verdicts to draw in place of the parks' own, by park id: those of one rule, or of a trial. Null: their own. */
  setOutcomes(outcomes: ReadonlyMap<string, Outcome> | null): void;
  /** Parcels a list beside the map holds, to be made out; null: none. */
  setListed(parcels: ReadonlySet<string> | null): void;
  setTheme(theme: Theme): void;
  setLanguage(language: Language, ariaLabel: string): void;
  /** Brings bounds into view; jumps where the user asked for less motion. */
  flyTo(bounds: Bounds, options?: { readonly padding?: number | Padding; readonly maxZoom?: number }): void;
  jumpTo(view: View): void;
  zoomIn(): void;
  zoomOut(): void;
  view(): View;
  /** The longest round scale bar within `maxPx` px, and the metres per px at the middle of the map. */
  scaleBar(maxPx: number): ScaleBar;
  /** Call when the container changed size in a way the map cannot see. */
  resize(): void;
  destroy(): void;
}

/**
 * A map of parks in `container`, which must have a size. Knows nothing of the page's framework.
 *
 * @throws Error when the browser has no WebGL; the page then shows its list alone
 */
export function createParkMap(container: HTMLElement, options: ParkMapOptions): ParkMap {
  return new ParkMapView(container, options);
}
