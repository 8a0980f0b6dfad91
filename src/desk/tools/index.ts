/* The drawing tools, for `map/tools` and the desk. */
export type * from './contract.ts';
export { draw } from './draw.ts';
export type { DrawState } from './draw-state.ts';
export { measure } from './measure.ts';
export { place } from './place.ts';
export type { PlaceState } from './place-state.ts';
export { reshape } from './reshape.ts';
export type { ReshapeState } from './reshape-state.ts';
export { clipped, overlapsWith } from './overlaps.ts';
export { setback } from './setback.ts';
export type { SetbackState } from './setback.ts';
export { LandGround } from './ground.ts';
