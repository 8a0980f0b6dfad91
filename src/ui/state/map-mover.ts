import type { Place } from './address.ts';
import type { MapPicture, PaperSize } from './printing.svelte.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What the page may ask of the map, whichever library draws it. */
export interface MapMover {
  /** `maxZoom` where the place is small and shall fill the map. */
  flyTo(bounds: Bounds, maxZoom?: number): void;
  jumpTo(place: Place): void;
  /** Whether bounds are seen, at least in part. */
  shows(bounds: Bounds): boolean;
  zoomIn(): void;
  zoomOut(): void;
  hover(parkId: string | null): void;
  /** What is on the screen now, at once. */
  picture(): MapPicture;
  /** The map for a sheet of paper: light, fine, around the bounds or where the screen is. */
  forPrint(size: PaperSize, bounds: Bounds | null): Promise<MapPicture>;
}

/** Top, right, bottom, left. */
export type MapInset = readonly [number, number, number, number];

/** One box around boxes given as west, south, east, north in a row. */
export const joined = (boxes: readonly number[]): Bounds => {
  const side = (from: number) => boxes.filter((_, i) => i % 4 === from);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
};
