const RADIANS = Math.PI / 180;

/**
 * Longitude, latitude (degrees, interleaved) to Web Mercator's unit square, x east and y south of its north-west corner,
 * interleaved. For drawing only: no figure is taken from it.
 */
export function mercator(lonLat: Float64Array): Float64Array {
  const xy = new Float64Array(lonLat.length);
  for (let k = 0; k < lonLat.length; k += 2) {
    const sine = Math.sin(lonLat[k + 1] * RADIANS);
    xy[k] = lonLat[k] / 360 + 0.5;
    xy[k + 1] = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  }
  return xy;
}
