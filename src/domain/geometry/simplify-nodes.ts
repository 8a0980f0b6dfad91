import type { Layer } from './layer.ts';

/**
 * 1 for every vertex where rings that pass through its place part ways: not all of them come from and go to the same two
 * places. Places are the same when their numbers are.
 */
export function borderNodes({ vertexStart, lonLat }: Pick<Layer, 'vertexStart' | 'lonLat'>): Uint8Array {
  const place = placesOf(lonLat);
  const [before, after] = [new Int32Array(place.length).fill(-1), new Int32Array(place.length)];
  const parts = new Uint8Array(place.length);
  for (let r = 1; r < vertexStart.length; r++) {
    const [from, last] = [vertexStart[r - 1], vertexStart[r] - 1];
    for (let v = from; v < last; v++) {
      const p = place[v];
      const one = place[v === from ? last - 1 : v - 1];
      const other = place[v + 1];
      const [low, high] = one < other ? [one, other] : [other, one];
      if (before[p] < 0) {
        before[p] = low;
        after[p] = high;
      } else if (before[p] !== low || after[p] !== high) parts[p] = 1;
    }
  }
  for (let v = 0; v < place.length; v++) parts[v] = parts[place[v]];
  return parts;
}

/** For every vertex the first one at its place. */
function placesOf(lonLat: Float64Array): Int32Array {
  const count = lonLat.length / 2;
  const words = new Int32Array(lonLat.buffer, lonLat.byteOffset, 4 * count);
  let size = 16;
  while (size < 1.5 * count) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const place = new Int32Array(count);
  for (let v = 0; v < count; v++) {
    let hash = Math.imul(words[4 * v] ^ Math.imul(words[4 * v + 1], 0x2545f491), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[4 * v + 2] ^ Math.imul(words[4 * v + 3], 0x85ebca6b), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 13)) & (size - 1);
    while (slots[slot] >= 0) {
      const w = slots[slot];
      if (lonLat[2 * w] === lonLat[2 * v] && lonLat[2 * w + 1] === lonLat[2 * v + 1]) break;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] < 0) slots[slot] = v;
    place[v] = slots[slot];
  }
  return place;
}
