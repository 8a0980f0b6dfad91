import type { Position } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { ParkFile } from '../../publish/shape/published.ts';
import type { Padding } from '../contract.ts';
import type { ScaleBar } from '../scale.ts';
import type { Language } from '../view.ts';
import type { Box } from './edges.ts';
import type { Base } from './tianditu.ts';

/** All that decides what the visitor's map shows, besides where it is. */
export interface VisitorState {
  /** Slug of the park that is chosen. */
  readonly selected: string | null;
  /** Its card, once it has come: numbers and links of its sites. */
  readonly card: ParkFile | null;
  /** Rows of `first.parks` that pass the filter; the chosen park is shown all the same. */
  readonly listed: readonly number[];
  /** Whether land offered for parks is drawn, always as suspected 疑似. */
  readonly idle: boolean;
  readonly language: Language;
  readonly dark: boolean;
  readonly highContrast: boolean;
  /** What a screen reader calls the map; the page has the words. */
  readonly label: string;
}

/** A sign that is drawn on the part of the map that is seen, with what a legend draws it by. */
export interface LegendKey {
  /** 用地分类, 利用状态, 结论, 园区. */
  readonly of: 'land-class' | 'state-of-use' | 'outcome' | 'park';
  /** `ind`, `idle`, `fail`, `selected` … : what the page looks up its words by. */
  readonly key: string;
  /** CSS colour of the area, the strokes or the glyph, in the theme that is shown. */
  readonly colour: string;
  /** SVG path: strokes in a box of 18 × 12 of a state of use, a glyph on 16 × 16 filled even-odd of an outcome; else null. */
  readonly path: string | null;
}

/** The map of the published page 公众地图. */
export interface VisitorMap {
  show(state: VisitorState): void;
  /** Brings bounds into view; at once where the visitor asked for less motion. */
  fit(bounds: Bounds, padding: Padding): void;
  /** The place of the visitor, drawn and never sent; null: none. */
  here(at: Position | null): void;
  /** A park was pressed, or none; the page answers by `show`. */
  onSelect(call: (slug: string | null) => void): void;
  /** Each time the map comes to rest. */
  onMove(call: (bounds: Bounds, zoom: number) => void): void;
  /** Only what is in view, in the order of a legend. */
  legend(): readonly LegendKey[];
  /** Each time other signs are in view. */
  onLegend(call: (keys: readonly LegendKey[]) => void): void;
  /** 天地图 has come, or is given up for the map's own layers; never where it is not asked for. */
  onBase(call: (base: Base) => void): void;
  /** What lies over the map: no name goes below it. */
  cover(boxes: readonly Box[]): void;
  zoom(by: 1 | -1): void;
  /** The longest round scale bar within `maxPx` px, at the middle of the map. */
  scaleBar(maxPx: number): ScaleBar;
  /** When everything asked for so far is drawn. */
  settled(): Promise<void>;
  remove(): void;
}

export interface VisitorSettings {
  /** Key of 天地图 as base map; null: own layers. */
  readonly tianditu: string | null;
}
