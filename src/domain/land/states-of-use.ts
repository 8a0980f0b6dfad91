import type { ParcelStatus } from './model.ts';

/** States of use 利用状态 the map draws with a texture. */
export const STATES_OF_USE = [
  'idle',
  'low-efficiency',
  'approved-not-supplied',
] as const satisfies readonly ParcelStatus[];
export type StateOfUse = (typeof STATES_OF_USE)[number];
