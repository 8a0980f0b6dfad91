/** Vertices in a cell, about. */
const IN_CELL = 16;
/** Room for each vertex of a cell, so that looking for one ends soon. */
const ROOM = 1.5;

/**
 * For every vertex of interleaved coordinates the first one at its place. Places are the same when their numbers are;
 * what is no number is a place of its own.
 *
 * Vertices near each other are looked for near each other in memory: cells of the plane, each with a hash table of its own.
 */
export function placesOf(xy: Float64Array): Int32Array {
  const count = xy.length / 2;
  const cellOf = cellsOf(xy);
  const start = new Uint32Array(cellOf.cells + 1);
  for (let v = 0; v < count; v++) start[cellOf.at(v) + 1]++;
  for (let c = 0; c < cellOf.cells; c++) start[c + 1] = start[c] + Math.ceil(ROOM * start[c + 1]);
  const slots = new Int32Array(start[cellOf.cells]).fill(-1);
  const words = new Int32Array(xy.buffer, xy.byteOffset, 4 * count);
  const place = new Int32Array(count);
  for (let v = 0; v < count; v++) {
    const x = xy[2 * v];
    const y = xy[2 * v + 1];
    place[v] = v;
    if (x !== x || y !== y) continue;
    const cell = cellOf.at(v);
    const first = start[cell];
    const last = start[cell + 1];
    // −0 and 0 are one number in two ways of writing it.
    const highX = x === 0 ? 0 : words[4 * v + 1];
    const highY = y === 0 ? 0 : words[4 * v + 3];
    let hash = Math.imul(words[4 * v] ^ Math.imul(highX, 0x2545f491), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[4 * v + 2] ^ Math.imul(highY, 0x85ebca6b), 0xc2b2ae35);
    let slot = first + Math.floor(((hash ^ (hash >>> 13)) >>> 0) * 2 ** -32 * (last - first));
    for (let w = slots[slot]; w >= 0; w = slots[slot]) {
      if (xy[2 * w] === x && xy[2 * w + 1] === y) break;
      if (++slot === last) slot = first;
    }
    if (slots[slot] < 0) slots[slot] = v;
    else place[v] = slots[slot];
  }
  return place;
}

/** Cells over all vertices and which of them each is in; so many that each has a few vertices where these are spread evenly. */
function cellsOf(xy: Float64Array): { readonly cells: number; readonly at: (v: number) => number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < xy.length; k += 2) {
    if (xy[k] < west) west = xy[k];
    if (xy[k] > east) east = xy[k];
    if (xy[k + 1] < south) south = xy[k + 1];
    if (xy[k + 1] > north) north = xy[k + 1];
  }
  const side = Math.max(1, Math.floor(Math.sqrt(xy.length / 2 / IN_CELL)));
  const [perX, perY] = [side / (east - west), side / (north - south)];
  const last = side - 1;
  return {
    cells: side * side,
    at: (v) => {
      const column = (xy[2 * v] - west) * perX;
      const row = (xy[2 * v + 1] - south) * perY;
      // What has no finite place in between is in the first of its line.
      const c = column < last ? column | 0 : column < Infinity ? last : 0;
      const r = row < last ? row | 0 : row < Infinity ? last : 0;
      return r * side + c;
    },
  };
}
