const RADIANS = Math.PI / 180;

/**
 * Longitude, latitude (degrees, interleaved) to Web Mercator's unit square, x east and y south of its north-west corner,
 * interleaved. For drawing only: no figure is taken from it.
 */
export function mercator(lonLat: Float64Array): Float64Array {
  const xy = new Float64Array(lonLat.length);
  let band = NaN;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  for (let k = 0; k < lonLat.length; k += 2) {
    const lat = lonLat[k + 1];
    xy[k] = lonLat[k] / 360 + 0.5;
    if (!(lat > -FARTHEST && lat < FARTHEST)) {
      xy[k + 1] = southOf(lat);
      continue;
    }
    const own = Math.round(lat / BAND);
    if (own !== band) {
      band = own;
      [a, b, c, d, e, f] = series[own + HALF] ??= seriesAt(own * BAND);
    }
    const t = (lat - own * BAND) * RADIANS;
    xy[k + 1] = a + t * (b + t * (c + t * (d + t * (e + t * f))));
  }
  return xy;
}

function southOf(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

/** Degrees of latitude on which one series holds, and those beyond which none does. */
const BAND = 0.1;
const FARTHEST = 70;
const HALF = FARTHEST / BAND + 1;
const series: (readonly number[])[] = [];

/**
 * Taylor's series of `southOf` around a latitude, in radians from it, up to the fifth power: half a band away the sixth
 * is less than 10⁻¹⁶. A sine and a logarithm for every vertex take five times as long.
 */
function seriesAt(lat: number): readonly number[] {
  const secant = 1 / Math.cos(lat * RADIANS);
  const tangent = Math.tan(lat * RADIANS);
  const square = secant ** 2;
  return [
    southOf(lat),
    ...[
      secant,
      (secant * tangent) / 2,
      (secant * (2 * square - 1)) / 6,
      (secant * tangent * (6 * square - 1)) / 24,
      (secant * (24 * square ** 2 - 20 * square + 1)) / 120,
    ].map((term) => -term / (2 * Math.PI)),
  ];
}
