import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { DrawingMap, Seen } from '../../map/index.ts';
import type { MapView } from '../address/address.ts';

/** CSS px of the map on paper: within the margins of A4. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** A drawn map, where it lies, and how many CSS px wide it was drawn. */
export interface MapPicture {
  readonly canvas: HTMLCanvasElement;
  readonly place: MapView;
  readonly widthPx: number;
  /** The signs on it. */
  readonly seen: Seen;
}

/** What the page may ask of the map, whichever library draws it. */
export interface MapMover {
  /** `maxZoom` where the place is small and shall fill the map. */
  flyTo(bounds: Bounds, maxZoom?: number): void;
  jumpTo(place: MapView): void;
  /** Whether bounds are seen, at least in part. */
  shows(bounds: Bounds): boolean;
  zoomIn(): void;
  zoomOut(): void;
  hover(parkId: string | null): void;
  /** For who draws on it. */
  readonly drawing: DrawingMap;
  /** What is on the screen now, at once. */
  picture(): MapPicture;
  /** The map for a sheet of paper: light, fine, around the bounds or where the screen is. */
  forPrint(size: PaperSize, bounds: Bounds | null): Promise<MapPicture>;
  /** The same for many sheets of one size, without parks and what is chosen. */
  forSheets(size: PaperSize): SheetMaps;
}

/** One map that draws sheet after sheet, until it is ended. */
interface SheetMaps {
  picture(bounds: Bounds): Promise<MapPicture>;
  end(): void;
}
