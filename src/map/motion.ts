/** Whether the person asked for less motion: then the map jumps where it would fly. */
export const lessMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
