/**
 * For every vertex of interleaved coordinates the first one at its place. Places are the same when their numbers are;
 * what is no number is a place of its own.
 */
export function placesOf(xy: Float64Array): Int32Array {
  const count = xy.length / 2;
  const words = new Int32Array(xy.buffer, xy.byteOffset, 4 * count);
  let size = 16;
  while (size < 1.5 * count) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const place = new Int32Array(count);
  for (let v = 0; v < count; v++) {
    // −0 and 0 are one number in two ways of writing it.
    const [x, y] = [xy[2 * v] === 0 ? 0 : words[4 * v + 1], xy[2 * v + 1] === 0 ? 0 : words[4 * v + 3]];
    let hash = Math.imul(words[4 * v] ^ Math.imul(x, 0x2545f491), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[4 * v + 2] ^ Math.imul(y, 0x85ebca6b), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 13)) & (size - 1);
    while (slots[slot] >= 0) {
      const w = slots[slot];
      if (xy[2 * w] === xy[2 * v] && xy[2 * w + 1] === xy[2 * v + 1]) break;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] < 0) slots[slot] = v;
    place[v] = slots[slot];
  }
  return place;
}
