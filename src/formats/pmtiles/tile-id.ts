/*
 * Number of a tile in a PMTiles archive: tiles of all lesser zooms first, then along Hilbert's curve, so that what lies
 * together on the map lies together in the file. Doubles, as numbers from zoom 16 on are greater than 2³².
 */

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Number of the first tile of a zoom: (4ᶻ − 1) / 3. */
const firstOf = (z: number): number => (4 ** z - 1) / 3;

/** Greatest zoom whose numbers are whole doubles. */
const LAST_ZOOM = 26;

export function tileId({ z, x, y }: TileAddress): number {
  const last = 2 ** z - 1;
  let id = firstOf(z);
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = column & side ? 1 : 0;
    const below = row & side ? 1 : 0;
    id += side * side * ((3 * right) ^ below);
    if (below === 0) {
      if (right === 1) [column, row] = [last - column, last - row];
      [column, row] = [row, column];
    }
  }
  return id;
}

export function tileAt(id: number): TileAddress {
  let z = 0;
  while (z < LAST_ZOOM && firstOf(z + 1) <= id) z++;
  let left = id - firstOf(z);
  let [x, y] = [0, 0];
  for (let side = 1; side < 2 ** z; side *= 2) {
    const quarter = left % 4;
    const right = quarter >> 1;
    const below = (quarter ^ right) & 1;
    if (below === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
      [x, y] = [y, x];
    }
    x += side * right;
    y += side * below;
    left = Math.floor(left / 4);
  }
  return { z, x, y };
}
