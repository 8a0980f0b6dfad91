/** The least radius of curvature of the ellipsoid in the latitudes of the land, m. */
const RADIUS_M = 6.35e6;

/**
 * A line straight in longitude and latitude bends on the plane of its zone: at latitude φ and azimuth A its curvature is
 * tan φ · sin A · (1 + cos² A) / R, at most 1.09 tan φ / R, and a few per cent more far from the central meridian. Up to
 * 60° this is below 2 / R.
 */
const BEND_PER_M = 2 / RADIUS_M;

/** How far such a line, L metres long, and the straight one between its ends lie apart at most: L² times this, m. */
export const SAGITTA_PER_M2 = BEND_PER_M / 8;

/** What area lies between the two at most: L³ times this, m². */
export const SEGMENT_PER_M3 = BEND_PER_M / 12;
