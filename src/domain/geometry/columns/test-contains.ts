import type { Layer } from './layer.ts';
import { orient } from '../lines/orient.ts';

/** Whether a point in degrees lies in feature f or on its border (edges straight in degrees; exact). */
export function containsPoint(layer: Layer, f: number, lon: number, lat: number): boolean {
  const c = layer.lonLat;
  let inside = false;
  for (let r = layer.ringStart[layer.partStart[f]]; r < layer.ringStart[layer.partStart[f + 1]]; r++)
    for (let k = 2 * layer.vertexStart[r]; k < 2 * layer.vertexStart[r + 1] - 2; k += 2) {
      if (c[k] < lon && c[k + 2] < lon) continue;
      const spans = c[k + 1] > lat !== c[k + 3] > lat;
      const touches = Math.min(c[k + 1], c[k + 3]) <= lat && lat <= Math.max(c[k + 1], c[k + 3]);
      if (!spans && !touches) continue;
      const side = orient(c[k], c[k + 1], c[k + 2], c[k + 3], lon, lat);
      if (side === 0 && lon >= Math.min(c[k], c[k + 2]) && lon <= Math.max(c[k], c[k + 2])) return true;
      if (spans && side > 0 === c[k + 3] > c[k + 1]) inside = !inside;
    }
  return inside;
}
