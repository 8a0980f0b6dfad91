import type { Draggable } from './dragging-out.ts';
import type { Geometry } from 'geojson';
import type { Backdrop } from '../city/view.ts';
import type { Key } from '../domain/land/change.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { StateOfUse } from '../domain/land/states-of-use.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import type { Theme } from './palette.ts';
import type { Pick } from './pick.ts';
import type { ScaleBar } from './scale.ts';
import type { Seen } from './seen.ts';
import type { Incoming, Listed, MapData, Proposed } from './shown.ts';
import type { TileGetter } from './tiles.ts';
import type { DrawingMap } from './tools/contract.ts';
import type { Language } from './view.ts';

export interface View {
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  /** Seen from aslant 体量: tilted, and turned from north up, degrees. */
  readonly pitch?: number;
  readonly bearing?: number;
}

export interface FlightOptions {
  readonly padding?: number | Padding;
  /** Where the place is small. */
  readonly maxZoom?: number;
  /** False: at once. */
  readonly animate?: boolean;
}

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
  /** Pixels of the picture by CSS px; the screen's own where nothing is said. */
  readonly pixelRatio?: number;
  /** Nothing fades in: it is whole as soon as all of it is there. */
  readonly isStill?: boolean;
  /** Vector tiles of what is open. */
  readonly tile: TileGetter;
  /** A click asks; the page answers with `setSelection`. Null when the click was on no park. */
  readonly onSelectPark: (id: string | null) => void;
  /** The key of a parcel; null when the click was on none outside a park. */
  readonly onSelectParcel: (key: Key | null) => void;
  readonly onHover?: (under: Pick) => void;
  /** A park that is proposed was clicked, or is under the pointer. */
  readonly onSelectProposed?: (id: string) => void;
  readonly onHoverProposed?: (id: string | null) => void;
  /** After the map came to rest, and once when it is first drawn. */
  readonly onMove: (view: View) => void;
  /** After other signs came into view than were there, once they are drawn. */
  readonly onSeen?: (seen: Seen) => void;
  /** A fault of the map library, such as a lost drawing context; the console has it otherwise. */
  readonly onError?: (error: Error) => void;
}

export interface ParkMap {
  /** Who draws on it. */
  readonly drawing: DrawingMap;
  /** What is open: sources and tiles that changed are drawn anew, all of another `opening`. */
  setData(data: MapData, opening: number): void;
  /** 参考层: boundaries of files beside it, drawn under its parks. */
  setReferences(drawn: readonly Geometry[]): void;
  /** 待导入: land that is to be added to it; null: none. */
  setIncoming(incoming: Incoming | null): void;
  /** What lies under its parcels. */
  setBackdrop(backdrop: Backdrop): void;
  /** Replaces the selection: a park, and a parcel by its shape in degrees. */
  setSelection(parkId: string | null, parcel: Geometry | null): void;
  /** Marks a park as under the pointer, for a list beside the map. */
  setHover(parkId: string | null): void;
  /** Parks to show; null shows all. The selected park stays. */
  setVisible(parks: ReadonlySet<string> | null): void;
  /** The one state of use whose texture is drawn; null draws all. */
  setStatus(status: StateOfUse | null): void;
  /** Verdicts and names of the parks there are stay away, their land does not. */
  setQuiet(isQuiet: boolean): void;
  /** Points out a place, such as that of a boundary problem; null: none. */
  setMark(at: readonly [lon: number, lat: number] | null): void;
  /** Verdicts to draw in place of the parks' own, by park id: those of one rule, or of a trial. Null: their own. */
  setOutcomes(outcomes: ReadonlyMap<string, Outcome> | null): void;
  /** Parcels a list beside the map holds, to be made out; their tiles are those of the set `listed`. Null: none. */
  setListed(listed: Listed | null): void;
  /** Parks that are not there yet, and what is decided on land beside them. */
  setProposed(proposed: Proposed): void;
  /** Marks one of them as under the pointer, for a list beside the map. */
  setHoverProposed(id: string | null): void;
  /** Parcels of one of them that may be dragged out of it; null: none, the map is dragged there as elsewhere. */
  setDraggable(draggable: Draggable | null): void;
  setTheme(theme: Theme): void;
  setLanguage(language: Language, ariaLabel: string): void;
  /** Brings bounds into view; jumps where the user asked for less motion. */
  flyTo(bounds: Bounds, options?: FlightOptions): void;
  jumpTo(view: View): void;
  zoomIn(): void;
  zoomOut(): void;
  view(): View;
  /** The longest round scale bar within `maxPx` px, and the metres per px at the middle of the map. */
  scaleBar(maxPx: number): ScaleBar;
  /** Whether any of the bounds is seen where the map is. */
  shows(bounds: Bounds): boolean;
  /** [west, south, east, north] of what is seen once no flight is under way, degrees. */
  bounds(): Promise<Bounds>;
  /** When everything asked for so far is drawn. */
  settled(): Promise<void>;
  /** The signs that are drawn now. */
  seen(): Seen;
  /** What is drawn now, as a canvas of its own. */
  picture(): HTMLCanvasElement;
  /** Pixels of the picture by CSS px, from now on. */
  setPixelRatio(ratio: number): void;
  destroy(): void;
}
