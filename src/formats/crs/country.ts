import type { Position } from '../../domain/geometry/columns/layer.ts';

/**
 * A coarse outline around the country, [lon, lat] in degrees, clockwise from the Pamirs: all of its land and islands with a
 * margin of about half a degree. It tells whether figures can be a place in China at all; it is no statement about borders.
 */
// prettier-ignore
const outline: readonly Position[] = [
  // The west: Pamirs, Tianshan, Junggar.
  [72.8, 39.4], [73.4, 40.6], [76, 41.1], [77.8, 41.8], [79.6, 42.7], [79.6, 45.2], [81.6, 45.9], [81.8, 47.4],
  [84.6, 47.7], [84.8, 48.6], [86.2, 49.7], [88.2, 49.8],
  // The north: the Gobi, the Argun and the Amur.
  [90.8, 48.6], [91.7, 47], [91.8, 45.9], [94, 45.7], [96.2, 45], [97.2, 43.4], [101.8, 43.2], [105, 42.3],
  [107.3, 43.1], [109.8, 43.3], [111, 44.2], [111.2, 45.7], [113.8, 45.6], [115.2, 46.3], [114.9, 47.6], [114.9, 48.4],
  [116, 50.2], [118.4, 50.6], [119.2, 52], [119.2, 53], [120.4, 54], [123.6, 54.2], [126.2, 53.7], [127.8, 51.5],
  [128.3, 50.3], [131.2, 49.7], [131.6, 48.6], [134.6, 49.1], [135.8, 48.7], [135.8, 48],
  // The north-east down to the Yalu.
  [134.7, 47], [134, 45], [132.2, 44.8], [131.7, 44.4], [131.6, 43.7], [131.2, 42.9], [130.9, 41.9], [129, 41.4],
  [128.6, 40.9], [127, 41], [126.5, 40.5], [124.8, 39.5],
  // The seas in the east and south with their islands.
  [124.2, 38.6], [124, 37], [123.5, 34], [124.5, 32], [125.5, 27], [125.5, 25.2], [123, 24.8], [122.6, 21.6],
  [120.5, 20.5], [119.5, 18], [119, 15], [119, 12], [118.3, 10.4], [117, 8], [115.8, 6.8], [113.5, 3.2], [111.5, 3],
  [108.9, 7], [109.4, 11], [110.2, 12.5], [110.2, 16], [108.8, 17.5], [107.6, 18.6], [107.4, 21],
  // The south: Guangxi, Yunnan, the Himalaya, the Karakoram.
  [106.2, 21.7], [105.6, 22.4], [104.2, 22], [102.4, 21.8], [102.2, 20.7], [101, 20.7], [99.6, 21.4], [98.4, 22.7],
  [96.9, 23.5], [96.9, 24.6], [98, 26.2], [97.5, 27], [95.5, 26.1], [91.5, 26.2], [91, 27.3], [89.3, 26.9],
  [88.6, 26.8], [88.1, 27.4], [86.1, 27.5], [85.2, 27.95], [83.8, 28.5], [82.8, 29.3], [81.6, 29.9], [81, 29.5],
  [79.6, 30.3], [78.2, 30.8], [77.9, 32.2], [78.1, 33], [77.5, 34.8], [76.3, 35.1], [74.3, 36.4], [73.9, 37.5],
  [74, 38], [72.9, 38.5],
];

/** Well inside: most land that is asked about, told at once. */
const heartland = { west: 98, east: 118, south: 24, north: 41 } as const;

/** Whether a position can lie in China. */
export function inChina(lon: number, lat: number): boolean {
  const { west, east, south, north } = heartland;
  if (lon > west && lon < east && lat > south && lat < north) return true;
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [[x, y], [u, v]] = [outline[i], outline[j]];
    if (y > lat !== v > lat && lon < x + ((u - x) * (lat - y)) / (v - y)) inside = !inside;
  }
  return inside;
}
