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
  const grid = cellsOver(xy);
  const cells = grid.side * grid.side;
  const start = new Uint32Array(cells + 1);
  for (let v = 0; v < count; v++) start[cellAt(grid, xy[2 * v], xy[2 * v + 1]) + 1]++;
  for (let c = 0; c < cells; c++) start[c + 1] = start[c] + Math.ceil(ROOM * start[c + 1]);
  const slots = new Int32Array(start[cells]).fill(-1);
  const words = new Int32Array(xy.buffer, xy.byteOffset, 4 * count);
  const place = new Int32Array(count);
  for (let v = 0; v < count; v++) {
    const x = xy[2 * v];
    const y = xy[2 * v + 1];
    place[v] = v;
    if (x !== x || y !== y) continue;
    const cell = cellAt(grid, x, y);
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

/** Cells over all vertices; so many that each has a few where these are spread evenly. */
interface Cells {
  /** In each direction. */
  readonly side: number;
  readonly west: number;
  readonly south: number;
  readonly perX: number;
  readonly perY: number;
}

function cellsOver(xy: Float64Array): Cells {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let k = 0; k < xy.length; k += 2) {
    if (xy[k] < west) west = xy[k];
    if (xy[k] > east) east = xy[k];
    if (xy[k + 1] < south) south = xy[k + 1];
    if (xy[k + 1] > north) north = xy[k + 1];
  }
  const side = Math.max(1, Math.floor(Math.sqrt(xy.length / 2 / IN_CELL)));
  return { side, west, south, perX: side / (east - west), perY: side / (north - south) };
}

function cellAt({ side, west, south, perX, perY }: Cells, x: number, y: number): number {
  const last = side - 1;
  const column = (x - west) * perX;
  const row = (y - south) * perY;
  // What has no finite place in between is in the first of its line.
  const c = column < last ? column | 0 : column < Infinity ? last : 0;
  const r = row < last ? row | 0 : row < Infinity ? last : 0;
  return r * side + c;
}
