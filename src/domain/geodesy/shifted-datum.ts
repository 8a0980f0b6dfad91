/**
 * GCJ-02 火星坐标 (Amap 高德, Tencent 腾讯, Ovital 奥维) and BD-09 (Baidu 百度): WGS84 degrees moved by a few hundred
 * metres. The formulas were never published by the authority; these are the widely checked ones, whose constants are
 * facts (Krasovsky ellipsoid, origin 105°E 35°N). They are defined for China only. Inverses are found by iteration and
 * agree with the forward formula to 1e-10°; the shift itself is good to some decimetres, so that nothing surveyed should
 * be made from converted points.
 */
export type ShiftedDatum = 'gcj02' | 'bd09';

type LonLat = readonly [number, number];

/** Semi-major axis, metres, and eccentricity squared of the Krasovsky ellipsoid as the shift uses them. */
const a = 6_378_245;
const e2 = 0.00669342162296594323;
const { PI, abs, atan2, cos, hypot, sin, sqrt } = Math;

/** Two thirds of the sum of amplitude × sin(π × angle). */
const waves = (...terms: readonly (readonly [number, number])[]): number =>
  (2 / 3) * terms.reduce((sum, [amplitude, angle]) => sum + amplitude * sin(PI * angle), 0);

/** The shift in metres towards east and north at `x`° east of 105°E and `y`° north of 35°N. */
function shiftM(x: number, y: number): LonLat {
  const common = waves([20, 6 * x], [20, 2 * x]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    common +
    waves([20, x], [40, x / 3]) +
    waves([150, x / 12], [300, x / 30]);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    common +
    waves([20, y], [40, y / 3]) +
    waves([160, y / 12], [320, y / 30]);
  return [east, north];
}

function toGcj02([lon, lat]: LonLat): LonLat {
  const [east, north] = shiftM(lon - 105, lat - 35);
  const phi = (lat * PI) / 180;
  const w2 = 1 - e2 * sin(phi) ** 2;
  const w = sqrt(w2);
  return [lon + (east * 180 * w) / (a * cos(phi) * PI), lat + (north * 180 * w * w2) / (a * (1 - e2) * PI)];
}

const k = (PI * 3000) / 180;

function gcj02ToBd09([x, y]: LonLat): LonLat {
  const r = hypot(x, y) + 2e-5 * sin(y * k);
  const theta = atan2(y, x) + 3e-6 * cos(x * k);
  return [r * cos(theta) + 0.0065, r * sin(theta) + 0.006];
}

/** WGS84 (or CGCS2000) degrees to the shifted datum. */
export function toShifted(datum: ShiftedDatum, position: LonLat): LonLat {
  const gcj = toGcj02(position);
  return datum === 'gcj02' ? gcj : gcj02ToBd09(gcj);
}

/** Shifted degrees back to WGS84. The shift changes by some parts in a thousand: every step gains two digits or more. */
export function fromShifted(datum: ShiftedDatum, position: LonLat): LonLat {
  let [lon, lat] = position;
  for (let step = 0; step < 30; step++) {
    const [x, y] = toShifted(datum, [lon, lat]);
    const [dx, dy] = [position[0] - x, position[1] - y];
    lon += dx;
    lat += dy;
    if (abs(dx) < 1e-11 && abs(dy) < 1e-11) break;
  }
  return [lon, lat];
}
