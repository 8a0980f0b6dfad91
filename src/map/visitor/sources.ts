/** The zoom at which land is known from afar: a city of 100 km is nine tiles. */
export const AFAR_ZOOM = 9;
