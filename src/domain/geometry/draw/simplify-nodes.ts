import type { Layer } from '../columns/layer.ts';
import { placesOf } from './places.ts';

/**
 * 1 for every vertex where rings that pass through its place part ways: not all of them come from and go to the same two
 * places. Places are the same when their numbers are.
 */
export function borderNodes({ vertexStart, lonLat }: Pick<Layer, 'vertexStart' | 'lonLat'>): Uint8Array {
  const place = placesOf(lonLat);
  const before = new Int32Array(place.length).fill(-1);
  const after = new Int32Array(place.length);
  const parts = new Uint8Array(place.length);
  for (let r = 1; r < vertexStart.length; r++) {
    const from = vertexStart[r - 1];
    const last = vertexStart[r] - 1;
    for (let v = from; v < last; v++) {
      const p = place[v];
      const one = place[v === from ? last - 1 : v - 1];
      const other = place[v + 1];
      const low = one < other ? one : other;
      const high = one < other ? other : one;
      if (before[p] < 0) {
        before[p] = low;
        after[p] = high;
      } else if (before[p] !== low || after[p] !== high) parts[p] = 1;
    }
  }
  for (let v = 0; v < place.length; v++) parts[v] = parts[place[v]];
  return parts;
}
