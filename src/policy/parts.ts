import type { Part } from './shape/part.ts';

/** A part and all within it, the outer first. */
export const partsIn = (part: Part): readonly Part[] => ('of' in part ? [part, ...part.of.flatMap(partsIn)] : [part]);
