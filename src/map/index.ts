import type { ParkMap, ParkMapOptions } from './contract.ts';
import { ParkMapView } from './parkmap.ts';

export type { FlightOptions, Padding, ParkMap, ParkMapOptions, View } from './contract.ts';
export type { DraggedParcel } from './dragging-out.ts';
export { GLYPH_PATHS } from './glyphs.ts';
export type { Pick } from './pick.ts';
export type { ScaleBar } from './scale.ts';
export type { Seen } from './seen.ts';
export type { LandMark, Listed, ProposedPark } from './shown.ts';
export type { Theme } from './palette.ts';
export type * from './tools/contract.ts';
export type { Language } from './view.ts';

/**
 * A map of parks in `container`, which must have a size. Knows nothing of the page's framework.
 *
 * @throws Error when the browser has no WebGL; the page then shows its list alone
 */
export function createParkMap(container: HTMLElement, options: ParkMapOptions): ParkMap {
  return new ParkMapView(container, options);
}
