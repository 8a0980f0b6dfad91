/** CGCS2000 (2000 国家大地坐标系), GB 22021-2008. WGS 84 differs in the flattening by 0.1 mm on the semi-minor axis. */
export const SEMI_MAJOR_M = 6378137;
export const FLATTENING = 1 / 298.257222101;
export const SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING);
/** First eccentricity squared 第一偏心率平方. */
export const E2 = FLATTENING * (2 - FLATTENING);
/** Third flattening, (a − b)/(a + b). */
export const THIRD_FLATTENING = FLATTENING / (2 - FLATTENING);
export const RADIANS = Math.PI / 180;
